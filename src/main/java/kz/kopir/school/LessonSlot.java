package kz.kopir.school;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Set;

/**
 * A lesson with its time by the school's bells and those who teach it.
 *
 * @param lesson the lesson
 * @param start when it begins
 * @param end when it ends, after its start
 * @param firstBell when the first lesson of its class begins, which tells its shift
 * @param teachers who teaches it by the timetable: the usual teachers, or a substitute
 */
public record LessonSlot(Lesson lesson, Instant start, Instant end, LocalTime firstBell, Set<TeacherId> teachers) {

	public LessonSlot {
		if (!end.isAfter(start)) {
			throw new IllegalArgumentException("The lesson " + lesson.id() + " has no length.");
		}
		teachers = Set.copyOf(teachers);
	}

}
