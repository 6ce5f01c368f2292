package kz.kopir.rehearsal.world;

import java.time.LocalDate;
import java.util.List;

/**
 * One slot of the timetable.
 *
 * @param id Kundelik's id, 19 digits
 * @param date day in Asia/Almaty
 * @param number number of the lesson on that day within the class group's shift, 1 to 8
 * @param subjectId what is taught
 * @param groupId class or subgroup that is taught
 * @param teacherIds persons who teach it: the timetable's teachers, or a substitute
 */
public record LessonFacts(long id, LocalDate date, int number, long subjectId, long groupId, List<Long> teacherIds) {

	public LessonFacts {
		teacherIds = List.copyOf(teacherIds);
	}

}
