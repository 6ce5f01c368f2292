package kz.kopir.sync;

import java.math.BigDecimal;

import kz.kopir.school.PupilId;

/**
 * What the mark of a pupil's term would be. Its text form holds no mark.
 *
 * @param subjectName name of the subject
 * @param term number of the term
 * @param pupil the pupil
 * @param percentBySum percent when the scores of the БЖБ are summed up
 * @param markBySum 2 to 5
 * @param percentByMean percent when the percents of the БЖБ are averaged
 * @param markByMean 2 to 5
 */
public record TermPreviewRow(String subjectName, int term, PupilId pupil, BigDecimal percentBySum, int markBySum,
		BigDecimal percentByMean, int markByMean) {

	@Override
	public String toString() {
		return "TermPreviewRow[" + this.subjectName + "/" + this.term + "/" + this.pupil + "]";
	}

}
