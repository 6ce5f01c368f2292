package kz.kopir.summative;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;

import kz.kopir.grading.Judgement;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.CriteriaSection;
import kz.kopir.school.Submission;

/**
 * Turns the grade of a submission into a score of the criteria journal. The journal takes
 * whole numbers only, and nothing is rounded. Where the maxima differ the section was
 * refused, unless the policy converts scores.
 */
final class SummativeScore {

	/**
	 * So many decimals no teacher gives; a number with a milliard of them fills the
	 * memory.
	 */
	private static final int MOST_DECIMALS = 30;

	Judgement<Integer> of(JudgedSummative judged, Submission submission) {
		if (!submission.coursework().equals(judged.work().coursework().id())) {
			throw new IllegalArgumentException(submission + " is not of " + judged.work().coursework());
		}
		BigDecimal grade = submission.assignedGrade();
		return switch (submission.state()) {
			case UNKNOWN -> new Judgement.Refused<>(ProblemCode.SOURCE_RECORD_MALFORMED, Map.of("field", "state"));
			case NEW, CREATED, TURNED_IN, RECLAIMED_BY_STUDENT -> (grade != null)
					? new Judgement.Pending<>("not-returned-again") : new Judgement.SetAside<>("not-returned");
			case RETURNED -> (grade != null) ? returned(judged, grade) : new Judgement.SetAside<>("no-grade");
		};
	}

	private Judgement<Integer> returned(JudgedSummative judged, BigDecimal grade) {
		if (judged.section() instanceof Judgement.Refused<CriteriaSection> refused) {
			return new Judgement.Refused<>(refused.code(), refused.details());
		}
		if (!(judged.section() instanceof Judgement.Wanted<CriteriaSection> wanted)) {
			throw new IllegalStateException("A section is wanted or refused, nothing else.");
		}
		BigDecimal maxPoints = Objects.requireNonNull(judged.work().coursework().maxPoints());
		if (grade.scale() > MOST_DECIMALS) {
			return new Judgement.Refused<>(ProblemCode.SUMMATIVE_FRACTION, Map.of());
		}
		BigDecimal maximum = BigDecimal.valueOf(wanted.value().maximum());
		if (grade.signum() < 0 || grade.compareTo(maxPoints) > 0) {
			return new Judgement.Refused<>(ProblemCode.SUMMATIVE_ABOVE_MAXIMUM,
					Map.of("maximum", maxPoints.stripTrailingZeros().toPlainString()));
		}
		BigDecimal[] whole = grade.multiply(maximum).divideAndRemainder(maxPoints);
		return (whole[1].signum() == 0)
				? new Judgement.Wanted<>(whole[0].intValueExact(),
						(maxPoints.compareTo(maximum) == 0) ? "returned-grade" : "converted-grade")
				: new Judgement.Refused<>(ProblemCode.SUMMATIVE_FRACTION, Map.of());
	}

}
