package kz.kopir.rehearsal.google;

/**
 * An OAuth client together with a user's consent, as a refresh token holds it. Good for
 * the stand-in alone.
 *
 * @param clientId the client's id
 * @param clientSecret the client's secret
 * @param refreshToken the user's refresh token
 */
public record RefreshTokenClient(String clientId, String clientSecret, String refreshToken) {

	@Override
	public String toString() {
		return "RefreshTokenClient[" + this.clientId + "]";
	}

}
