package kz.kopir.sync;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a plan knows of the results of all forms of control.
 *
 * @param tallies what became of the grades of each coursework, by
 * {@link EntryKey#source()}
 * @param graded the graded courseworks that were looked at
 * @param readCourses ids of the courses that were read to their end
 * @param otherDays courseworks, as {@link EntryKey#source()}, of days that were not read
 * @param summatives the БЖБ and ТЖБ
 * @param previews what the marks of the term would be
 */
record ControlFacts(Map<String, ItemTally> tallies, List<GradedCoursework> graded, Set<String> readCourses,
		Set<String> otherDays, List<SummativeItem> summatives, List<TermPreview> previews) {

	ControlFacts {
		tallies = new HashMap<>(tallies);
		graded = List.copyOf(graded);
		readCourses = new HashSet<>(readCourses);
		otherDays = new HashSet<>(otherDays);
		summatives = List.copyOf(summatives);
		previews = List.copyOf(previews);
	}

	/** A plan that is not of courseworks. */
	static ControlFacts none() {
		return new ControlFacts(Map.of(), List.of(), Set.of(), Set.of(), List.of(), List.of());
	}

	ItemTally tally(String source) {
		return this.tallies.getOrDefault(source, new ItemTally());
	}

}
