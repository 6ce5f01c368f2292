package kz.kopir.preparation;

import java.time.LocalDate;

import kz.kopir.school.TeacherId;
import org.jspecify.annotations.Nullable;

/**
 * A teacher's lessons of a week that were held at a distance.
 *
 * @param teacher the teacher, or null for lessons without one
 * @param monday first day of the week, Asia/Almaty
 * @param lessons lessons held at a distance; a lesson of two teachers counts for each
 * @param inTime of these, with something given in time
 * @param late of these, with something given after it began
 * @param nothing of these, with nothing
 */
public record TeacherWeek(@Nullable TeacherId teacher, LocalDate monday, int lessons, int inTime, int late,
		int nothing) {
}
