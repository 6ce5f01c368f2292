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
 */
@ConfigurationProperties("kopir.manage")
record ManageSettings(@DefaultValue("kopir") String user, @Nullable String passwordHash, @Nullable Path passwordFile) {

	/**
	 * Leaves out the hash: this text may reach a log.
	 */
	@Override
	public String toString() {
		return "ManageSettings[user=" + this.user + "]";
	}

}
