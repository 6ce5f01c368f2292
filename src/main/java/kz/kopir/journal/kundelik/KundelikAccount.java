package kz.kopir.journal.kundelik;

import java.nio.file.Path;

/**
 * How a school signs in to Kundelik: with the refresh token of its service account, whose
 * rights decide what the gateway may read and write. Its text form holds no secret.
 *
 * @param school Kundelik's id of the school
 * @param clientId id of the client registered with Kundelik
 * @param clientSecret secret of the client
 * @param refreshTokenFile file that holds the refresh token; rewritten whenever Kundelik
 * gives a new one
 */
public record KundelikAccount(long school, String clientId, String clientSecret, Path refreshTokenFile) {

	@Override
	public String toString() {
		return "KundelikAccount[school=" + this.school + "]";
	}

}
