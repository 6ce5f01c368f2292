package kz.kopir.rehearsal.kundelik;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who can hold a token.
 *
 * @param userId the account
 * @param personId the person behind it
 * @param lastName surname
 * @param firstName given name
 * @param middleName patronymic, or null
 * @param sex {@code Male} or {@code Female}
 * @param roles Kundelik's roles
 * @param ofSchool whether it belongs to the school
 */
record Account(long userId, long personId, String lastName, String firstName, @Nullable String middleName, String sex,
		List<String> roles, boolean ofSchool) {

	static final String ADMINISTRATOR = "EduSchoolAdministrator";

	boolean administrator() {
		return this.roles.contains(ADMINISTRATOR);
	}

	@Override
	public String toString() {
		return "Account[" + this.userId + "]";
	}

}
