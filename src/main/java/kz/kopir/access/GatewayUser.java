package kz.kopir.access;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A user as the settings tell.
 *
 * @param name the name to sign in with, and by which the audit and the policy know the
 * user
 * @param roles what the user may do
 * @param language kk, ru or en
 * @param email address of the account with which the user may sign in elsewhere, in lower
 * case, or null
 */
public record GatewayUser(String name, Set<Role> roles, String language, @Nullable String email) {

	public GatewayUser {
		roles = Set.copyOf(roles);
	}

	/** Without the address. */
	@Override
	public String toString() {
		return "GatewayUser[" + this.name + ", " + this.roles + "]";
	}

}
