package kz.kopir.school;

/**
 * The journal's id of a lesson.
 *
 * @param value the id as text, never blank
 */
public record LessonId(String value) implements Comparable<LessonId> {

	public LessonId {
		Ids.requireText(value, "LessonId");
	}

	@Override
	public int compareTo(LessonId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
