package kz.kopir.digest;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

import kz.kopir.deadline.SchoolCalendar;

/**
 * When people may be written to: on school days, outside of the quiet hours.
 */
final class WritingHours {

	private static final Duration NEAR = Duration.ofHours(24);

	/** Less time than this is of no use to the person who has to act. */
	private static final Duration LEAST_NOTICE = Duration.ofHours(1);

	private final SchoolCalendar calendar;

	private final DigestPolicy policy;

	private final ZoneId zone;

	WritingHours(SchoolCalendar calendar, DigestPolicy policy, ZoneId zone) {
		this.calendar = calendar;
		this.policy = policy;
		this.zone = zone;
	}

	/** The day of a moment. */
	LocalDate day(Instant moment) {
		return LocalDate.ofInstant(moment, this.zone);
	}

	private LocalTime time(Instant moment) {
		return LocalTime.ofInstant(moment, this.zone);
	}

	/** Whether people may be written to now. */
	boolean areOpen(Instant now) {
		return this.calendar.isSchoolDay(day(now)) && !this.policy.isQuiet(time(now));
	}

	/** Whether people may be written to now, and the hour of the daily mail has come. */
	boolean isDailyHour(Instant now) {
		return areOpen(now) && !time(now).isBefore(this.policy.dailyAt());
	}

	/**
	 * The weekly overview that is due now: on the policy's day of the week, or on the
	 * first school day after it. A gateway that was off on that day makes up for it, up
	 * to the next one.
	 */
	Optional<Weekly> weekly(Instant now) {
		if (!areOpen(now)) {
			return Optional.empty();
		}
		LocalDate today = day(now);
		LocalDate planned = today.with(TemporalAdjusters.previousOrSame(this.policy.weeklyDay()));
		LocalDate due = planned.datesUntil(today).filter(this.calendar::isSchoolDay).findFirst().orElse(today);
		return (due.equals(today) && time(now).isBefore(this.policy.weeklyAt())) ? Optional.empty()
				: Optional.of(new Weekly(planned, due));
	}

	/**
	 * Whether a deadline is so near that the person must know at once. That is a day
	 * before it. When this whole day falls into quiet hours and days without school, it
	 * is the hour of the daily mail on the last school day before: the person still has
	 * the evening, and the quiet is kept.
	 */
	boolean isNear(Instant deadline, Instant now) {
		if (!deadline.isAfter(now)) {
			return false;
		}
		return !deadline.isAfter(now.plus(NEAR)) || (isDailyHour(now) && isTooLateNextTime(deadline, now));
	}

	private boolean isTooLateNextTime(Instant deadline, Instant now) {
		return this.calendar.schoolDayAfter(day(now), 1)
			.map((next) -> LocalDateTime.of(next, this.policy.opens()).atZone(this.zone).toInstant())
			.map((opening) -> opening.plus(LEAST_NOTICE).isAfter(deadline))
			.orElse(true);
	}

	/**
	 * One weekly overview.
	 *
	 * @param planned its day if there were no holidays
	 * @param due the school day on which it is due
	 */
	record Weekly(LocalDate planned, LocalDate due) {

		/** The last day before the next one. */
		LocalDate last() {
			return this.planned.plusWeeks(1).minusDays(1);
		}

		/**
		 * The Monday of the last week whose figures were there when it was due.
		 */
		LocalDate latestWeek(LocalDate today) {
			return today.equals(this.due) ? today
					: this.due.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1);
		}

	}

}
