package kz.kopir.roster;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import kz.kopir.mapping.Spelling;
import kz.kopir.school.ClassGroup;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.Subject;
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
	 */
	static Claim of(String classGroup, String subject, Collection<ClassGroup> classGroups,
			Collection<Subject> subjects) {
		Set<ClassGroupId> groups = new HashSet<>();
		String groupKey = ClassNames.key(classGroup);
		for (ClassGroup candidate : classGroups) {
			if (candidate.id().value().equals(classGroup)
					|| (!groupKey.isEmpty() && ClassNames.key(candidate.name()).equals(groupKey))) {
				groups.add(candidate.id());
			}
		}
		Set<SubjectId> found = new HashSet<>();
		String subjectKey = Spelling.key(subject);
		for (Subject candidate : subjects) {
			if (candidate.id().value().equals(subject)
					|| (!subjectKey.isEmpty() && Spelling.key(candidate.name()).equals(subjectKey))) {
				found.add(candidate.id());
			}
		}
		return new Claim(groups, found);
	}

	/** Whether it names a class group or subject that the school does not have. */
	boolean isUnknown() {
		return this.classGroups.isEmpty() || this.subjects.isEmpty();
	}

}
