package kz.kopir.mail;

import org.jspecify.annotations.Nullable;

/**
 * How to sign in to the SMTP server. Its text form holds no secret.
 *
 * @param security how the connection is kept from being read
 * @param user who signs in, null when nobody has to
 * @param password password of the user, null when nobody has to sign in
 */
public record SmtpAccount(Security security, @Nullable String user, @Nullable String password) {

	/**
	 * @throws IllegalArgumentException when only one of user and password is given
	 */
	public SmtpAccount {
		if ((user == null) != (password == null)) {
			throw new IllegalArgumentException(
					"Signing in to the SMTP server needs a user and a password, or neither.");
		}
	}

	@Override
	public String toString() {
		return "SmtpAccount[" + this.security + "]";
	}

	/** How a connection to the SMTP server is kept from being read. */
	public enum Security {

		/** It turns to TLS before anything is said; refused if the server cannot. */
		STARTTLS,

		/** TLS from the beginning. */
		TLS,

		/** Not at all: only for a server on the same machine. */
		NONE

	}

}
