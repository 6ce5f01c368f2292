package kz.kopir.console;

/**
 * Is told when somebody was shown names or marks.
 */
public interface ContentWatch {

	/**
	 * Somebody was shown names or marks.
	 * @param user the signed-in user
	 * @param kind what was shown, for example {@code plan}
	 * @param id its id
	 */
	void seen(String user, String kind, String id);

}
