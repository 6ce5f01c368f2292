package kz.kopir.school;

import org.jspecify.annotations.Nullable;

/**
 * A Google Classroom course.
 *
 * @param id Classroom's id
 * @param name as the teacher named it
 * @param section often the class, for example {@code 7А}
 * @param description free text, may carry the school's course code
 * @param owner the teacher who owns the course
 * @param state its state
 */
public record Course(CourseId id, String name, @Nullable String section, @Nullable String description,
		ClassroomUserId owner, State state) {

	@Override
	public String toString() {
		return "Course[" + this.id + "]";
	}

	/**
	 * States of a course. {@link #UNKNOWN} stands for a value that this version does not
	 * know.
	 */
	public enum State {

		ACTIVE, ARCHIVED, PROVISIONED, DECLINED, SUSPENDED, UNKNOWN

	}

}
