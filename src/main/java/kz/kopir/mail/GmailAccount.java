package kz.kopir.mail;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * How a school signs in to Gmail: with a service account that acts for the sender's
 * mailbox (domain-wide delegation), or with a refresh token of that mailbox. Its text
 * form holds no secret.
 *
 * @param serviceAccountKey key file of the service account, or null
 * @param clientId OAuth client, with a refresh token
 * @param clientSecret secret of the client, with a refresh token
 * @param refreshToken refresh token, or null with a service account
 * @param tokenUri token endpoint for the refresh token, null for Google's; a service
 * account's key names its own
 */
public record GmailAccount(@Nullable Path serviceAccountKey, @Nullable String clientId, @Nullable String clientSecret,
		@Nullable String refreshToken, @Nullable String tokenUri) {

	/**
	 * @throws IllegalArgumentException when neither way to sign in is complete
	 */
	public GmailAccount {
		boolean refresh = refreshToken != null && clientId != null && clientSecret != null;
		if (!refresh && (serviceAccountKey == null || refreshToken != null)) {
			throw new IllegalArgumentException("Sending through Gmail needs google.service-account-key, or "
					+ "google.client-id and google.client-secret with a refresh token of the sender's mailbox.");
		}
	}

	@Override
	public String toString() {
		return "GmailAccount[" + ((this.refreshToken == null) ? "service account" : "refresh token") + "]";
	}

}
