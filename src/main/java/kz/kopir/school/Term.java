package kz.kopir.school;

import java.time.LocalDate;

/**
 * A quarter (тоқсан) as the journal holds it.
 *
 * @param number 1 to 4
 * @param start first day
 * @param finish last day, included
 */
public record Term(int number, LocalDate start, LocalDate finish) {

	public boolean contains(LocalDate day) {
		return !day.isBefore(this.start) && !day.isAfter(this.finish);
	}

}
