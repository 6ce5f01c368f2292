package kz.kopir.journal;

import kz.kopir.school.PupilId;

/**
 * A score as the criteria journal holds it. Its text form holds neither pupil nor value.
 *
 * @param id the journal's id of the score
 * @param section the section on which it stands
 * @param pupil whose it is
 * @param value the score
 */
public record JournalCriteriaMark(String id, String section, PupilId pupil, int value) {

	@Override
	public String toString() {
		return "JournalCriteriaMark[" + this.id + "]";
	}

}
