package kz.kopir.school;

/**
 * The journal's id of a class group.
 *
 * @param value the id as text, never blank
 */
public record ClassGroupId(String value) implements Comparable<ClassGroupId> {

	public ClassGroupId {
		Ids.requireText(value, "ClassGroupId");
	}

	@Override
	public int compareTo(ClassGroupId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
