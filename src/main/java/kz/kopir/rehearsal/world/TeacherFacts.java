package kz.kopir.rehearsal.world;

import org.jspecify.annotations.Nullable;

/**
 * A teacher, generated. The text form is the id alone.
 *
 * @param personId Kundelik's person, 13 digits
 * @param userId Kundelik's user, 13 digits
 * @param googleId Google user id, 21 digits
 * @param lastName surname
 * @param firstName given name
 * @param middleName patronymic, or null
 * @param sex {@code Male} or {@code Female}
 * @param email address of the Google account
 */
public record TeacherFacts(long personId, long userId, String googleId, String lastName, String firstName,
		@Nullable String middleName, String sex, String email) {

	@Override
	public String toString() {
		return "TeacherFacts[" + this.personId + "]";
	}

}
