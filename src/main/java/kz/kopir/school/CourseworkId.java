package kz.kopir.school;

/**
 * Classroom's id of a coursework; unique only together with its course.
 *
 * @param value the id as text, never blank
 */
public record CourseworkId(String value) implements Comparable<CourseworkId> {

	public CourseworkId {
		Ids.requireText(value, "CourseworkId");
	}

	@Override
	public int compareTo(CourseworkId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
