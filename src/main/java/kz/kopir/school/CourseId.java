package kz.kopir.school;

/**
 * Classroom's id of a course.
 *
 * @param value the id as text, never blank
 */
public record CourseId(String value) implements Comparable<CourseId> {

	public CourseId {
		Ids.requireText(value, "CourseId");
	}

	@Override
	public int compareTo(CourseId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
