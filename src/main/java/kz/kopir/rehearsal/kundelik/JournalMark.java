package kz.kopir.rehearsal.kundelik;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * A mark as the stand-in's journal holds it. Lean, because a large school has over a
 * million. The text form has no value in it.
 *
 * @param id id of the mark, 19 digits
 * @param personId the pupil
 * @param workId the work that was marked
 * @param number column of the work, from 0
 * @param value the mark as text
 * @param writtenMicros when it was written: microseconds of the school's local time since
 * 1970-01-01T00:00
 */
public record JournalMark(long id, long personId, long workId, int number, String value, long writtenMicros) {

	/**
	 * When it was written.
	 * @return date and time in Asia/Almaty, exact to the microsecond
	 */
	public LocalDateTime written() {
		return LocalDateTime.ofEpochSecond(Math.floorDiv(this.writtenMicros, 1_000_000L),
				(int) Math.floorMod(this.writtenMicros, 1_000_000L) * 1000, ZoneOffset.UTC);
	}

	@Override
	public String toString() {
		return "JournalMark[" + this.id + " of work " + this.workId + "]";
	}

}
