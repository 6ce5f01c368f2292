package kz.kopir.journal;

import java.time.Instant;
import java.time.LocalDate;

import kz.kopir.school.AttendanceStatus;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.LessonId;
import kz.kopir.school.PupilId;
import kz.kopir.school.WorkId;
import org.jspecify.annotations.Nullable;

/**
 * One write to the journal. Its text form holds neither wording nor pupil nor mark nor
 * status.
 */
public sealed interface JournalWrite {

	/** The delivery that this write settles. */
	String delivery();

	/**
	 * Puts a work on a lesson, or changes it.
	 *
	 * @param delivery the delivery
	 * @param existing the work to change, or null for a new one
	 * @param classGroup class group of the lesson
	 * @param lesson the lesson
	 * @param homework whether it is a homework
	 * @param text its wording
	 * @param target the day for which it is due
	 * @param issued when it was given
	 * @param carriesMarks whether marks will stand on it
	 */
	record PutWork(String delivery, @Nullable WorkId existing, ClassGroupId classGroup, LessonId lesson,
			boolean homework, String text, LocalDate target, Instant issued,
			boolean carriesMarks) implements JournalWrite {

		@Override
		public String toString() {
			return "PutWork[" + this.delivery + "]";
		}

	}

	/**
	 * Puts a mark on a work.
	 *
	 * @param delivery the delivery
	 * @param work the work
	 * @param pupil whose mark
	 * @param mark 1 to 10
	 */
	record PutMark(String delivery, WorkId work, PupilId pupil, int mark) implements JournalWrite {

		@Override
		public String toString() {
			return "PutMark[" + this.delivery + "]";
		}

	}

	/**
	 * Puts a score into the criteria journal.
	 *
	 * @param delivery the delivery
	 * @param classGroup class group of the section
	 * @param section the section
	 * @param pupil whose score
	 * @param value 0 up to the section's maximum
	 */
	record PutCriteriaMark(String delivery, ClassGroupId classGroup, String section, PupilId pupil,
			int value) implements JournalWrite {

		@Override
		public String toString() {
			return "PutCriteriaMark[" + this.delivery + "]";
		}

	}

	/**
	 * Puts an attendance on a lesson.
	 *
	 * @param delivery the delivery
	 * @param lesson the lesson
	 * @param pupil whose attendance
	 * @param status how the pupil attended
	 * @param replaces whether an entry stands there that this one takes the place of
	 */
	record PutAttendance(String delivery, LessonId lesson, PupilId pupil, AttendanceStatus status,
			boolean replaces) implements JournalWrite {

		@Override
		public String toString() {
			return "PutAttendance[" + this.delivery + "]";
		}

	}

}
