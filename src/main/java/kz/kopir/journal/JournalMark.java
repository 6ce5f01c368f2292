package kz.kopir.journal;

import kz.kopir.school.PupilId;
import kz.kopir.school.WorkId;

/**
 * A mark as the journal holds it. Its text form holds neither pupil nor value.
 *
 * @param id the journal's id of the mark
 * @param work the work on which it stands
 * @param pupil whose it is
 * @param value as the journal writes it: mostly a number, but not always
 */
public record JournalMark(String id, WorkId work, PupilId pupil, String value) {

	@Override
	public String toString() {
		return "JournalMark[" + this.id + "]";
	}

}
