package kz.kopir.roster;

import java.util.Set;

import kz.kopir.school.ClassGroupId;
import kz.kopir.school.SubjectId;

/**
 * What a piece of evidence claims: all that it can mean in this school.
 *
 * @param classGroups class groups that are meant by it
 * @param subjects subjects that are meant by it
 */
record Claim(Set<ClassGroupId> classGroups, Set<SubjectId> subjects) {

	/** What names nothing of this school. */
	static final Claim NOTHING = new Claim(Set.of(), Set.of());

	/**
	 * Looks ids or names up.
	 * @param classGroup id or name of a class group
	 * @param subject id or name of a subject
	 * @param names what the school has
	 */
	static Claim of(String classGroup, String subject, SchoolNames names) {
		return new Claim(names.classGroups(classGroup), names.subjects(subject));
	}

	/** Whether it names a class group or subject that the school does not have. */
	boolean isUnknown() {
		return this.classGroups.isEmpty() || this.subjects.isEmpty();
	}

}
