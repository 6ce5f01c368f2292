package kz.kopir.sync;

import java.time.LocalDate;
import java.util.List;

import kz.kopir.journal.JournalMark;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.ProblemEvent;
import kz.kopir.problem.ProblemEventKind;
import kz.kopir.problem.StoredProblem;
import kz.kopir.run.BalanceRow;
import kz.kopir.school.WorkId;
import kz.kopir.testing.CrashPoints;
import kz.kopir.testing.OnBothDatabases;
import kz.kopir.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@OnBothDatabases
class ClassGroupsTest {

	private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);

	private final TestDatabase database;

	private final SampleClass school = SampleClass.of(2);

	private int runs;

	ClassGroupsTest(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void empty() {
		this.database.empty();
		this.school.homework("4", WEDNESDAY).grade("4", 1, "8").grade("4", 2, "9");
	}

	@Test
	void aRunDeliversAndTheNextOneFindsNothingToDo() {
		assertThat(run()).containsExactly(row("homework", 0, 1, 1, 0, 0), row("mark", 0, 2, 2, 0, 0));
		assertThat(this.school.journal.marks).extracting(JournalMark::value).containsExactlyInAnyOrder("8", "9");
		int writes = this.school.journal.works.size() + this.school.journal.marks.size();
		assertThat(run()).containsExactly(row("homework", 0, 1, 0, 1, 0), row("mark", 0, 2, 0, 2, 0));
		assertThat(this.school.journal.works.size() + this.school.journal.marks.size()).isEqualTo(writes);
		assertThat(gateway().plans.ofRun("run-1")).extracting(PlanSummary::state).containsExactly("done");
		assertThat(gateway().plans.ofRun("run-2")).isEmpty();
	}

	@Test
	void theBalanceIsKeptWithTheRun() {
		List<BalanceRow> balance = run();
		assertThat(withoutSummatives(gateway().runs.balance("run-1"))).containsExactlyElementsOf(balance);
	}

	@Test
	void aDryRunWritesNothingAndShowsItsPlan() {
		this.school.dryRun = true;
		assertThat(run()).containsExactly(row("homework", 0, 1, 0, 0, 1), row("mark", 0, 2, 0, 0, 2));
		assertThat(this.school.journal.works).isEmpty();
		PlanSummary plan = gateway().plans.ofRun("run-1").get(0);
		assertThat(plan.state()).isEqualTo("dry");
		assertThat(plan.changes()).isEqualTo(3);
		assertThat(gateway().plans.changes(plan.id())).extracting(PlannedChange::to).contains("8", "9");
		assertThat(gateway().problems.open(SampleClass.SCHOOL)).isEmpty();
		this.school.dryRun = false;
		assertThat(run()).containsExactly(row("homework", 0, 1, 1, 0, 0), row("mark", 0, 2, 2, 0, 0));
	}

	@Test
	void aPlanThatWaitsIsExecutedByTheRunAfterItsApproval() throws ApprovalRefused {
		this.school.approval = SyncPolicy.Approval.ALWAYS;
		assertThat(run()).containsExactly(row("homework", 0, 1, 0, 0, 1), row("mark", 0, 2, 0, 0, 2));
		assertThat(openProblems()).containsExactly(ProblemCode.PLAN_AWAITS_APPROVAL);
		PlanSummary waiting = gateway().plans.waiting().get(0);
		assertThat(waiting.waitsBecause()).isEqualTo("PLAN_AWAITS_APPROVAL");
		gateway().plans.approve(waiting.id(), waiting.hash(), "deputy", "looked through");
		assertThat(run()).containsExactly(row("homework", 0, 1, 1, 0, 0), row("mark", 0, 2, 2, 0, 0));
		assertThat(gateway().plans.waiting()).isEmpty();
		assertThat(openProblems()).isEmpty();
	}

	@Test
	void anApprovalDoesNotCountForAnotherPlan() throws ApprovalRefused {
		this.school.approval = SyncPolicy.Approval.ALWAYS;
		run();
		PlanSummary waiting = gateway().plans.waiting().get(0);
		gateway().plans.approve(waiting.id(), waiting.hash(), "deputy", "looked through");
		this.school.regrade("4", 2, "2");
		run();
		assertThat(this.school.journal.works).isEmpty();
		assertThat(gateway().plans.find(waiting.id())).map(PlanSummary::state).contains("superseded");
		assertThat(gateway().plans.waiting()).extracting(PlanSummary::runId).containsExactly("run-2");
	}

	@Test
	void aWaitingPlanLeavesTheListWhenThereIsNothingLeftToDo() {
		this.school.approval = SyncPolicy.Approval.ALWAYS;
		run();
		this.school.courseworks.clear();
		this.school.submissions.clear();
		run();
		assertThat(gateway().plans.waiting()).isEmpty();
	}

	@Test
	void aRunOverFewerDaysThanUsualSaysOfNothingThatItIsGone() {
		this.school.homework("8", WEDNESDAY.minusDays(7)).grade("8", 1, "-3");
		run();
		assertThat(openProblems()).containsExactly(ProblemCode.GRADE_OUT_OF_RANGE);
		LocalDate usual = this.school.from;
		this.school.from = SampleClass.TODAY;
		run();
		assertThat(openProblems()).containsExactly(ProblemCode.GRADE_OUT_OF_RANGE);
		assertThat(gateway().problems.eventsAfter(SampleClass.SCHOOL, 0, 100)).extracting(ProblemEvent::kind)
			.containsOnly(ProblemEventKind.OPENED);
		this.school.from = usual;
		this.school.regrade("8", 1, "3");
		run();
		assertThat(openProblems()).isEmpty();
	}

	@Test
	void whatWaitsForApprovalWaitsUntilTheJournalTakesItNoMore() {
		this.school.approval = SyncPolicy.Approval.ALWAYS;
		this.school.editPeriodDays = 7;
		run();
		assertThat(gateway().problems.open(SampleClass.SCHOOL)).singleElement()
			.satisfies((problem) -> assertThat(problem.deadline())
				.isEqualTo(LocalDate.of(2026, 11, 26).atStartOfDay(SampleClass.ALMATY).toInstant()));
	}

	@Test
	void aDryRunLeavesAWaitingPlanAlone() {
		this.school.approval = SyncPolicy.Approval.ALWAYS;
		run();
		this.school.dryRun = true;
		run();
		assertThat(gateway().plans.waiting()).extracting(PlanSummary::runId).containsExactly("run-1");
	}

	@Test
	void anApprovalIsRefusedWithItsReason() throws ApprovalRefused {
		this.school.approval = SyncPolicy.Approval.ALWAYS;
		run();
		PlanSummary waiting = gateway().plans.waiting().get(0);
		assertThatExceptionOfType(ApprovalRefused.class)
			.isThrownBy(() -> gateway().plans.approve(waiting.id(), waiting.hash(), "teacher", "looked through"))
			.satisfies((refusal) -> assertThat(refusal.reason()).isEqualTo(ApprovalRefused.Reason.NOT_ALLOWED));
		refused(ApprovalRefused.Reason.UNKNOWN_PLAN, "no-such-plan", waiting.hash());
		refused(ApprovalRefused.Reason.OTHER_HASH, waiting.id(), "0".repeat(64));
		gateway().plans.approve(waiting.id(), waiting.hash(), "deputy", "looked through");
		refused(ApprovalRefused.Reason.NOT_WAITING, waiting.id(), waiting.hash());
	}

	@Test
	void aChangeMadeByHandIsHeldUntilItIsGone() {
		run();
		WorkId work = this.school.journal.works.keySet().iterator().next();
		this.school.journal.markByHand(work, SampleClass.pupil(1), "5");
		assertThat(run()).containsExactly(row("homework", 0, 1, 0, 1, 0), row("mark", 0, 2, 0, 1, 1));
		assertThat(openProblems()).containsExactly(ProblemCode.CHANGED_BY_HAND);
		assertThat(this.school.journal.marksOf(work, SampleClass.pupil(1))).extracting(JournalMark::value)
			.containsExactly("5");
		this.school.journal.markByHand(work, SampleClass.pupil(1), "8");
		run();
		assertThat(openProblems()).isEmpty();
	}

	@Test
	void anUnreadableCourseClosesNoProblem() {
		run();
		this.school.journal.marks.clear();
		run();
		assertThat(openProblems()).containsExactly(ProblemCode.REMOVED_BY_HAND);
		this.school.complete = false;
		run();
		assertThat(openProblems()).containsExactlyInAnyOrder(ProblemCode.REMOVED_BY_HAND,
				ProblemCode.COURSE_UNREADABLE);
	}

	@Test
	void aJournalThatAppendsAChangedMarkIsNoticed() {
		this.school.journal = new MemoryJournal(SampleClass.timetable(), MemoryJournal.Repost.APPEND);
		run();
		this.school.regrade("4", 1, "10");
		assertThat(run()).containsExactly(row("homework", 0, 1, 0, 1, 0), row("mark", 0, 2, 0, 1, 1));
		assertThat(openProblems()).containsExactly(ProblemCode.TWICE_IN_JOURNAL);
		int marks = this.school.journal.marks.size();
		run();
		assertThat(this.school.journal.marks).hasSize(marks);
		assertThat(openProblems()).containsExactly(ProblemCode.TWICE_IN_JOURNAL);
	}

	@Test
	void aJournalThatRejectsAChangedMarkIsAskedOnceOnly() {
		this.school.journal = new MemoryJournal(SampleClass.timetable(), MemoryJournal.Repost.REJECT);
		run();
		this.school.regrade("4", 1, "10");
		assertThat(run()).containsExactly(row("homework", 0, 1, 0, 1, 0), row("mark", 0, 2, 0, 1, 1));
		assertThat(openProblems()).containsExactly(ProblemCode.JOURNAL_REFUSED);
		run();
		assertThat(gateway().plans.ofRun("run-3")).as("the schedule does not repeat it").isEmpty();
		assertThat(openProblems()).containsExactly(ProblemCode.JOURNAL_REFUSED);
	}

	private List<BalanceRow> run() {
		this.school.run = "run-" + ++this.runs;
		return withoutSummatives(gateway().run(this.school).balance());
	}

	private static List<BalanceRow> withoutSummatives(List<BalanceRow> balance) {
		return balance.stream().filter((row) -> !row.kind().equals(EntryKind.SUMMATIVE.code())).toList();
	}

	private GatewayProcess gateway() {
		return new GatewayProcess(this.database.dataSource(), this.school.rules(), new CrashPoints(0));
	}

	private List<ProblemCode> openProblems() {
		return gateway().problems.open(SampleClass.SCHOOL).stream().map(StoredProblem::code).toList();
	}

	private void refused(ApprovalRefused.Reason reason, String plan, String hash) {
		assertThatExceptionOfType(ApprovalRefused.class)
			.isThrownBy(() -> gateway().plans.approve(plan, hash, "deputy", "looked through"))
			.satisfies((refusal) -> assertThat(refusal.reason()).isEqualTo(reason));
	}

	private static BalanceRow row(String kind, long aside, long read, long delivered, long unchanged, long held) {
		return new BalanceRow("70", "7 «А»", kind, aside, read, delivered, unchanged, held, 0);
	}

}
