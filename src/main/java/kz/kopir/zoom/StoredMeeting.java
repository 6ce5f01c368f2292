package kz.kopir.zoom;

import java.time.Instant;

import kz.kopir.school.Meeting;
import org.jspecify.annotations.Nullable;

/**
 * A meeting and how far its data has come.
 *
 * @param meeting the meeting
 * @param source who told of it
 * @param state how far its data has come
 * @param pulls how often its participants were asked for
 * @param pulledAt when they were asked for last, or null
 * @param unusableRows rows that could not be used
 * @param reported whether a report told its rows; if not, these are what Zoom sent by
 * itself, and provisional
 */
public record StoredMeeting(Meeting meeting, Source source, State state, int pulls, @Nullable Instant pulledAt,
		int unusableRows, boolean reported) {

	/** Whether its rows are all there is to know of it. */
	public boolean isComplete() {
		return this.state == State.ACCEPTED;
	}

	/** Who told of a meeting. */
	public enum Source {

		/** Zoom's reports. */
		ZOOM,

		/** A report file that a person put in. */
		FILE

	}

	/** How far the data of a meeting has come. */
	public enum State {

		/** It is known that it was held. */
		FOUND,

		/** Its participants were read, but not twice alike, or Zoom is not ready. */
		WAITING,

		/** Its participants were read twice alike, or a file told them. */
		ACCEPTED,

		/** Zoom will never tell its participants. */
		REFUSED

	}

}
