package kz.kopir.setup;

import org.jspecify.annotations.Nullable;

/**
 * A setting with which the gateway cannot start. Holds no secret.
 */
class SettingUnusable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String action;

	/**
	 * @param setting the setting's full name
	 * @param meaning what is wrong with it
	 * @param action what to do
	 * @param cause what a library said, or null
	 */
	SettingUnusable(String setting, String meaning, String action, @Nullable Throwable cause) {
		super(setting + ": " + meaning, cause);
		this.action = action;
	}

	String action() {
		return this.action;
	}

}
