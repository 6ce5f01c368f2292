package kz.kopir.school;

/**
 * Names one school of this gateway; every row and every run belongs to one.
 *
 * @param value the id as text, never blank
 */
public record SchoolId(String value) implements Comparable<SchoolId> {

	public SchoolId {
		Ids.requireText(value, "SchoolId");
	}

	@Override
	public int compareTo(SchoolId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
