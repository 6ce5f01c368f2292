package kz.kopir.rehearsal.kundelik;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * A score in the criteria journal. The text form holds neither pupil nor value.
 *
 * @param id Kundelik's id, 19 digits
 * @param sectionId the section
 * @param personId the pupil
 * @param value the score
 * @param writtenMicros when it was written: microseconds of local time since 1970
 */
public record JournalCriteriaMark(long id, long sectionId, long personId, int value, long writtenMicros) {

	LocalDateTime written() {
		return LocalDateTime.ofEpochSecond(Math.floorDiv(this.writtenMicros, 1_000_000L),
				(int) Math.floorMod(this.writtenMicros, 1_000_000L) * 1000, ZoneOffset.UTC);
	}

	@Override
	public String toString() {
		return "JournalCriteriaMark[" + this.id + "]";
	}

}
