package kz.kopir.rehearsal.world;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One stay in a meeting, as Zoom keeps it, together with the truth. Its text form holds
 * no name.
 *
 * @param name display name as it was typed
 * @param join when the stay began, whole seconds
 * @param leave when it ended, whole seconds
 * @param status {@code in_meeting} or {@code in_waiting_room}
 * @param email address of a user of the school's own account, or empty for a guest
 * @param zoomUserId Zoom user id of such a user, or empty
 * @param userId id of this stay within this meeting; another stay has another
 * @param registrantId id of the registration, or empty
 * @param customerKey key that the school's own page gave along, or empty
 * @param breakoutId id of the breakout room, or empty for the main room
 * @param personId for tests alone: the person who truly sat there, or null when it was
 * nobody of the school or more than one pupil
 */
public record ParticipantFacts(String name, Instant join, Instant leave, String status, String email, String zoomUserId,
		String userId, String registrantId, String customerKey, String breakoutId, @Nullable Long personId) {

	/** Whether the stay was in the waiting room. */
	public boolean waiting() {
		return this.status.equals("in_waiting_room");
	}

	@Override
	public String toString() {
		return "ParticipantFacts[" + this.userId + "]";
	}

}
