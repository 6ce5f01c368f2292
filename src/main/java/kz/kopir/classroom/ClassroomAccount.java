package kz.kopir.classroom;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * How a school signs in to Google: with a service account that acts for a domain
 * administrator (domain-wide delegation), or with a refresh token of such an
 * administrator. Its text form holds no secret.
 *
 * @param serviceAccountKey key file of the service account, or null
 * @param subject address of the administrator for whom the service account acts, or null
 * @param clientId OAuth client, with a refresh token
 * @param clientSecret secret of the client, with a refresh token
 * @param refreshToken refresh token, or null with a service account
 * @param tokenUri token endpoint for the refresh token; a service account's key names its
 * own
 */
public record ClassroomAccount(@Nullable Path serviceAccountKey, @Nullable String subject, @Nullable String clientId,
		@Nullable String clientSecret, @Nullable String refreshToken, @Nullable String tokenUri) {

	/**
	 * @throws IllegalArgumentException when neither way to sign in is complete
	 */
	public ClassroomAccount {
		boolean serviceAccount = serviceAccountKey != null && subject != null;
		boolean refresh = refreshToken != null && clientId != null && clientSecret != null;
		if (serviceAccount == refresh) {
			throw new IllegalArgumentException("Google sign-in needs exactly one of two ways: service-account-key and "
					+ "subject, or client-id, client-secret and refresh-token.");
		}
	}

	@Override
	public String toString() {
		return "ClassroomAccount[" + ((this.serviceAccountKey != null) ? "service account" : "refresh token") + "]";
	}

}
