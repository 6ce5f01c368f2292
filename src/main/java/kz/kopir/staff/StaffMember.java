package kz.kopir.staff;

import java.util.Set;

import kz.kopir.problem.Owner;
import kz.kopir.school.ClassGroupId;
import org.jspecify.annotations.Nullable;

/**
 * One person of the staff, as the school's table of staff tells. Its text form is the key
 * alone, so that no name or address gets into a log or an exception.
 *
 * @param key stable key of the person within the school: letters, digits, dots and
 * hyphens
 * @param roles as which owners of problems the person acts
 * @param name as the person is addressed
 * @param email where mail goes
 * @param language kk, ru or en; null when nobody said, then kk with ru below it
 * @param classroomId id of the person's Google account, null if there is none
 * @param journalId id of the person in the journal, null if unknown
 * @param classGroups class groups for which a class teacher is responsible
 */
public record StaffMember(String key, Set<Owner> roles, String name, String email, @Nullable String language,
		@Nullable String classroomId, @Nullable String journalId, Set<ClassGroupId> classGroups) {

	public StaffMember {
		roles = Set.copyOf(roles);
		classGroups = Set.copyOf(classGroups);
	}

	@Override
	public String toString() {
		return "StaffMember[" + this.key + "]";
	}

}
