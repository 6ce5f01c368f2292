package kz.kopir.workbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import kz.kopir.school.PupilId;
import kz.kopir.workbook.CriteriaSheet.Cell;
import kz.kopir.workbook.CriteriaSheet.Column;
import kz.kopir.workbook.CriteriaSheet.Row;
import org.jspecify.annotations.Nullable;

/**
 * Generated class groups.
 */
final class SampleSheets {

	static final LocalDate DAY = LocalDate.of(2026, 11, 27);

	static final List<Column> COLUMNS = List.of(new Column(1, 10, DAY), new Column(2, 20, null),
			new Column(0, 30, DAY.plusDays(7)));

	private static final List<String> SURNAMES = List.of("Әбдіғаппарұлы", "Ғабитова", "Қасымұлы", "Өтегенова",
			"Ұланова", "Үсенов", "Іскендірова", "Жаһангерова");

	private static final List<String> GIVEN = List.of("Әсел", "Еңлік", "Гүлжаһан", "Айым", "Нұрқен");

	private SampleSheets() {
	}

	/** A made-up name, another for each number below 40. */
	static String name(int number) {
		return SURNAMES.get(number % SURNAMES.size()) + " " + GIVEN.get(number / SURNAMES.size());
	}

	static Cell wanted(int mark) {
		return new Cell(null, mark);
	}

	static Cell standing(int mark) {
		return new Cell(mark, null);
	}

	static Cell cell(@Nullable Integer standing, @Nullable Integer wanted) {
		return new Cell(standing, wanted);
	}

	static Row row(int number, Map<Integer, Cell> cells) {
		return new Row(new PupilId("p" + number), name(number), cells);
	}

	static CriteriaSheet sheet(String subject, List<Column> columns, List<Row> rows) {
		return new CriteriaSheet("7 «А»", subject, 2, columns, rows);
	}

	/**
	 * One mark wanted in each column for each of the pupils, the first ones' БЖБ 1 apart.
	 */
	static CriteriaSheet algebra(int pupils) {
		List<Row> rows = new ArrayList<>();
		for (int i = 0; i < pupils; i++) {
			Map<Integer, Cell> cells = new LinkedHashMap<>();
			cells.put(1, wanted(i % 11));
			cells.put(2, wanted(i % 21));
			cells.put(0, wanted(i % 31));
			rows.add(row(i, cells));
		}
		return sheet("Алгебра", COLUMNS, rows);
	}

	static CriteriaSheet with(CriteriaSheet sheet, int pupil, int part, Cell cell) {
		List<Row> rows = new ArrayList<>(sheet.rows());
		Map<Integer, Cell> cells = new LinkedHashMap<>(rows.get(pupil).cells());
		cells.put(part, cell);
		rows.set(pupil, new Row(rows.get(pupil).pupil(), rows.get(pupil).name(), cells));
		return new CriteriaSheet(sheet.classGroup(), sheet.subject(), sheet.term(), sheet.columns(), rows);
	}

}
