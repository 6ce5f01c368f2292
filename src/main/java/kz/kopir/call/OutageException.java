package kz.kopir.call;

/**
 * The breaker is open: the system failed too often a moment ago and is not asked again
 * yet.
 */
public class OutageException extends RuntimeException {

	private final OutsideSystem system;

	public OutageException(OutsideSystem system) {
		super(system + " failed several times in a row; it is left alone for a while before the next attempt.");
		this.system = system;
	}

	public OutsideSystem system() {
		return this.system;
	}

}
