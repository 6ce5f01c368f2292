package kz.kopir.deadline;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How long the journal accepts entries of a lesson. Kundelik counts the days from the
 * lesson's date and blocks first entries as well as changes: with 7 days a lesson of 2
 * September is open up to 9 September.
 *
 * @param days days after the lesson's day; 0 means without limit
 */
public record EditPeriod(int days) {

	public EditPeriod {
		if (days < 0) {
			throw new IllegalArgumentException(
					"An edit period cannot have " + days + " days. Give the journal's number of days, or 0 for none.");
		}
	}

	/**
	 * Whether entries of a lesson may still be written.
	 * @param lessonDate day of the lesson
	 * @param day day of the writing, in the same time zone
	 * @return whether the journal still accepts them
	 */
	public boolean isOpen(LocalDate lessonDate, LocalDate day) {
		return lastDay(lessonDate).map((last) -> !day.isAfter(last)).orElse(true);
	}

	/** The last day on which entries of a lesson may be written; empty without limit. */
	public Optional<LocalDate> lastDay(LocalDate lessonDate) {
		return (this.days > 0) ? Optional.of(lessonDate.plusDays(this.days)) : Optional.empty();
	}

}
