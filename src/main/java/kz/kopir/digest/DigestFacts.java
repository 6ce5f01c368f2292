package kz.kopir.digest;

import java.util.List;
import java.util.Map;

import kz.kopir.school.ClassGroupId;

/**
 * What the digest of one school is made of.
 *
 * @param concerns its problems; closed ones play no part
 * @param classGroups names of the class groups; one without a name is called by its id
 * @param told what was told already
 * @param weeks figures of the last weeks, for the weekly overview
 * @param overdue problems about results that are overdue, for the weekly overview
 */
public record DigestFacts(List<Concern> concerns, Map<ClassGroupId, String> classGroups, List<Told> told,
		List<WeekFigures> weeks, List<Concern> overdue) {

	public DigestFacts {
		concerns = List.copyOf(concerns);
		classGroups = Map.copyOf(classGroups);
		told = List.copyOf(told);
		weeks = List.copyOf(weeks);
		overdue = List.copyOf(overdue);
	}

}
