package kz.kopir.journal;

import java.util.List;
import java.util.Map;

import kz.kopir.school.ClassGroup;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.Pupil;
import kz.kopir.school.Subject;

/**
 * What a journal says of a school as a whole.
 *
 * @param classGroups classes and subgroups of the current year
 * @param subjects subjects taught
 * @param pupils pupils of each class group
 */
public record JournalFrame(List<ClassGroup> classGroups, List<Subject> subjects,
		Map<ClassGroupId, List<Pupil>> pupils) {

	public List<Pupil> pupilsOf(ClassGroupId classGroup) {
		return this.pupils.getOrDefault(classGroup, List.of());
	}

}
