package kz.kopir.preparation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

import kz.kopir.school.ClassGroupId;
import kz.kopir.school.LessonId;
import kz.kopir.school.SubjectId;
import kz.kopir.school.TeacherId;

/**
 * A lesson that is held at a distance.
 *
 * @param lesson the journal's id
 * @param classGroup who is taught
 * @param subject what is taught
 * @param date its day, Asia/Almaty
 * @param start when it begins
 * @param teachers who teaches it; may be nobody, then nobody is asked
 */
public record RemoteLesson(LessonId lesson, ClassGroupId classGroup, SubjectId subject, LocalDate date, Instant start,
		Set<TeacherId> teachers) {

	public RemoteLesson {
		teachers = Set.copyOf(teachers);
	}

}
