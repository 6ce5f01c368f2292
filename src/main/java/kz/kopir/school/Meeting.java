package kz.kopir.school;

import java.time.Instant;

/**
 * One occurrence of a meeting. Its topic is not kept: it may hold names.
 *
 * @param id the occurrence
 * @param number number of the meeting, the same for a whole series; empty when it is not
 * known
 * @param host who held it: the e-mail address of the Zoom user in lower case, or
 * {@code teacher/<id>} when a file of a known teacher told it
 * @param start when it began
 * @param end when it ended, not before its start
 */
public record Meeting(MeetingId id, String number, String host, Instant start, Instant end) {

	public Meeting {
		if (end.isBefore(start)) {
			throw new IllegalArgumentException("The meeting " + id + " ends before it starts.");
		}
	}

	/** Its text form holds no address. */
	@Override
	public String toString() {
		return "Meeting[" + this.id + "]";
	}

}
