package kz.kopir.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import kz.kopir.journal.CriteriaJournal;
import kz.kopir.journal.JournalCriteriaMark;
import kz.kopir.school.PupilId;

/**
 * What the criteria journal holds, found by section and pupil.
 */
final class CriteriaView {

	private final Map<Cell, List<String>> values = new HashMap<>();

	CriteriaView(CriteriaJournal criteria) {
		for (JournalCriteriaMark mark : criteria.marks()) {
			this.values.computeIfAbsent(new Cell(mark.section(), mark.pupil()), (cell) -> new ArrayList<>(1))
				.add(String.valueOf(mark.value()));
		}
	}

	/** Scores in a cell; normally none or one. */
	List<String> of(Cell cell) {
		return this.values.getOrDefault(cell, List.of());
	}

	/**
	 * A cell of the criteria journal.
	 *
	 * @param section the section
	 * @param pupil the pupil
	 */
	record Cell(String section, PupilId pupil) {
	}

}
