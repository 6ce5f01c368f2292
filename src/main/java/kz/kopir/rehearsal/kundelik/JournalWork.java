package kz.kopir.rehearsal.kundelik;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A work (homework or a journal column) as the stand-in's journal holds it.
 *
 * @param id id of the work, 19 digits
 * @param lessonId lesson on which it hangs
 * @param lessonDate day of that lesson in Asia/Almaty
 * @param groupId class group of that lesson
 * @param subjectId subject of that lesson
 * @param type kind of work, for example {@code Homework}
 * @param workTypeId the school's work type
 * @param markType scale, for example {@code Mark10}
 * @param markCount how many columns it has for marks
 * @param displayInJournal whether it is shown as a column and can be marked
 * @param status {@code New}, {@code Sent} or {@code Closed}
 * @param text wording
 * @param periodNumber number of the term
 * @param important the flag {@code isImportant}
 * @param targetDate due time as it was sent, or null
 * @param sentDate issue time as it was sent
 * @param createdBy user who made it
 */
public record JournalWork(long id, long lessonId, LocalDate lessonDate, long groupId, long subjectId, String type,
		long workTypeId, String markType, int markCount, boolean displayInJournal, String status, String text,
		int periodNumber, boolean important, @Nullable String targetDate, String sentDate, long createdBy) {

	/** Whether a mark can be put on it. */
	boolean takesMarks() {
		return this.displayInJournal && this.markCount >= 1;
	}

	JournalWork withId(long newId) {
		return new JournalWork(newId, this.lessonId, this.lessonDate, this.groupId, this.subjectId, this.type,
				this.workTypeId, this.markType, this.markCount, this.displayInJournal, this.status, this.text,
				this.periodNumber, this.important, this.targetDate, this.sentDate, this.createdBy);
	}

}
