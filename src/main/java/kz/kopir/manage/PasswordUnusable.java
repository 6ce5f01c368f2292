package kz.kopir.manage;

/**
 * The gateway has no password for its management endpoint, or none that it can use, and
 * does not start.
 */
class PasswordUnusable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	PasswordUnusable(String message) {
		super(message);
	}

}
