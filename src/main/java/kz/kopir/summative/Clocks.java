package kz.kopir.summative;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/**
 * The two clocks of a summative work.
 *
 * @param lastDay last day on which the school wants the result in the journal
 * @param publishBy the moment from which on it is late
 * @param remindFrom first day on which the teacher is reminded
 * @param journalLocks the moment from which on the journal takes nothing any more, or
 * null without limit
 */
public record Clocks(LocalDate lastDay, Instant publishBy, LocalDate remindFrom, @Nullable Instant journalLocks) {

	/** Whether the school's term of publication is over. */
	public boolean isLate(Instant now) {
		return !now.isBefore(this.publishBy);
	}

	/**
	 * Last day of the clock that runs now: the school's term of publication, after it the
	 * journal's own limit.
	 * @return null when none runs any more
	 */
	public @Nullable LocalDate runsUntil(Instant now, ZoneId zone) {
		if (!isLate(now)) {
			return this.lastDay;
		}
		Instant locks = this.journalLocks;
		return (locks != null && now.isBefore(locks)) ? LocalDate.ofInstant(locks.minusMillis(1), zone) : null;
	}

	/** Whether the teacher is to be reminded: the term is not over yet, but soon. */
	public boolean isDueSoon(LocalDate today, Instant now) {
		return !today.isBefore(this.remindFrom) && !isLate(now);
	}

}
