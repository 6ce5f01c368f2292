package kz.kopir.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

import kz.kopir.school.Term;

/**
 * The two clocks of a result: by when the school wants it in the journal, and until when
 * the journal takes it. The school's term is counted in school days after the day of the
 * work, which is not counted itself; it ends with the last of these days, at midnight in
 * the school's time zone. No act names a number of days (regulation, clauses 3.2 and 4.2:
 * "within the set terms").
 */
public final class PublicationTerms {

	/** Kundelik counts a formative mark as on time up to here on the day after. */
	private static final LocalTime FORMATIVE_ON_TIME = LocalTime.of(13, 0);

	private final SchoolCalendar calendar;

	private final ZoneId zone;

	/**
	 * @param calendar school days and terms
	 * @param zone the school's time zone
	 */
	public PublicationTerms(SchoolCalendar calendar, ZoneId zone) {
		this.calendar = calendar;
		this.zone = zone;
	}

	/**
	 * The last day on which a summative result is on time. It never lies beyond the last
	 * school day of its term, because the mark of the term is made of it; a work of that
	 * day or later is due on its own day.
	 * @param held day of the work
	 * @param schoolDays school days after it, 1 or more
	 * @param term the term to which the work belongs
	 * @return the day, in the school's time zone
	 */
	public LocalDate lastDay(LocalDate held, int schoolDays, Term term) {
		LocalDate counted = this.calendar.schoolDayAfter(held, schoolDays).orElse(term.finish());
		LocalDate lastOfTerm = this.calendar.lastSchoolDay(term);
		LocalDate day = counted.isAfter(lastOfTerm) ? lastOfTerm : counted;
		return day.isBefore(held) ? held : day;
	}

	/** The moment from which on a result that was due on a day is late. */
	public Instant endOf(LocalDate day) {
		return day.plusDays(1).atStartOfDay(this.zone).toInstant();
	}

	/**
	 * The first day on which the teacher is reminded.
	 * @param lastDay last day on which the result is on time
	 * @param schoolDays how many school days before; 0 for the same day
	 * @return the day; the last day itself where the calendar begins after
	 */
	public LocalDate remindFrom(LocalDate lastDay, int schoolDays) {
		return (schoolDays == 0) ? lastDay : this.calendar.schoolDayBefore(lastDay, schoolDays).orElse(lastDay);
	}

	/**
	 * The moment from which on the journal takes nothing for a lesson any more.
	 * @param lesson day of the lesson
	 * @param editPeriod the journal's edit period
	 * @return the moment, or empty without limit
	 */
	public Optional<Instant> journalLocks(LocalDate lesson, EditPeriod editPeriod) {
		return editPeriod.lastDay(lesson).map(this::endOf);
	}

	/**
	 * Up to when a formative mark counts as on time in Kundelik's own report: the day of
	 * the lesson, or 13:00 of the next day, school day or not.
	 * @param lesson day of the lesson
	 * @return the moment
	 */
	public Instant formativeOnTimeUntil(LocalDate lesson) {
		return lesson.plusDays(1).atTime(FORMATIVE_ON_TIME).atZone(this.zone).toInstant();
	}

}
