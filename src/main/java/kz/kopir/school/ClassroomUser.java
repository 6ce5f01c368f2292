package kz.kopir.school;

import org.jspecify.annotations.Nullable;

/**
 * A person of a course's roster. Its text form is the id alone, so that no name or
 * address gets into a log or an exception.
 *
 * @param id Classroom's id
 * @param email address, or null when the scope to see it is missing
 * @param familyName surname as the account holds it, may be null
 * @param givenName given name as the account holds it, may be null
 * @param fullName display name, may be null
 */
public record ClassroomUser(ClassroomUserId id, @Nullable String email, @Nullable String familyName,
		@Nullable String givenName, @Nullable String fullName) {

	@Override
	public String toString() {
		return "ClassroomUser[" + this.id + "]";
	}

}
