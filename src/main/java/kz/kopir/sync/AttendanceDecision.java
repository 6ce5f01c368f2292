package kz.kopir.sync;

import java.time.Instant;

import kz.kopir.school.AttendanceStatus;
import kz.kopir.school.LessonId;
import kz.kopir.school.PupilId;

/**
 * What a person said of a pupil in a lesson.
 *
 * @param lesson the lesson
 * @param pupil the pupil
 * @param status how the pupil attended
 * @param decidedBy who said so
 * @param decidedAt when
 */
public record AttendanceDecision(LessonId lesson, PupilId pupil, AttendanceStatus status, String decidedBy,
		Instant decidedAt) {

	@Override
	public String toString() {
		return "AttendanceDecision[" + this.lesson + "]";
	}

}
