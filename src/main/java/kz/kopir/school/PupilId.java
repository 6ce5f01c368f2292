package kz.kopir.school;

/**
 * The journal's id of a pupil.
 *
 * @param value the id as text, never blank
 */
public record PupilId(String value) implements Comparable<PupilId> {

	public PupilId {
		Ids.requireText(value, "PupilId");
	}

	@Override
	public int compareTo(PupilId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
