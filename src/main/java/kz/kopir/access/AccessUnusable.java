package kz.kopir.access;

/**
 * The gateway does not start with these settings, because anybody could sign in, nobody
 * could, or passwords would cross a network in the open.
 */
class AccessUnusable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String action;

	/**
	 * @param message what is wrong, without a secret
	 * @param action what to do
	 */
	AccessUnusable(String message, String action) {
		super(message);
		this.action = action;
	}

	String action() {
		return this.action;
	}

}
