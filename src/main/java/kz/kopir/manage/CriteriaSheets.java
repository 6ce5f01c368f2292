package kz.kopir.manage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import kz.kopir.school.PupilId;
import kz.kopir.sync.ControlItem;
import kz.kopir.sync.SummativeScoreRow;
import kz.kopir.workbook.CriteriaSheet;

/**
 * Makes the sheets of a class group's workbook from what the last run found out: one for
 * each subject, with its БЖБ and ТЖБ.
 */
final class CriteriaSheets {

	/** What a teacher may type: what waits or is held for another reason is left out. */
	private static final List<String> TO_TYPE = List.of("standing", "planned", "handed-over", "differs");

	private final Map<String, List<SummativeScoreRow>> scores = new HashMap<>();

	CriteriaSheets(List<SummativeScoreRow> scores) {
		scores.forEach((score) -> this.scores
			.computeIfAbsent(score.course() + "/" + score.coursework(), (work) -> new ArrayList<>())
			.add(score));
	}

	/**
	 * The sheets of a term.
	 * @param items the works of one class group and term
	 */
	List<CriteriaSheet> of(List<ControlItem> items, int term) {
		Map<String, Map<Integer, List<ControlItem>>> bySubject = new TreeMap<>();
		for (ControlItem item : items) {
			if (item.part() != null && item.maximum() != null) {
				bySubject.computeIfAbsent(item.subjectName(), (subject) -> new TreeMap<>(CriteriaSheets::columns))
					.computeIfAbsent(item.part(), (part) -> new ArrayList<>())
					.add(item);
			}
		}
		List<CriteriaSheet> sheets = new ArrayList<>();
		bySubject.forEach((subject, parts) -> sheets.add(sheet(subject, parts, term)));
		return sheets;
	}

	/** БЖБ by their number, the ТЖБ last, as the journal shows them. */
	private static int columns(int one, int other) {
		return Integer.compare((one == CriteriaSheet.TERM_SUMMATIVE) ? Integer.MAX_VALUE : one,
				(other == CriteriaSheet.TERM_SUMMATIVE) ? Integer.MAX_VALUE : other);
	}

	private CriteriaSheet sheet(String subject, Map<Integer, List<ControlItem>> parts, int term) {
		List<CriteriaSheet.Column> columns = new ArrayList<>();
		Map<PupilId, Map<Integer, CriteriaSheet.Cell>> cells = new LinkedHashMap<>();
		Map<PupilId, String> names = new HashMap<>();
		parts.forEach((part, works) -> {
			ControlItem first = works.get(0);
			columns.add(new CriteriaSheet.Column(part, first.maximum(), first.lastDay()));
			works.forEach((work) -> this.scores.getOrDefault(work.course() + "/" + work.coursework(), List.of())
				.forEach((score) -> {
					names.put(score.pupil(), score.name());
					cells.computeIfAbsent(score.pupil(), (pupil) -> new HashMap<>())
						.merge(part, cell(score), CriteriaSheets::either);
				}));
		});
		List<CriteriaSheet.Row> rows = new ArrayList<>();
		cells.forEach((pupil, own) -> rows.add(new CriteriaSheet.Row(pupil, names.get(pupil), own)));
		return new CriteriaSheet(classGroup(parts), subject, term, columns, rows);
	}

	private static String classGroup(Map<Integer, List<ControlItem>> parts) {
		return parts.values().iterator().next().get(0).classGroupName();
	}

	private static CriteriaSheet.Cell cell(SummativeScoreRow score) {
		return new CriteriaSheet.Cell(score.standing(), TO_TYPE.contains(score.state()) ? score.wanted() : null);
	}

	/**
	 * A pupil who sat the work on another day has a grade in one of the two works only.
	 */
	private static CriteriaSheet.Cell either(CriteriaSheet.Cell one, CriteriaSheet.Cell other) {
		return (one.wanted() != null) ? one
				: new CriteriaSheet.Cell((one.standing() != null) ? one.standing() : other.standing(), other.wanted());
	}

}
