package kz.kopir.grading;

import java.math.BigDecimal;

import kz.kopir.grading.GradingPolicy.AboveMaximum;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.Submission;

/**
 * Turns the grade of a submission into a formative mark.
 */
final class GradeToMark {

	/** A grade above this many times the maximum is a slip of the keyboard. */
	private static final BigDecimal MOST_TIMES_MAXIMUM = BigDecimal.valueOf(2);

	private final FormativeScale scale;

	private final AboveMaximum aboveMaximum;

	GradeToMark(FormativeScale scale, AboveMaximum aboveMaximum) {
		this.scale = scale;
		this.aboveMaximum = aboveMaximum;
	}

	Judgement<Integer> mark(CourseworkJudgement judged, Submission submission) {
		if (!submission.coursework().equals(judged.coursework().id())) {
			throw new IllegalArgumentException(submission + " is not of " + judged.coursework());
		}
		if (judged.work() instanceof Judgement.SetAside<WantedWork> setAside) {
			return new Judgement.SetAside<>(setAside.reason());
		}
		BigDecimal grade = submission.assignedGrade();
		return switch (submission.state()) {
			case UNKNOWN -> new Judgement.Refused<>(ProblemCode.SOURCE_RECORD_MALFORMED,
					details(judged, submission).with("field", "state").toMap());
			case NEW, CREATED, TURNED_IN, RECLAIMED_BY_STUDENT -> (grade != null)
					? new Judgement.Pending<>("not-returned-again") : new Judgement.SetAside<>("not-returned");
			case RETURNED ->
				(grade != null) ? returned(judged, submission, grade) : new Judgement.SetAside<>("no-grade");
		};
	}

	private Judgement<Integer> returned(CourseworkJudgement judged, Submission submission, BigDecimal grade) {
		if (judged.work() instanceof Judgement.Refused<WantedWork> refused) {
			return new Judgement.Refused<>(refused.code(), refused.details());
		}
		if (judged.withoutMarks() != null) {
			return new Judgement.Refused<>(judged.withoutMarks(), new Details(judged.coursework()).toMap());
		}
		BigDecimal maxPoints = judged.coursework().maxPoints();
		if (!judged.graded() || maxPoints == null) {
			return new Judgement.SetAside<>("coursework-not-graded");
		}
		if (!Points.areUsable(grade) || grade.compareTo(maxPoints.multiply(MOST_TIMES_MAXIMUM)) > 0) {
			return outOfRange(judged, submission);
		}
		if (grade.compareTo(maxPoints) <= 0) {
			return new Judgement.Wanted<>(this.scale.mark(grade, maxPoints), "returned-grade");
		}
		return switch (this.aboveMaximum) {
			case TOP_MARK -> new Judgement.Wanted<>(this.scale.mark(maxPoints, maxPoints), "above-maximum-top-mark");
			case HOLD -> outOfRange(judged, submission);
		};
	}

	private static Judgement<Integer> outOfRange(CourseworkJudgement judged, Submission submission) {
		return new Judgement.Refused<>(ProblemCode.GRADE_OUT_OF_RANGE, details(judged, submission).toMap());
	}

	private static Details details(CourseworkJudgement judged, Submission submission) {
		return new Details(judged.coursework()).with("submission", submission.id())
			.with("classroomUser", submission.pupil());
	}

}
