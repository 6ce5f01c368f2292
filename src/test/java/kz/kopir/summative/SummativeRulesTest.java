package kz.kopir.summative;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import kz.kopir.grading.AssessmentKind;
import kz.kopir.grading.Judgement;
import kz.kopir.grading.SummativeTag;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.CriteriaSection;
import kz.kopir.school.Subject;
import kz.kopir.school.SubjectId;
import kz.kopir.school.Submission;
import kz.kopir.school.Submission.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static kz.kopir.summative.SampleSummatives.ALGEBRA;
import static kz.kopir.summative.SampleSummatives.PHYSICS;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which section of the criteria journal a БЖБ or ТЖБ belongs to, and which rules it
 * breaks.
 */
class SummativeRulesTest {

	private final SampleSummatives school = new SampleSummatives();

	@Test
	void aBjbBelongsInTheSectionOfItsNumberAndTerm() {
		this.school.journalHas(ALGEBRA, 1, 2, 20)
			.journalHas(ALGEBRA, 1, 20)
			.journalHas(ALGEBRA, 2, 20)
			.journalHas(PHYSICS, 2, 20)
			.journalHas(ALGEBRA, 0, 20);
		assertThat(section(this.school.section(2, "2026-11-12")))
			.isEqualTo(new CriteriaSection("1002", ALGEBRA.id(), 2, 2, 20));
	}

	@Test
	void aTjbBelongsInTheSectionOfItsTerm() {
		this.school.journalHas(ALGEBRA, 1, 20).journalHas(ALGEBRA, 0, 30);
		assertThat(section(this.school.term(ALGEBRA, "2026-12-15")).part()).isZero();
	}

	@Test
	void aWorkOfTheBreakBelongsToTheTermBefore() {
		this.school.journalHas(ALGEBRA, 1, 1, 20);
		assertThat(section(this.school.section(1, "2026-10-28")).term()).isEqualTo(1);
	}

	@Test
	void aBjbWithoutNumberIsPlacedOnlyWhenThereIsNoChoice() {
		this.school.journalHas(ALGEBRA, 1, 20);
		SummativeWork alone = this.school.section(null, "2026-11-12");
		assertThat(section(alone).part()).isEqualTo(1);
		this.school.journalHas(ALGEBRA, 2, 20);
		assertThat(refusal(alone)).isEqualTo(ProblemCode.SUMMATIVE_UNCLEAR);
	}

	@Test
	void ofTwoBjbWithoutNumberNoneIsPlaced() {
		this.school.journalHas(ALGEBRA, 1, 20);
		SummativeWork one = this.school.section(null, "2026-11-12");
		SummativeWork other = this.school.section(null, "2026-11-19");
		assertThat(refusal(one)).isEqualTo(ProblemCode.SUMMATIVE_UNCLEAR);
		assertThat(refusal(other)).isEqualTo(ProblemCode.SUMMATIVE_UNCLEAR);
	}

	@Test
	void aTitleThatNamesAnotherTermIsUnclear() {
		this.school.journalHas(ALGEBRA, 0, 30).journalHas(ALGEBRA, 1, 0, 30);
		SummativeWork work = this.school.add(ALGEBRA, AssessmentKind.TERM_SUMMATIVE, null, 1, "2026-12-15", "30",
				false);
		assertThat(refusal(work)).isEqualTo(ProblemCode.SUMMATIVE_UNCLEAR);
	}

	@Test
	void aTitleWithTwoNumbersIsUnclear() {
		this.school.journalHas(ALGEBRA, 1, 20);
		SummativeWork work = this.school.section(1, "2026-11-12");
		SummativeWork contradictory = new SummativeWork(work.coursework(), work.subject(),
				new SummativeTag(AssessmentKind.SECTION_SUMMATIVE, null, null, true), work.held());
		this.school.works.set(0, contradictory);
		assertThat(refusal(contradictory)).isEqualTo(ProblemCode.SUMMATIVE_UNCLEAR);
	}

	@Test
	void withoutAMaximumInTheJournalThereIsNoPlace() {
		this.school.journalHas(ALGEBRA, 1, 20);
		assertThat(refusal(this.school.section(2, "2026-11-12"))).isEqualTo(ProblemCode.SUMMATIVE_SECTION_MISSING);
		assertThat(refusal(this.school.term(PHYSICS, "2026-12-15"))).isEqualTo(ProblemCode.SUMMATIVE_SECTION_MISSING);
	}

	@Test
	void aFourthBjbOfATermIsRefused() {
		this.school.journalHas(ALGEBRA, 4, 20);
		assertThat(refusal(this.school.section(4, "2026-11-12"))).isEqualTo(ProblemCode.SECTION_SUMMATIVES_TOO_MANY);
	}

	@Test
	void twoWorksOfOneNumberAreBothRefused() {
		this.school.journalHas(ALGEBRA, 1, 20);
		SummativeWork one = this.school.section(1, "2026-11-12");
		SummativeWork other = this.school.section(1, "2026-11-19");
		assertThat(refusal(one)).isEqualTo(ProblemCode.SUMMATIVE_TWICE);
		assertThat(refusal(other)).isEqualTo(ProblemCode.SUMMATIVE_TWICE);
	}

	@Test
	void aSecondWorkForThoseWhoWereAbsentIsInOrder() {
		this.school.journalHas(ALGEBRA, 1, 20);
		SummativeWork ofAll = this.school.section(1, "2026-11-12");
		SummativeWork ofSome = this.school.add(ALGEBRA, AssessmentKind.SECTION_SUMMATIVE, 1, null, "2026-11-19", "20",
				true);
		assertThat(section(ofAll)).isEqualTo(section(ofSome));
	}

	@Test
	void theSameNumberInAnotherTermIsAnotherWork() {
		this.school.journalHas(ALGEBRA, 1, 20).journalHas(ALGEBRA, 1, 1, 20);
		this.school.section(1, "2026-10-08");
		assertThat(section(this.school.section(1, "2026-11-12")).term()).isEqualTo(2);
	}

	@Test
	void bjbAndTjbOfOneSubjectOnOneDayAreBothRefused() {
		this.school.journalHas(ALGEBRA, 1, 20).journalHas(ALGEBRA, 0, 30).journalHas(PHYSICS, 0, 30);
		SummativeWork section = this.school.section(1, "2026-12-15");
		SummativeWork term = this.school.term(ALGEBRA, "2026-12-15");
		SummativeWork physics = this.school.term(PHYSICS, "2026-12-15");
		assertThat(refusal(section)).isEqualTo(ProblemCode.SUMMATIVES_ON_ONE_DAY);
		assertThat(refusal(term)).isEqualTo(ProblemCode.SUMMATIVES_ON_ONE_DAY);
		assertThat(section(physics)).isNotNull();
	}

	@ParameterizedTest
	@CsvSource({ "2026-12-24, false", "2026-12-25, true", "2026-12-26, true" })
	void aTjbIsNotOnTheLastSchoolDayOfTheTerm(String held, boolean refused) {
		this.school.journalHas(ALGEBRA, 0, 30);
		SummativeWork work = this.school.term(ALGEBRA, held);
		assertThat(this.school.judge(work).section() instanceof Judgement.Refused<CriteriaSection> refusal
				&& refusal.code() == ProblemCode.TERM_SUMMATIVE_ON_LAST_DAY)
			.isEqualTo(refused);
	}

	@Test
	void aFourthTjbOnOneDayIsRefusedAlsoWhenItIsOfASubgroup() {
		for (int i = 0; i < 3; i++) {
			Subject subject = new Subject(new SubjectId("6" + i), "Пән " + i);
			this.school.journalHas(subject, 0, 30);
			this.school.term(subject, "2026-12-15");
		}
		SummativeWork first = this.school.works.get(0);
		assertThat(section(first)).isNotNull();
		this.school.elsewhere.add(LocalDate.parse("2026-12-15"));
		assertThat(refusal(first)).isEqualTo(ProblemCode.TERM_SUMMATIVES_TOO_MANY);
	}

	@Test
	void aRemoteTjbIsAWarningAndABjbIsNot() {
		this.school.journalHas(ALGEBRA, 0, 30).journalHas(ALGEBRA, 1, 20);
		this.school.remote.add(LocalDate.parse("2026-12-15"));
		this.school.remote.add(LocalDate.parse("2026-12-08"));
		SummativeWork term = this.school.term(ALGEBRA, "2026-12-15");
		assertThat(this.school.judge(term).remote()).isTrue();
		assertThat(section(term)).isNotNull();
		assertThat(this.school.judge(this.school.section(1, "2026-12-08")).remote()).isFalse();
	}

	@Test
	void differentMaximaAreAProblemUnlessThePolicyConverts() {
		this.school.journalHas(ALGEBRA, 1, 40);
		SummativeWork work = this.school.section(1, "2026-11-12");
		assertThat(this.school.judge(work).section()).isEqualTo(new Judgement.Refused<>(
				ProblemCode.SUMMATIVE_MAXIMUM_DIFFERS, Map.of("summative", "БЖБ 1", "maximum", "40")));
		this.school.policy = this.school.policy.with("convert-scores", "true");
		assertThat(score(work, "17")).isEqualTo(new Judgement.Wanted<>(34, "converted-grade"));
	}

	@Test
	void aConvertedScoreThatIsNotWholeIsNotRounded() {
		this.school.journalHas(ALGEBRA, 1, 30);
		this.school.policy = this.school.policy.with("convert-scores", "true");
		SummativeWork work = this.school.section(1, "2026-11-12");
		assertThat(score(work, "18")).isEqualTo(new Judgement.Wanted<>(27, "converted-grade"));
		assertThat(score(work, "17")).isEqualTo(new Judgement.Refused<>(ProblemCode.SUMMATIVE_FRACTION, Map.of()));
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "20, 20", "17.0, 17", "1.7E+1, 17" })
	void aWholeGradeIsTheScore(String grade, int score) {
		this.school.journalHas(ALGEBRA, 1, 20);
		assertThat(score(this.school.section(1, "2026-11-12"), grade))
			.isEqualTo(new Judgement.Wanted<>(score, "returned-grade"));
	}

	@ParameterizedTest
	@CsvSource({ "17.5, SUMMATIVE_FRACTION", "1E-999999999, SUMMATIVE_FRACTION", "20.5, SUMMATIVE_ABOVE_MAXIMUM",
			"21, SUMMATIVE_ABOVE_MAXIMUM", "-1, SUMMATIVE_ABOVE_MAXIMUM", "1E+999999999, SUMMATIVE_ABOVE_MAXIMUM" })
	void anyOtherGradeIsAProblem(String grade, ProblemCode code) {
		this.school.journalHas(ALGEBRA, 1, 20);
		assertThat(((Judgement.Refused<Integer>) score(this.school.section(1, "2026-11-12"), grade)).code())
			.isEqualTo(code);
	}

	@ParameterizedTest
	@CsvSource({ "NEW,", "CREATED,", "TURNED_IN,", "RETURNED," })
	void aMissingGradeIsNoScoreAndNeverNought(State state, String grade) {
		this.school.journalHas(ALGEBRA, 1, 20);
		assertThat(this.school.rules()
			.score(this.school.judge(this.school.section(1, "2026-11-12")), submission(state, grade)))
			.isInstanceOf(Judgement.SetAside.class);
	}

	@Test
	void betweenANewHandInAndTheNextReturnTheScoreStays() {
		this.school.journalHas(ALGEBRA, 1, 20);
		assertThat(this.school.rules()
			.score(this.school.judge(this.school.section(1, "2026-11-12")), submission(State.TURNED_IN, "17")))
			.isInstanceOf(Judgement.Pending.class);
	}

	@Test
	void theTwoClocksRunFromTheDayOfTheWork() {
		this.school.policy = this.school.policy.with("edit-period-days", "7").with("remind-school-days", "1");
		Clocks section = this.school.judge(this.school.section(1, "2026-11-12")).clocks();
		assertThat(section.lastDay()).isEqualTo("2026-11-17");
		assertThat(section.remindFrom()).isEqualTo("2026-11-16");
		assertThat(section.journalLocks()).isEqualTo(Instant.parse("2026-11-19T19:00:00Z"));
		assertThat(section.isLate(Instant.parse("2026-11-17T18:59:59Z"))).isFalse();
		assertThat(section.isLate(Instant.parse("2026-11-17T19:00:00Z"))).isTrue();
		assertThat(section.isDueSoon(LocalDate.parse("2026-11-15"), Instant.parse("2026-11-15T08:00:00Z"))).isFalse();
		assertThat(section.isDueSoon(LocalDate.parse("2026-11-17"), Instant.parse("2026-11-17T18:59:59Z"))).isTrue();
		assertThat(this.school.judge(this.school.term(PHYSICS, "2026-11-12")).clocks().lastDay())
			.isEqualTo("2026-11-16");
	}

	@ParameterizedTest
	@CsvSource({ "false, 3, 0, 0, PLANNED", "true, 0, 0, 0, HELD", "true, 5, 0, 0, HELD", "true, 2, 3, 0, GRADED",
			"true, 0, 3, 2, IN_JOURNAL", "true, 1, 3, 3, IN_JOURNAL", "true, 0, 3, 3, VERIFIED" })
	void howFarAWorkIs(boolean dayHasCome, int handedIn, int graded, int standing, SummativeStage stage) {
		assertThat(SummativeStage.of(dayHasCome, handedIn, graded, standing)).isEqualTo(stage);
	}

	private CriteriaSection section(SummativeWork work) {
		assertThat(this.school.judge(work).section()).isInstanceOf(Judgement.Wanted.class);
		return ((Judgement.Wanted<CriteriaSection>) this.school.judge(work).section()).value();
	}

	private ProblemCode refusal(SummativeWork work) {
		assertThat(this.school.judge(work).section()).isInstanceOf(Judgement.Refused.class);
		return ((Judgement.Refused<CriteriaSection>) this.school.judge(work).section()).code();
	}

	private Judgement<Integer> score(SummativeWork work, String grade) {
		return this.school.rules().score(this.school.judge(work), submission(State.RETURNED, grade));
	}

	private Submission submission(State state, String grade) {
		return SampleSummatives.submission(this.school.works.get(0), state, grade);
	}

}
