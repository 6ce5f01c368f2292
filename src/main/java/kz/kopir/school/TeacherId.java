package kz.kopir.school;

/**
 * The journal's id of a teacher (a person).
 *
 * @param value the id as text, never blank
 */
public record TeacherId(String value) implements Comparable<TeacherId> {

	public TeacherId {
		Ids.requireText(value, "TeacherId");
	}

	@Override
	public int compareTo(TeacherId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
