package kz.kopir.summative;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import kz.kopir.grading.AssessmentKind;
import kz.kopir.grading.Judgement;
import kz.kopir.policy.SchoolPolicy;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.CriteriaSection;
import kz.kopir.school.Term;
import org.jspecify.annotations.Nullable;

/**
 * Finds the section of the criteria journal in which the scores of a work belong.
 */
final class SectionChoice {

	private final ClassSummatives facts;

	private final Function<LocalDate, Optional<Term>> termOf;

	private final SchoolPolicy.Summatives policy;

	SectionChoice(ClassSummatives facts, Function<LocalDate, Optional<Term>> termOf, SchoolPolicy.Summatives policy) {
		this.facts = facts;
		this.termOf = termOf;
		this.policy = policy;
	}

	Judgement<CriteriaSection> of(SummativeWork work, Term term) {
		Integer named = work.tag().term();
		if (work.tag().contradictory() || (named != null && named != term.number())) {
			return refused(ProblemCode.SUMMATIVE_UNCLEAR);
		}
		Integer part = part(work, term);
		if (part == null) {
			return sections(work, term).isEmpty() ? missing(SummativeNames.SECTION)
					: refused(ProblemCode.SUMMATIVE_UNCLEAR);
		}
		if (part > this.policy.sectionsPerTerm()) {
			return new Judgement.Refused<>(ProblemCode.SECTION_SUMMATIVES_TOO_MANY,
					Map.of("allowed", String.valueOf(this.policy.sectionsPerTerm())));
		}
		if (isClaimedTwice(work, term, part)) {
			return new Judgement.Refused<>(ProblemCode.SUMMATIVE_TWICE, Map.of("summative", SummativeNames.of(part)));
		}
		if (!work.coursework().individual() && others(work).anyMatch((other) -> other.held().equals(work.held()))) {
			return refused(ProblemCode.SUMMATIVES_ON_ONE_DAY);
		}
		return sections(work, term).stream()
			.filter((section) -> section.part() == part)
			.findFirst()
			.map((section) -> fitting(work, section))
			.orElseGet(() -> missing(SummativeNames.of(part)));
	}

	private Judgement<CriteriaSection> fitting(SummativeWork work, CriteriaSection section) {
		BigDecimal maxPoints = Objects.requireNonNull(work.coursework().maxPoints());
		if (maxPoints.compareTo(BigDecimal.valueOf(section.maximum())) != 0 && !this.policy.convertScores()) {
			return new Judgement.Refused<>(ProblemCode.SUMMATIVE_MAXIMUM_DIFFERS, Map.of("summative",
					SummativeNames.of(section.part()), "maximum", String.valueOf(section.maximum())));
		}
		return new Judgement.Wanted<>(section, "section-of-the-criteria-journal");
	}

	/**
	 * The number that the title says. Without one there must be no choice at all: one
	 * section in the journal and one such work in Classroom.
	 */
	private @Nullable Integer part(SummativeWork work, Term term) {
		if (work.tag().kind() == AssessmentKind.TERM_SUMMATIVE) {
			return CriteriaSection.TERM_SUMMATIVE;
		}
		if (work.tag().number() != null) {
			return work.tag().number();
		}
		List<CriteriaSection> sections = sections(work, term);
		boolean alone = others(work).noneMatch((other) -> other.tag().kind() == work.tag().kind() && isOf(other, term));
		return (sections.size() == 1 && alone) ? sections.get(0).part() : null;
	}

	private List<CriteriaSection> sections(SummativeWork work, Term term) {
		boolean ofTerm = work.tag().kind() == AssessmentKind.TERM_SUMMATIVE;
		return this.facts.sections()
			.stream()
			.filter((section) -> section.subject().equals(work.subject().id()) && section.term() == term.number()
					&& (section.part() == CriteriaSection.TERM_SUMMATIVE) == ofTerm)
			.toList();
	}

	/**
	 * A second work of the same number is only in order when it is for some pupils: those
	 * who sit it on another day.
	 */
	private boolean isClaimedTwice(SummativeWork work, Term term, int part) {
		return !work.coursework().individual()
				&& others(work).anyMatch((other) -> other.tag().kind() == work.tag().kind() && isOf(other, term)
						&& Objects.equals(part(other, term), part));
	}

	private boolean isOf(SummativeWork other, Term term) {
		return this.termOf.apply(other.held()).filter(term::equals).isPresent();
	}

	/** Other works of the subject for the whole class. */
	private Stream<SummativeWork> others(SummativeWork work) {
		return this.facts.works()
			.stream()
			.filter((other) -> other != work && !other.coursework().individual()
					&& other.subject().id().equals(work.subject().id()));
	}

	private static Judgement<CriteriaSection> missing(String summative) {
		return new Judgement.Refused<>(ProblemCode.SUMMATIVE_SECTION_MISSING, Map.of("summative", summative));
	}

	private static Judgement<CriteriaSection> refused(ProblemCode code) {
		return new Judgement.Refused<>(code, Map.of());
	}

}
