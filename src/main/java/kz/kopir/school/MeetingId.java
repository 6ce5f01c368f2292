package kz.kopir.school;

/**
 * Which Zoom meeting occurrence: its UUID, because the meeting's number stands for a
 * whole series. An occurrence that was told by a file has an id of its own, made by the
 * gateway.
 *
 * @param value the id as text, never blank
 */
public record MeetingId(String value) implements Comparable<MeetingId> {

	public MeetingId {
		Ids.requireText(value, "MeetingId");
	}

	@Override
	public int compareTo(MeetingId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
