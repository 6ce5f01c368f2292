package kz.kopir.school;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One stay of a participant in a meeting. A participant who comes back has one more row.
 * Of what the source knows of a participant only the name, the times and the status are
 * kept; ids and addresses are used up when the row is read, for the link.
 *
 * @param name display name as it was typed, may be empty
 * @param join when the participant came
 * @param leave when the participant left; a row may be of no length
 * @param waitingRoom whether it was spent in the waiting room, not in the lesson
 * @param staff whether it is the host or another user of the school's staff
 * @param pupil the pupil whom an id or an address of the source named, or null
 * @param evidence stable kebab-case name of what named the pupil, or null
 */
public record MeetingRow(String name, Instant join, Instant leave, boolean waitingRoom, boolean staff,
		@Nullable PupilId pupil, @Nullable String evidence) {

	public MeetingRow {
		if (leave.isBefore(join)) {
			throw new IllegalArgumentException("A row ends before it begins.");
		}
	}

	/** Its text form holds no name. */
	@Override
	public String toString() {
		return "MeetingRow[" + this.join + " " + this.leave + "]";
	}

}
