package kz.kopir.sync;

import kz.kopir.school.PupilId;
import org.jspecify.annotations.Nullable;

/**
 * A score for the workbook. Its text form holds neither name nor value.
 *
 * @param course Classroom's id of the course
 * @param coursework Classroom's id of the coursework
 * @param pupil whose it is
 * @param position place in the journal's list of the class group, from 1
 * @param name as the journal shows it
 * @param wanted the score that shall stand in the journal, or null without a grade
 * @param standing the score that stands there, or null
 * @param state {@code standing}, {@code planned}, {@code handed-over}, {@code late},
 * {@code differs}, {@code held}, or {@code none} without a grade
 */
public record SummativeScoreRow(String course, String coursework, PupilId pupil, int position, String name,
		@Nullable Integer wanted, @Nullable Integer standing, String state) {

	@Override
	public String toString() {
		return "SummativeScoreRow[" + this.course + "/" + this.coursework + "/" + this.pupil + "]";
	}

}
