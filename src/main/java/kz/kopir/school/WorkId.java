package kz.kopir.school;

/**
 * The journal's id of a work: a homework or a column that carries marks.
 *
 * @param value the id as text, never blank
 */
public record WorkId(String value) implements Comparable<WorkId> {

	public WorkId {
		Ids.requireText(value, "WorkId");
	}

	@Override
	public int compareTo(WorkId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
