package kz.kopir.school;

/**
 * The journal's id of a subject.
 *
 * @param value the id as text, never blank
 */
public record SubjectId(String value) implements Comparable<SubjectId> {

	public SubjectId {
		Ids.requireText(value, "SubjectId");
	}

	@Override
	public int compareTo(SubjectId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
