package kz.kopir.mail;

import java.io.IOException;

/**
 * There is no access token, so the call was not made. Holds nothing of what the token
 * endpoint said.
 */
class GmailSignInException extends IOException {

	private static final long serialVersionUID = 1L;

	private final boolean refused;

	/**
	 * @param refused whether trying again cannot help
	 */
	GmailSignInException(boolean refused) {
		super(refused ? "Google refuses to sign in to the sender's mailbox."
				: "Google's token endpoint does not answer as it should.");
		this.refused = refused;
	}

	boolean isRefused() {
		return this.refused;
	}

}
