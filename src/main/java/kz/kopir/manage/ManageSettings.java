package kz.kopir.manage;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may sign in to the management endpoint. The password itself is never in the
 * settings, only its bcrypt hash.
 *
 * @param user the name to sign in with
 * @param passwordHash the bcrypt hash of the password
 * @param passwordFile a file whose first line is the bcrypt hash, instead of
 * {@code password-hash}
 * @param userForEachRole whether there is also one user for each role, of the same
 * password: only for trying the console out
 */
@ConfigurationProperties("kopir.manage")
record ManageSettings(@DefaultValue("kopir") String user, @Nullable String passwordHash, @Nullable Path passwordFile,
		@DefaultValue("false") boolean userForEachRole) {

	/**
	 * Leaves out the hash: this text may reach a log.
	 */
	@Override
	public String toString() {
		return "ManageSettings[user=" + this.user + "]";
	}

}
