package kz.kopir.rehearsal.kundelik;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

/**
 * An attendance entry as the stand-in's journal holds it: one of a pupil and lesson,
 * without an id of its own. The text form has neither pupil nor status in it.
 *
 * @param lessonId the lesson
 * @param personId the pupil
 * @param status Kundelik's word, for example {@code Late}
 * @param comment a comment, or null
 * @param writtenMicros when it was written: microseconds of the school's local time since
 * 1970-01-01T00:00
 */
public record JournalLogEntry(long lessonId, long personId, String status, @Nullable String comment,
		long writtenMicros) {

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
		return "JournalLogEntry[lesson " + this.lessonId + "]";
	}

}
