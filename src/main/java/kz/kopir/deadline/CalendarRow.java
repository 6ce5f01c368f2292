package kz.kopir.deadline;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import kz.kopir.mapping.Table;
import kz.kopir.school.Term;

/**
 * One line of the calendar.
 *
 * @param row its place in the table
 * @param year the school year, for example {@code 2026-27}
 * @param kind what it says
 * @param number number of the term; 0 for anything else
 * @param from first day
 * @param to last day, included
 */
record CalendarRow(Table.Row row, String year, Kind kind, int number, LocalDate from, LocalDate to) {

	private static final Map<String, Kind> KINDS = Map.of("term", Kind.TERM, "holiday", Kind.HOLIDAY, "workday",
			Kind.WORKDAY);

	private static final Map<String, Integer> NUMBERS = Map.of("1", 1, "2", 2, "3", 3, "4", 4);

	private static final Pattern YEAR = Pattern.compile("(20\\d\\d)-(\\d\\d)");

	private static final int AUGUST = 8;

	static CalendarRow of(Table.Row row) {
		Kind kind = row.choose("kind", KINDS);
		LocalDate from = date(row, "from");
		LocalDate to = row.get("to").isEmpty() ? from : date(row, "to");
		if (to.isBefore(from)) {
			throw row.wrong("to", "The last day lies before the first.", "Exchange or correct the two dates.");
		}
		LocalDate begin = LocalDate.of(firstYear(row), AUGUST, 1);
		if (from.isBefore(begin) || !to.isBefore(begin.plusYears(1))) {
			throw row.wrong("year", "The dates do not lie in this school year.",
					"A school year reaches from 1 August to 31 July.");
		}
		if (kind != Kind.TERM && !row.get("number").isEmpty()) {
			throw row.wrong("number", "Only a term has a number.", "Leave the cell empty.");
		}
		int number = (kind == Kind.TERM) ? row.choose("number", NUMBERS) : 0;
		return new CalendarRow(row, row.get("year"), kind, number, from, to);
	}

	private static int firstYear(Table.Row row) {
		Matcher year = YEAR.matcher(row.require("year"));
		if (year.matches()) {
			int first = Integer.parseInt(year.group(1));
			if ((first + 1) % 100 == Integer.parseInt(year.group(2))) {
				return first;
			}
		}
		throw row.wrong("year", "«" + row.get("year") + "» is no school year.", "Write it like 2026-27.");
	}

	private static LocalDate date(Table.Row row, String column) {
		String cell = row.require(column);
		try {
			return LocalDate.parse(cell);
		}
		catch (DateTimeParseException ex) {
			throw row.wrong(column, "«" + cell + "» is no date.", "Write year-month-day, for example 2026-09-01.", ex);
		}
	}

	Term term() {
		return new Term(this.number, this.from, this.to);
	}

	List<LocalDate> days() {
		return this.from.datesUntil(this.to.plusDays(1)).toList();
	}

	/** What a line of the calendar says. */
	enum Kind {

		TERM, HOLIDAY, WORKDAY

	}

}
