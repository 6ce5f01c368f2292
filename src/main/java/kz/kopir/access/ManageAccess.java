package kz.kopir.access;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How to sign in, for whoever prints it at start.
 *
 * @param users the names to sign in with, the one that may do everything first
 * @param generatedPassword the password that the rehearsal made up for this one start and
 * all of them; null if users are configured and so know theirs
 */
public record ManageAccess(List<String> users, @Nullable String generatedPassword) {

	public ManageAccess {
		users = List.copyOf(users);
	}

	/**
	 * Leaves out the password: it is printed on purpose or not at all.
	 */
	@Override
	public String toString() {
		return "ManageAccess[users=" + this.users + "]";
	}

}
