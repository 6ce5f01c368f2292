package kz.kopir.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import kz.kopir.mapping.Table;
import kz.kopir.school.Term;

/**
 * The school's calendar: terms, holidays and moved working days.
 */
public final class SchoolCalendar {

	/** Columns of {@code mappings/calendar.csv}. */
	public static final List<String> COLUMNS = List.of("year", "kind", "number", "from", "to", "source");

	private SchoolCalendar() {
	}

	/**
	 * Makes a calendar.
	 * @param table table with {@link #COLUMNS}
	 * @return the calendar
	 * @throws kz.kopir.mapping.MappingException when the table contradicts itself
	 */
	public static SchoolCalendar of(Table table) {
		throw new UnsupportedOperationException();
	}

	/** Whether pupils are taught on a day. */
	public boolean isSchoolDay(LocalDate day) {
		throw new UnsupportedOperationException();
	}

	/** The term in which a day lies. */
	public Optional<Term> termOf(LocalDate day) {
		throw new UnsupportedOperationException();
	}

}
