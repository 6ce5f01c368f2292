package kz.kopir.journal;

import kz.kopir.school.AttendanceStatus;
import kz.kopir.school.LessonId;
import kz.kopir.school.PupilId;
import org.jspecify.annotations.Nullable;

/**
 * The attendance of a pupil as the journal holds it. A pupil for whom nothing is recorded
 * has none. Its text form holds neither pupil nor status.
 *
 * @param lesson the lesson
 * @param pupil whose it is
 * @param status what it means, or null when the journal's word is not one that is known
 * @param said the journal's own word
 */
public record JournalAttendance(LessonId lesson, PupilId pupil, @Nullable AttendanceStatus status, String said) {

	@Override
	public String toString() {
		return "JournalAttendance[" + this.lesson + "]";
	}

}
