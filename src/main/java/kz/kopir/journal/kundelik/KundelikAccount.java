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
 * @param excused the word with which this school's Kundelik means an absence with a valid
 * reason
 */
public record KundelikAccount(long school, String clientId, String clientSecret, Path refreshTokenFile,
		ExcusedAbsence excused) {

	/** An account with the better evidenced reading of absences. */
	public KundelikAccount(long school, String clientId, String clientSecret, Path refreshTokenFile) {
		this(school, clientId, clientSecret, refreshTokenFile, ExcusedAbsence.ABSENT);
	}

	@Override
	public String toString() {
		return "KundelikAccount[school=" + this.school + "]";
	}

}
