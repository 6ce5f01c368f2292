package kz.kopir.grading;

import java.time.Instant;
import java.time.LocalDate;

import kz.kopir.school.LessonId;

/**
 * A work that should stand in the journal.
 *
 * @param kind homework or column
 * @param lesson the lesson on which it hangs
 * @param lessonDate day of that lesson in the school's time zone
 * @param text what pupils and parents read; its last line is the coursework's address in
 * Classroom, see {@link WorkText#linkOf(String)}
 * @param target day on which it is due in the school's time zone; the lesson's day when
 * the coursework has no due date
 * @param issued when it was given
 * @param carriesMarks whether marks of it may stand in the journal
 */
public record WantedWork(WorkKind kind, LessonId lesson, LocalDate lessonDate, String text, LocalDate target,
		Instant issued, boolean carriesMarks) {
}
