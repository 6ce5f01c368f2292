package kz.kopir.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import kz.kopir.problem.Owner;
import kz.kopir.problem.Problem;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.CriteriaSection;
import kz.kopir.school.Submission;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What becomes of the scores of БЖБ and ТЖБ. It is Friday, 20 November 2026; a БЖБ must
 * stand in the journal after three school days.
 */
class SummativePlannerTest {

	private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);

	private final SampleClass school = SampleClass.of(3);

	@Test
	void aScoreIsWrittenIntoItsSectionWhenTheSchoolSwitchedThatOn() {
		String section = this.school.journalHas(2);
		this.school.summative("4", WEDNESDAY, "БЖБ №2").grade("4", 1, "9").grade("4", 2, "0");
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.changes()).extracting((change) -> change.key().text(), Change::to, Change::journalId)
			.containsExactly(tuple(SampleClass.score("4", 1).text(), "9", section),
					tuple(SampleClass.score("4", 2).text(), "0", section));
		assertThat(codes(plan)).isEmpty();
	}

	@Test
	void aScoreIsHandedToTheTeacherWhenItIsOff() {
		switchedOff();
		this.school.journalHas(2);
		this.school.summative("4", WEDNESDAY, "БЖБ №2").grade("4", 1, "9").grade("4", 2, "7");
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.changes()).isEmpty();
		Problem problem = problem(plan, ProblemCode.SUMMATIVE_HANDED_OVER);
		assertThat(problem.lines()).hasSize(2);
		assertThat(problem.details()).containsEntry("summative", "БЖБ 2").containsEntry("publishBy", "2026-11-23");
		assertThat(problem.deadline()).isEqualTo(Instant.parse("2026-11-23T19:00:00Z"));
		assertThat(states(plan)).containsExactly(SummativeItem.State.HANDED_OVER, SummativeItem.State.HANDED_OVER);
	}

	@Test
	void aScoreThatTheTeacherTypedIsReadBackAndTakenOver() {
		switchedOff();
		typed(this.school.journalHas(2), 1, 9);
		this.school.summative("4", WEDNESDAY, "БЖБ №2").grade("4", 1, "9");
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.adopted()).hasSize(1);
		assertThat(codes(plan)).isEmpty();
		assertThat(states(plan)).containsExactly(SummativeItem.State.STANDING);
	}

	@Test
	void aScoreThatWasTypedWrongIsToldWithItsPupilAndNeverOverwritten() {
		typed(this.school.journalHas(2), 1, 6);
		this.school.summative("4", WEDNESDAY, "БЖБ №2").grade("4", 1, "9");
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.changes()).isEmpty();
		assertThat(problem(plan, ProblemCode.SUMMATIVE_DIFFERS).lines()).extracting(Problem.Line::entryKey)
			.containsExactly(SampleClass.score("4", 1).text());
		assertThat(states(plan)).containsExactly(SummativeItem.State.DIFFERS);
	}

	@Test
	void aGradeThatWasChangedAfterwardsIsHandedOverAgain() {
		switchedOff();
		String section = this.school.journalHas(2);
		typed(section, 1, 6);
		this.school.known(SampleClass.score("4", 1), "6", section);
		this.school.summative("4", WEDNESDAY, "БЖБ №2").grade("4", 1, "9");
		assertThat(states(this.school.plan())).containsExactly(SummativeItem.State.HANDED_OVER);
	}

	@Test
	void whatComesLateIsHeldUntilItIsLetThrough() {
		this.school.journalHas(2);
		this.school.summative("4", WEDNESDAY, "БЖБ №2").grade("4", 1, "9");
		this.school.now = Instant.parse("2026-11-23T19:00:00Z");
		ClassGroupPlan late = this.school.plan();
		assertThat(late.changes()).isEmpty();
		assertThat(problem(late, ProblemCode.SUMMATIVE_LATE).details()).containsEntry("approvers", "kopir");
		assertThat(states(late)).containsExactly(SummativeItem.State.LATE);
		this.school.letThrough.put(SampleClass.score("4", 1).text(), "9");
		assertThat(this.school.plan().changes()).hasSize(1);
		this.school.regrade("4", 1, "10");
		assertThat(states(this.school.plan())).as("what changes later waits again")
			.containsExactly(SummativeItem.State.LATE);
	}

	@Test
	void oneSecondBeforeMidnightItIsNotLate() {
		this.school.journalHas(2);
		this.school.summative("4", WEDNESDAY, "БЖБ №2").grade("4", 1, "9");
		this.school.now = Instant.parse("2026-11-23T18:59:59Z");
		assertThat(this.school.plan().changes()).hasSize(1);
	}

	@Test
	void whatCameInTimeAndIsNotTypedYetStaysInTheWorkbook() {
		switchedOff();
		this.school.journalHas(2);
		this.school.summative("4", WEDNESDAY, "БЖБ №2").grade("4", 1, "9").grade("4", 2, "5");
		this.school.handedOver.put(SampleClass.score("4", 1).text(), "9");
		this.school.handedOver.put(SampleClass.score("4", 2).text(), "4");
		this.school.now = Instant.parse("2026-11-24T05:00:00Z");
		assertThat(states(this.school.plan())).containsExactly(SummativeItem.State.HANDED_OVER,
				SummativeItem.State.LATE);
	}

	@Test
	void aSchoolMayPublishWhatIsLateAndIsToldOfIt() {
		this.school.policy = this.school.policy.with("late", "publish");
		this.school.journalHas(2);
		this.school.summative("4", WEDNESDAY, "БЖБ №2").grade("4", 1, "9");
		this.school.now = Instant.parse("2026-11-24T05:00:00Z");
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.changes()).hasSize(1);
		assertThat(codes(plan)).containsExactly(ProblemCode.SUMMATIVE_PUBLISHED_LATE);
	}

	@Test
	void pastTheJournalsLockNothingIsWrittenNorHandedOver() {
		switchedOff();
		this.school.editPeriodDays = 1;
		this.school.journalHas(2);
		this.school.summative("4", WEDNESDAY, "БЖБ №2").grade("4", 1, "9");
		assertThat(codes(this.school.plan())).containsExactly(ProblemCode.EDIT_PERIOD_OVER);
	}

	@Test
	void whenTheCriteriaJournalCannotBeReadTheOtherMarksGoOn() {
		this.school.criteriaTrouble = "HTTP 404";
		this.school.homework("3", WEDNESDAY).grade("3", 1, "9").summative("4", WEDNESDAY, "БЖБ №2").grade("4", 1, "9");
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.changes()).hasSize(2).noneMatch((change) -> change.key().kind() == EntryKind.SUMMATIVE);
		assertThat(codes(plan)).containsExactly(ProblemCode.CRITERIA_JOURNAL_UNREADABLE);
	}

	@Test
	void aRefusedWorkSaysWhyOnceForAllItsGrades() {
		this.school.summative("4", WEDNESDAY, "БЖБ №2").grade("4", 1, "9").grade("4", 2, "8");
		Problem problem = problem(this.school.plan(), ProblemCode.SUMMATIVE_SECTION_MISSING);
		assertThat(problem.lines()).hasSize(2);
		assertThat(problem.details()).containsEntry("summative", "БЖБ 2");
	}

	@Test
	void twoWorksThatGiveOnePupilAScoreForOneCellAreHeldForThatPupil() {
		this.school.journalHas(2);
		this.school.summative("4", WEDNESDAY, "БЖБ №2")
			.grade("4", 1, "9")
			.grade("4", 2, "8")
			.individual("5", WEDNESDAY.plusDays(1), "БЖБ №2 (қайта)")
			.grade("5", 2, "6")
			.grade("5", 3, "7");
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.changes()).extracting((change) -> change.key().text())
			.containsExactly(SampleClass.score("4", 1).text(), SampleClass.score("5", 3).text());
		assertThat(codes(plan)).containsOnly(ProblemCode.SUMMATIVE_TWICE);
	}

	@Test
	void theTeacherIsRemindedBeforeAndTheDeputyHeadToldAfter() {
		this.school.journalHas(2);
		this.school.summative("4", WEDNESDAY, "БЖБ №2").submission("4", 1, Submission.State.TURNED_IN, null);
		assertThat(reminded("2026-11-17T12:00")).isEmpty();
		assertThat(reminded("2026-11-18T12:00")).isEmpty();
		assertThat(reminded("2026-11-20T09:00")).containsExactly(ProblemCode.SUMMATIVE_DUE_SOON);
		assertThat(reminded("2026-11-23T23:59")).containsExactly(ProblemCode.SUMMATIVE_DUE_SOON);
		assertThat(reminded("2026-11-24T00:00")).containsExactly(ProblemCode.SUMMATIVE_OVERDUE);
		assertThat(ProblemCode.SUMMATIVE_DUE_SOON.owner()).isEqualTo(Owner.TEACHER);
		assertThat(ProblemCode.SUMMATIVE_OVERDUE.owner()).isEqualTo(Owner.DEPUTY_HEAD);
	}

	/** The БЖБ is of Wednesday; its term of publication ends with Monday. */
	@ParameterizedTest
	@CsvSource(textBlock = """
			# now,            journal's days, deadline
			2026-11-20T09:00, 14,             2026-11-24T00:00
			2026-11-24T00:00, 14,             2026-12-03T00:00
			2026-12-02T23:59, 14,             2026-12-03T00:00
			2026-11-24T00:00, 0,
			""")
	void theTermOfPublicationRunsFirstAndThenTheJournalsOwnLimit(LocalDateTime now, int days,
			@Nullable LocalDateTime deadline) {
		this.school.policy = this.school.policy.with("edit-period-days", String.valueOf(days));
		this.school.editPeriodDays = days;
		this.school.now = now.atZone(SampleClass.ALMATY).toInstant();
		this.school.summative("4", WEDNESDAY, "БЖБ №2").grade("4", 1, "9");
		Instant until = (deadline != null) ? deadline.atZone(SampleClass.ALMATY).toInstant() : null;
		assertThat(problem(this.school.plan(), ProblemCode.SUMMATIVE_SECTION_MISSING).deadline()).isEqualTo(until);
		this.school.journalHas(2);
		switchedOff();
		assertThat(SampleClass.problems(remindedPlan())).isNotEmpty()
			.allSatisfy((problem) -> assertThat(problem.deadline()).as("%s", problem.code()).isEqualTo(until));
	}

	@Test
	void aTermSummativeOutsideTheSchoolCanBeMovedUntilItIsSat() {
		this.school.remote = true;
		this.school.now = SampleClass.NOW;
		this.school.summative("4", LocalDate.of(2026, 11, 25), "ТЖБ");
		assertThat(problem(remindedPlan(), ProblemCode.TERM_SUMMATIVE_REMOTE).deadline())
			.isEqualTo(LocalDate.of(2026, 11, 25).atStartOfDay(SampleClass.ALMATY).toInstant());
		this.school.now = LocalDateTime.parse("2026-11-25T10:00").atZone(SampleClass.ALMATY).toInstant();
		assertThat(problem(remindedPlan(), ProblemCode.TERM_SUMMATIVE_REMOTE).deadline()).isNull();
	}

	@Test
	void whenEverythingStandsThereNobodyIsReminded() {
		String section = this.school.journalHas(2);
		this.school.summative("4", WEDNESDAY, "БЖБ №2").grade("4", 1, "9");
		typed(section, 1, 9);
		assertThat(reminded("2026-11-24T00:00")).isEmpty();
	}

	@Test
	void aPupilWhoseTermMarkDependsOnTheReadingIsAWarning() {
		String first = section(1, 8);
		String second = section(2, 20);
		String last = section(0, 30);
		this.school.homework("3", WEDNESDAY);
		this.school.delivered("3", 1, this.school.delivered("3"), "4");
		typed(first, 1, 6);
		typed(second, 1, 16);
		typed(last, 1, 21);
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.control().previews()).singleElement().satisfies((preview) -> {
			assertThat(preview.preview().bySum().mark()).isEqualTo(4);
			assertThat(preview.preview().byMean().mark()).isEqualTo(3);
		});
		assertThat(problem(plan, ProblemCode.TERM_MARK_READINGS_DIFFER).lines()).hasSize(1);
		assertThat(problem(plan, ProblemCode.TERM_MARK_READINGS_DIFFER).deadline()).as("the end of the second term")
			.isEqualTo(LocalDate.of(2026, 12, 28).atStartOfDay(SampleClass.ALMATY).toInstant());
		assertThat(plan.changes()).isEmpty();
	}

	private String section(int part, int maximum) {
		String id = "800" + part;
		this.school.journal.sections.add(new CriteriaSection(id, SampleClass.ALGEBRA.id(), 2, part, maximum));
		return id;
	}

	private List<ProblemCode> reminded(String time) {
		this.school.now = LocalDateTime.parse(time).atZone(SampleClass.ALMATY).toInstant();
		return codes(remindedPlan());
	}

	private ClassGroupPlan remindedPlan() {
		ClassGroupPlan plan = this.school.plan();
		SummativeReminders.note(new PlanExecution(plan, "plan", plan.works(), false), this.school.now,
				SampleClass.ALMATY);
		return plan;
	}

	private void switchedOff() {
		this.school.write.remove(SyncPolicy.Capability.SUMMATIVE);
	}

	private void typed(String section, int pupil, int score) {
		this.school.journal.scores.put(new CriteriaView.Cell(section, SampleClass.pupil(pupil)), score);
	}

	private static List<SummativeItem.State> states(ClassGroupPlan plan) {
		return plan.control()
			.summatives()
			.stream()
			.flatMap((item) -> item.scores().stream())
			.map(SummativeItem.Score::state)
			.toList();
	}

	private static List<ProblemCode> codes(ClassGroupPlan plan) {
		return SampleClass.problems(plan).stream().map(Problem::code).toList();
	}

	private static Problem problem(ClassGroupPlan plan, ProblemCode code) {
		return SampleClass.problems(plan)
			.stream()
			.filter((problem) -> problem.code() == code)
			.findFirst()
			.orElseThrow();
	}

}
