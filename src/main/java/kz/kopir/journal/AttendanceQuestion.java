package kz.kopir.journal;

import java.util.List;

import kz.kopir.school.ClassGroupId;
import kz.kopir.school.LessonId;

/**
 * Asks what attendance the journal holds on some lessons of a class group.
 *
 * @param classGroup the class group
 * @param lessons its lessons
 */
public record AttendanceQuestion(ClassGroupId classGroup, List<LessonId> lessons) {

	public AttendanceQuestion {
		lessons = List.copyOf(lessons);
	}

}
