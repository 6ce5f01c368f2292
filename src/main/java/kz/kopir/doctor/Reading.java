package kz.kopir.doctor;

/**
 * Reads something once, whole, as the gateway does at its start, and forgets it.
 */
@FunctionalInterface
public interface Reading {

	/**
	 * @throws Unusable when a setting cannot be used
	 * @throws kz.kopir.mapping.MappingException when a file cannot be used
	 */
	void read();

}
