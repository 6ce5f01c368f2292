package kz.kopir.rehearsal.world;

import java.time.Instant;
import java.util.List;

/**
 * One occurrence of a Zoom meeting.
 *
 * @param uuid id of the occurrence: 16 bytes in Base64, may hold {@code /}, {@code +} and
 * {@code =}
 * @param number number of the meeting, the same for all its occurrences
 * @param type Zoom's type: 1 at once, 4 personal room, 8 recurring
 * @param topic as the teacher named it
 * @param hostId person of the teacher who held it
 * @param hostEmail the host's address at Zoom
 * @param start when it began
 * @param end when it ended
 * @param lessonIds for tests alone: the lessons that were taught in it
 * @param participants all stays, the host's among them
 */
public record MeetingFacts(String uuid, long number, int type, String topic, long hostId, String hostEmail,
		Instant start, Instant end, List<Long> lessonIds, List<ParticipantFacts> participants) {

	public MeetingFacts {
		lessonIds = List.copyOf(lessonIds);
		participants = List.copyOf(participants);
	}

	@Override
	public String toString() {
		return "MeetingFacts[" + this.uuid + "]";
	}

}
