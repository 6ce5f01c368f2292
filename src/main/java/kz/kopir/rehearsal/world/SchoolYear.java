package kz.kopir.rehearsal.world;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The calendar of 2026-27 (order 213-НҚ of 29.07.2026): terms, holidays, five-day weeks.
 * All Kazakhstan is UTC+5.
 */
final class SchoolYear {

	static final LocalDate FIRST_DAY = LocalDate.of(2026, 9, 1);

	private static final Set<LocalDate> HOLIDAYS = Set.of(LocalDate.of(2026, 12, 16), LocalDate.of(2027, 3, 8),
			LocalDate.of(2027, 3, 15), LocalDate.of(2027, 5, 7));

	private final List<TermFacts> terms;

	private final List<LocalDate> lessonDays = new ArrayList<>();

	SchoolYear(Keys keys) {
		this.terms = List.of(new TermFacts(keys.term(1), 1, FIRST_DAY, LocalDate.of(2026, 10, 25)),
				new TermFacts(keys.term(2), 2, LocalDate.of(2026, 11, 2), LocalDate.of(2026, 12, 27)),
				new TermFacts(keys.term(3), 3, LocalDate.of(2027, 1, 11), LocalDate.of(2027, 3, 21)),
				new TermFacts(keys.term(4), 4, LocalDate.of(2027, 3, 29), LocalDate.of(2027, 5, 25)));
		for (TermFacts term : this.terms.subList(0, 2)) {
			for (LocalDate day = term.start(); !day.isAfter(term.finish()); day = day.plusDays(1)) {
				if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !HOLIDAYS.contains(day)) {
					this.lessonDays.add(day);
				}
			}
		}
	}

	List<TermFacts> terms() {
		return this.terms;
	}

	/** Days with lessons in terms 1 and 2, in order. */
	List<LocalDate> lessonDays() {
		return this.lessonDays;
	}

	/** The term of a day; in a break the term before it. */
	TermFacts termAt(LocalDate day) {
		TermFacts found = this.terms.get(0);
		for (TermFacts term : this.terms) {
			if (!term.start().isAfter(day)) {
				found = term;
			}
		}
		return found;
	}

	/** Days since 1 September. */
	static int dayIndex(LocalDate day) {
		return (int) ChronoUnit.DAYS.between(FIRST_DAY, day);
	}

	/** A time of day in Almaty as an instant. */
	static Instant at(LocalDate day, LocalTime time) {
		return day.atTime(time).toInstant(ZoneOffset.ofHours(5));
	}

}
