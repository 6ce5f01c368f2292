package kz.kopir.journal;

import java.util.List;
import java.util.Map;
import java.util.Set;

import kz.kopir.school.ClassGroup;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.Pupil;
import kz.kopir.school.Subject;
import kz.kopir.school.Term;

/**
 * What a journal says of a school as a whole.
 *
 * @param terms its terms of the current year
 * @param markValues marks that it knows on the scale of 1 to 10
 * @param classGroups classes and subgroups of the current year
 * @param subjects subjects taught
 * @param pupils pupils of each class group
 */
public record JournalFrame(List<Term> terms, Set<String> markValues, List<ClassGroup> classGroups,
		List<Subject> subjects, Map<ClassGroupId, List<Pupil>> pupils) {

	public List<Pupil> pupilsOf(ClassGroupId classGroup) {
		return this.pupils.getOrDefault(classGroup, List.of());
	}

}
