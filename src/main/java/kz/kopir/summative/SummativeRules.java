package kz.kopir.summative;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import kz.kopir.deadline.EditPeriod;
import kz.kopir.deadline.PublicationTerms;
import kz.kopir.deadline.SchoolCalendar;
import kz.kopir.grading.AssessmentKind;
import kz.kopir.grading.Judgement;
import kz.kopir.policy.SchoolPolicy;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.CriteriaSection;
import kz.kopir.school.Submission;
import kz.kopir.school.Term;
import org.jspecify.annotations.Nullable;

/**
 * The rules of БЖБ and ТЖБ by the school's calendar and policy.
 */
public final class SummativeRules {

	private final SchoolCalendar calendar;

	private final SchoolPolicy policy;

	private final PublicationTerms terms;

	private final SummativeScore score;

	/**
	 * @param calendar school days and terms
	 * @param policy what the school decided
	 * @param zone the school's time zone
	 */
	public SummativeRules(SchoolCalendar calendar, SchoolPolicy policy, ZoneId zone) {
		this.calendar = calendar;
		this.policy = policy;
		this.terms = new PublicationTerms(calendar, zone);
		this.score = new SummativeScore();
	}

	/**
	 * The term to which a work of a day belongs: the one in which the day lies; between
	 * terms the one before.
	 */
	public Optional<Term> termOf(LocalDate held) {
		return this.calendar.termUpTo(held);
	}

	/**
	 * Judges the works of a class group together, because the rules of assessment count
	 * works of a term and of a day.
	 * @param facts what is known of the class group
	 * @return a judgement on each work of a known term, in the order of the works
	 */
	public List<JudgedSummative> judge(ClassSummatives facts) {
		SectionChoice choice = new SectionChoice(facts, this::termOf, this.policy.summatives());
		return facts.works()
			.stream()
			.flatMap((work) -> termOf(work.held()).stream().map((term) -> judge(work, term, facts, choice)))
			.toList();
	}

	/**
	 * Judges one pupil's submission. Only the grade of returned work counts; a grade of 0
	 * is a grade, and a missing submission is none.
	 * @param judged the judgement on its coursework
	 * @param submission the submission
	 * @return the score for the journal, a whole number from 0 to the section's maximum
	 */
	public Judgement<Integer> score(JudgedSummative judged, Submission submission) {
		return this.score.of(judged, submission);
	}

	private JudgedSummative judge(SummativeWork work, Term term, ClassSummatives facts, SectionChoice choice) {
		boolean ofTerm = work.tag().kind() == AssessmentKind.TERM_SUMMATIVE;
		Judgement<CriteriaSection> broken = ofTerm ? brokenByDay(work, term, facts) : null;
		return new JudgedSummative(work, term, (broken != null) ? broken : choice.of(work, term),
				clocks(work, term, ofTerm), ofTerm && facts.remote().test(work.held()));
	}

	/**
	 * A work for some pupils only is sat by those who were absent on the day of the
	 * class.
	 */
	private @Nullable Judgement<CriteriaSection> brokenByDay(SummativeWork work, Term term, ClassSummatives facts) {
		if (work.coursework().individual()) {
			return null;
		}
		if (!work.held().isBefore(this.calendar.lastSchoolDay(term)) && term.contains(work.held())) {
			return new Judgement.Refused<>(ProblemCode.TERM_SUMMATIVE_ON_LAST_DAY, Map.of());
		}
		int allowed = this.policy.summatives().termSummativesPerDay();
		long here = facts.works()
			.stream()
			.filter((other) -> other.tag().kind() == AssessmentKind.TERM_SUMMATIVE && !other.coursework().individual()
					&& other.held().equals(work.held()))
			.count();
		long elsewhere = facts.elsewhere().stream().filter(work.held()::equals).count();
		return (here + elsewhere > allowed) ? new Judgement.Refused<>(ProblemCode.TERM_SUMMATIVES_TOO_MANY,
				Map.of("allowed", String.valueOf(allowed))) : null;
	}

	private Clocks clocks(SummativeWork work, Term term, boolean ofTerm) {
		SchoolPolicy.Publication publication = this.policy.publication();
		LocalDate lastDay = this.terms.lastDay(work.held(),
				ofTerm ? publication.termSchoolDays() : publication.sectionSchoolDays(), term);
		return new Clocks(lastDay, this.terms.endOf(lastDay),
				this.terms.remindFrom(lastDay, publication.remindSchoolDays()),
				this.terms.journalLocks(work.held(), new EditPeriod(this.policy.journal().editPeriodDays()))
					.orElse(null));
	}

}
