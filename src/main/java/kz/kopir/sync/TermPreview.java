package kz.kopir.sync;

import kz.kopir.grading.TermMarkPreview;
import kz.kopir.school.PupilId;
import kz.kopir.school.Subject;

/**
 * What the mark of a pupil's term would be by what stands in the journal. Its text form
 * holds no mark.
 *
 * @param subject the subject
 * @param term number of the term
 * @param pupil the pupil
 * @param preview the two readings of the rules
 */
record TermPreview(Subject subject, int term, PupilId pupil, TermMarkPreview preview) {

	@Override
	public String toString() {
		return "TermPreview[" + this.subject.id() + "/" + this.term + "/" + this.pupil + "]";
	}

}
