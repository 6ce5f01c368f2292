package kz.kopir.summative;

import java.time.Instant;
import java.time.LocalDate;

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

	/** Whether the teacher is to be reminded: the term is not over yet, but soon. */
	public boolean isDueSoon(LocalDate today, Instant now) {
		return !today.isBefore(this.remindFrom) && !isLate(now);
	}

}
