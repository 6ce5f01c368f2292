package kz.kopir.school;

/**
 * Classroom's id of a user: up to 21 digits, more than a {@code long} holds.
 *
 * @param value the id as text, never blank
 */
public record ClassroomUserId(String value) implements Comparable<ClassroomUserId> {

	public ClassroomUserId {
		Ids.requireText(value, "ClassroomUserId");
	}

	@Override
	public int compareTo(ClassroomUserId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
