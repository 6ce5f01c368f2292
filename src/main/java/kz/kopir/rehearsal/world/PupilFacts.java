package kz.kopir.rehearsal.world;

import org.jspecify.annotations.Nullable;

/**
 * A pupil, generated. The text form is the id alone.
 *
 * @param personId Kundelik's person, 13 digits
 * @param userId Kundelik's user, 13 digits, or null when the family never signed in
 * @param googleId Google user id, 21 digits
 * @param lastName surname as in Kundelik
 * @param firstName given name as in Kundelik
 * @param middleName patronymic as in Kundelik, or null
 * @param sex {@code Male} or {@code Female}
 * @param email address of the Google account
 * @param googleFamilyName surname as the Google account spells it: Kazakh, Russian or
 * Latin
 * @param googleGivenName given name as the Google account spells it
 */
public record PupilFacts(long personId, @Nullable Long userId, String googleId, String lastName, String firstName,
		@Nullable String middleName, String sex, String email, String googleFamilyName, String googleGivenName) {

	@Override
	public String toString() {
		return "PupilFacts[" + this.personId + "]";
	}

}
