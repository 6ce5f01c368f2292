package kz.kopir.school;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One pupil's submission of a coursework. Its text form holds no grade.
 *
 * @param id Classroom's id
 * @param coursework what was set
 * @param pupil whose it is
 * @param state how far it is
 * @param assignedGrade grade that the pupil sees, in points; null is "no grade", which is
 * not 0
 * @param updated last change, or null when it was never opened
 */
public record Submission(String id, CourseworkId coursework, ClassroomUserId pupil, State state,
		@Nullable BigDecimal assignedGrade, @Nullable Instant updated) {

	@Override
	public String toString() {
		return "Submission[" + this.coursework + "/" + this.id + "]";
	}

	/** How far a submission is. */
	public enum State {

		NEW, CREATED, TURNED_IN, RETURNED, RECLAIMED_BY_STUDENT, UNKNOWN

	}

}
