package kz.kopir.journal;

import java.util.Set;

import kz.kopir.school.ClassGroupId;
import kz.kopir.school.SubjectId;

/**
 * Asks what the criteria journal (БЖБ and ТЖБ) holds for one class group.
 *
 * @param classGroup the class group
 * @param places the subjects and terms of the current school year that are asked for
 */
public record CriteriaQuestion(ClassGroupId classGroup, Set<Place> places) {

	public CriteriaQuestion {
		places = Set.copyOf(places);
	}

	/** Whether there is anything to ask. */
	public boolean isWorthwhile() {
		return !this.places.isEmpty();
	}

	/**
	 * A subject in a term.
	 *
	 * @param subject the subject
	 * @param term number of the term, 1 to 4
	 */
	public record Place(SubjectId subject, int term) {
	}

}
