package kz.kopir.manage;

import org.jspecify.annotations.Nullable;

/**
 * How to sign in to the management endpoint, for whoever prints it at start.
 *
 * @param user the name to sign in with
 * @param generatedPassword the password that the rehearsal made up for this one start;
 * null if the password was configured and so is known to whoever needs it
 */
public record ManageAccess(String user, @Nullable String generatedPassword) {

	/**
	 * Leaves out the password: it is printed on purpose or not at all.
	 */
	@Override
	public String toString() {
		return "ManageAccess[user=" + this.user + "]";
	}

}
