package kz.kopir.digest;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * How the БЖБ and ТЖБ stand whose term of publication ended in one week.
 *
 * @param week its Monday, Asia/Almaty
 * @param due how many there are: the sum of the others
 * @param inTime how many stood in the journal in time
 * @param late how many came later
 * @param overdue how many do not stand there yet
 */
public record WeekFigures(LocalDate week, int due, int inTime, int late, int overdue) {

	public WeekFigures {
		if (week.getDayOfWeek() != DayOfWeek.MONDAY) {
			throw new IllegalArgumentException(week + " is no Monday. Name a week by its Monday.");
		}
		if (inTime < 0 || late < 0 || overdue < 0 || inTime + late + overdue != due) {
			throw new IllegalArgumentException("The week of " + week + " does not come out: " + due + " due, but "
					+ inTime + " in time, " + late + " late and " + overdue + " overdue.");
		}
	}

	/**
	 * Share in time in whole percent, rounded down, so that 100 means all of them.
	 * @throws IllegalStateException when nothing was due
	 */
	public int percentInTime() {
		if (this.due == 0) {
			throw new IllegalStateException("In the week of " + this.week + " nothing was due, so there is no share.");
		}
		return this.inTime * 100 / this.due;
	}

}
