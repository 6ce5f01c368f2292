package kz.kopir.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.List;
import java.util.Map;

import kz.kopir.mapping.Table;
import kz.kopir.school.Term;

/**
 * The school's calendar: terms, holidays and moved working days. Announced dates change
 * between the ministry's news and its order, and the government moves working days by
 * decree, so all of it is data that a school edits.
 */
public final class SchoolCalendar {

	/** Columns of {@code mappings/calendar.csv}. */
	public static final List<String> COLUMNS = List.of("year", "kind", "number", "from", "to", "source");

	private final NavigableMap<LocalDate, Term> terms;

	private final Set<LocalDate> holidays;

	private final Set<LocalDate> workdays;

	private final Set<DayOfWeek> freeDays;

	private SchoolCalendar(NavigableMap<LocalDate, Term> terms, Set<LocalDate> holidays, Set<LocalDate> workdays,
			Set<DayOfWeek> freeDays) {
		this.terms = terms;
		this.freeDays = freeDays;
		this.holidays = holidays;
		this.workdays = workdays;
	}

	/**
	 * Makes the calendar of a school that teaches five days a week.
	 * @param table table with {@link #COLUMNS}; {@code kind} is {@code term},
	 * {@code holiday} or {@code workday}, {@code to} may be empty for a single day
	 * @return the calendar
	 * @throws kz.kopir.mapping.MappingException when a date cannot be read, terms overlap
	 * or stand in the wrong order, or a day is both holiday and workday
	 */
	public static SchoolCalendar of(Table table) {
		return of(table, Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
	}

	/**
	 * Makes a calendar.
	 * @param table as for {@link #of(Table)}
	 * @param freeDays days of the week on which nobody is taught
	 * @return the calendar
	 * @throws kz.kopir.mapping.MappingException as for {@link #of(Table)}
	 */
	public static SchoolCalendar of(Table table, Set<DayOfWeek> freeDays) {
		NavigableMap<LocalDate, CalendarRow> terms = new TreeMap<>();
		Set<LocalDate> holidays = new HashSet<>();
		Set<LocalDate> workdays = new HashSet<>();
		List<CalendarRow> rows = table.rows().stream().map(CalendarRow::of).toList();
		for (CalendarRow row : rows) {
			switch (row.kind()) {
				case TERM -> addTerm(row, terms);
				case HOLIDAY -> row.days().forEach(holidays::add);
				case WORKDAY -> row.days().forEach(workdays::add);
			}
		}
		if (terms.isEmpty()) {
			throw table.wrong("kind", "The calendar has no term, so no day would be a school day.",
					"Add the terms of the school year.");
		}
		refuseDisorder(terms);
		NavigableMap<LocalDate, Term> byStart = new TreeMap<>();
		terms.forEach((start, row) -> byStart.put(start, row.term()));
		SchoolCalendar calendar = new SchoolCalendar(byStart, Set.copyOf(holidays), Set.copyOf(workdays),
				Set.copyOf(freeDays));
		rows.stream().filter((row) -> row.kind() == CalendarRow.Kind.WORKDAY).forEach(calendar::refuseIdleWorkday);
		return calendar;
	}

	/**
	 * The same with days of a single school.
	 * @param ownHolidays days on which it does not teach
	 * @param ownWorkdays days on which it teaches although they are free otherwise
	 */
	public SchoolCalendar with(Set<LocalDate> ownHolidays, Set<LocalDate> ownWorkdays) {
		Set<LocalDate> off = new HashSet<>(this.holidays);
		off.addAll(ownHolidays);
		off.removeAll(ownWorkdays);
		Set<LocalDate> on = new HashSet<>(this.workdays);
		on.addAll(ownWorkdays);
		on.removeAll(ownHolidays);
		return new SchoolCalendar(this.terms, off, on, this.freeDays);
	}

	private static void addTerm(CalendarRow row, NavigableMap<LocalDate, CalendarRow> terms) {
		CalendarRow same = terms.putIfAbsent(row.from(), row);
		if (same != null) {
			throw row.row().twice("from", same.row());
		}
	}

	private static void refuseDisorder(NavigableMap<LocalDate, CalendarRow> terms) {
		CalendarRow before = null;
		for (CalendarRow row : terms.values()) {
			if (before != null && !row.from().isAfter(before.to())) {
				throw row.row()
					.wrong("from", "The term overlaps with the one of line " + before.row().line() + ".",
							"A term begins after the one before it has ended.");
			}
			if (before != null && before.year().equals(row.year()) && row.number() <= before.number()) {
				throw row.row()
					.wrong("number",
							"Term " + row.number() + " begins after term " + before.number()
									+ " of the same year (line " + before.row().line() + ").",
							"Number the terms of a year in the order of their dates, each once.");
			}
			before = row;
		}
	}

	private void refuseIdleWorkday(CalendarRow row) {
		for (LocalDate day : row.days()) {
			if (this.holidays.contains(day)) {
				throw row.row()
					.wrong("kind", day + " is both a holiday and a workday.", "Remove the line that does not hold.");
			}
			if (termOf(day).isEmpty()) {
				throw row.row()
					.wrong("from", day + " lies in no term, so nobody is taught on that workday.",
							"Correct the date or the term.");
			}
		}
	}

	/**
	 * Whether pupils are taught on a day: a day of the school's week inside a term and no
	 * holiday, or a moved working day.
	 * @param day a day in the school's time zone
	 * @return whether it is a school day
	 */
	public boolean isSchoolDay(LocalDate day) {
		if (this.workdays.contains(day)) {
			return true;
		}
		return !this.freeDays.contains(day.getDayOfWeek()) && !this.holidays.contains(day) && termOf(day).isPresent();
	}

	/**
	 * The term in which a day lies.
	 * @param day a day in the school's time zone
	 * @return the term, or empty on a day between terms and outside of the calendar
	 */
	public Optional<Term> termOf(LocalDate day) {
		Map.Entry<LocalDate, Term> term = this.terms.floorEntry(day);
		return (term != null && term.getValue().contains(day)) ? Optional.of(term.getValue()) : Optional.empty();
	}

	/**
	 * The n-th school day after a day. The day itself is not counted.
	 * @param day a day in the school's time zone
	 * @param schoolDays how many, 1 or more
	 * @return the day, or empty when the calendar ends before
	 */
	public Optional<LocalDate> schoolDayAfter(LocalDate day, int schoolDays) {
		return step(day, schoolDays, 1);
	}

	/**
	 * The n-th school day before a day. The day itself is not counted.
	 * @param day a day in the school's time zone
	 * @param schoolDays how many, 1 or more
	 * @return the day, or empty when the calendar begins after
	 */
	public Optional<LocalDate> schoolDayBefore(LocalDate day, int schoolDays) {
		return step(day, schoolDays, -1);
	}

	/** The last day of a term on which pupils are taught. */
	public LocalDate lastSchoolDay(Term term) {
		return isSchoolDay(term.finish()) ? term.finish() : schoolDayBefore(term.finish(), 1).orElse(term.finish());
	}

	/**
	 * The term that ended last before a day, for days between terms.
	 * @param day a day in the school's time zone
	 * @return the term in which the day lies or the one before, or empty before the first
	 */
	public Optional<Term> termUpTo(LocalDate day) {
		return Optional.ofNullable(this.terms.floorEntry(day)).map(Map.Entry::getValue);
	}

	/**
	 * The term of a number that began last.
	 * @param number 1 to 4
	 * @param day a day in the school's time zone
	 * @return the term, or empty when none of that number began up to the day
	 */
	public Optional<Term> latest(int number, LocalDate day) {
		return this.terms.headMap(day, true)
			.descendingMap()
			.values()
			.stream()
			.filter((term) -> term.number() == number)
			.findFirst();
	}

	private Optional<LocalDate> step(LocalDate day, int schoolDays, int direction) {
		if (schoolDays < 1) {
			throw new IllegalArgumentException("Cannot count " + schoolDays + " school days. Give 1 or more.");
		}
		LocalDate first = this.terms.firstKey();
		LocalDate last = this.terms.lastEntry().getValue().finish();
		int counted = 0;
		for (LocalDate next = day.plusDays(direction); !next.isBefore(first)
				&& !next.isAfter(last); next = next.plusDays(direction)) {
			if (isSchoolDay(next) && ++counted == schoolDays) {
				return Optional.of(next);
			}
		}
		return Optional.empty();
	}

}
