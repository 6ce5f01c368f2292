package kz.kopir.zoom.webhook;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import kz.kopir.school.PupilId;

/**
 * A participant came or left. Its text form holds no name.
 *
 * @param participant Zoom's id of the participant in this meeting
 * @param kind what happened
 * @param sent when Zoom made the event
 * @param at when it happened
 * @param name display name, may be empty
 * @param staff whether it is the host or another teacher
 * @param pupil the pupil whom an id or address named, or null
 * @param evidence what named the pupil, or null
 */
record Sighting(String participant, Kind kind, Instant sent, Instant at, String name, boolean staff,
		@Nullable PupilId pupil, @Nullable String evidence) {

	@Override
	public String toString() {
		return "Sighting[" + this.kind + " " + this.at + "]";
	}

	/** What happened, in the order in which both count at the same moment. */
	enum Kind {

		/** The participant came. */
		JOINED,

		/** The participant left. */
		LEFT;

		String column() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
