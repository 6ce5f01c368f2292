package kz.kopir.school;

import java.time.LocalDate;

/**
 * One slot of the journal's timetable.
 *
 * @param id the journal's id
 * @param date day of the lesson in Asia/Almaty
 * @param number number of the lesson on that day
 * @param subject what is taught
 * @param classGroup who is taught
 */
public record Lesson(LessonId id, LocalDate date, int number, SubjectId subject, ClassGroupId classGroup) {
}
