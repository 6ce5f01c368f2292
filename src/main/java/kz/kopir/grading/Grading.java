package kz.kopir.grading;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import kz.kopir.mapping.Table;
import kz.kopir.school.ClassGroup;
import kz.kopir.school.Coursework;
import kz.kopir.school.Lesson;
import kz.kopir.school.Subject;
import kz.kopir.school.Submission;

/**
 * Judgement on coursework and submissions by the school's tables and policy.
 */
public final class Grading {

	/** Columns of {@code mappings/assessment-kinds.csv}. */
	public static final List<String> KIND_COLUMNS = List.of("where", "words", "kind");

	/** Columns of {@code mappings/formative-scale.csv}. */
	public static final List<String> SCALE_COLUMNS = List.of("from_percent", "mark");

	/** Columns of {@code mappings/subjects.csv}. */
	public static final List<String> SUBJECT_COLUMNS = List.of("subject", "marks", "source");

	/**
	 * Sets up the rules.
	 * @param assessmentKinds table with {@link #KIND_COLUMNS}
	 * @param formativeScale table with {@link #SCALE_COLUMNS}
	 * @param subjects table with {@link #SUBJECT_COLUMNS}
	 * @param policy what the school decided
	 * @param zone the school's time zone, in which its days are counted
	 * @throws kz.kopir.mapping.MappingException when a table contradicts itself
	 */
	public Grading(Table assessmentKinds, Table formativeScale, Table subjects, GradingPolicy policy, ZoneId zone) {
	}

	/**
	 * Judges a coursework.
	 * @param coursework the coursework
	 * @param classGroup the class group to which its course is linked
	 * @param subject the subject to which its course is linked
	 * @param lessons lessons of the timetable; those of other class groups and subjects
	 * are passed over
	 * @param readUntil last day of the timetable that was read, included
	 * @return the judgement
	 */
	public CourseworkJudgement judge(Coursework coursework, ClassGroup classGroup, Subject subject,
			List<Lesson> lessons, LocalDate readUntil) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Judges one pupil's submission.
	 * @param judged the judgement on its coursework
	 * @param submission the submission
	 * @return the mark, 1 to 10
	 */
	public Judgement<Integer> mark(CourseworkJudgement judged, Submission submission) {
		throw new UnsupportedOperationException();
	}

}
