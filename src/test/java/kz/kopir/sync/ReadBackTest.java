package kz.kopir.sync;

import java.time.LocalDate;
import java.util.List;

import kz.kopir.journal.JournalAnswer;
import kz.kopir.problem.ProblemCode;
import kz.kopir.run.BalanceRow;
import kz.kopir.school.WorkId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReadBackTest {

	private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);

	private final SampleClass school = SampleClass.of(1);

	/** The mark was 8 and shall be 9. */
	@ParameterizedTest
	@CsvSource(textBlock = """
			# answer, journal shows, state, problem, counted as
			TAKEN,     9,    CONFIRMED, ,                    delivered
			REFUSED,   9,    CONFIRMED, ,                    delivered
			UNSETTLED, 9,    CONFIRMED, ,                    delivered
			NOT_SENT,  9,    CONFIRMED, ,                    delivered
			NONE,      9,    CONFIRMED, ,                    delivered
			TAKEN,     8,    UNSETTLED, READ_BACK_DIFFERS,   held
			REFUSED,   8,    REFUSED,   JOURNAL_FORBIDS,     held
			UNSETTLED, 8,    UNSETTLED, DELIVERY_UNSETTLED,  held
			NOT_SENT,  8,    ABANDONED, JOURNAL_UNAVAILABLE, held
			NONE,      8,    ABANDONED, WORK_NOT_IN_JOURNAL, held
			TAKEN,     5,    ABANDONED, READ_BACK_DIFFERS,   held
			REFUSED,   5,    REFUSED,   JOURNAL_FORBIDS,     held
			UNSETTLED, 5,    UNSETTLED, DELIVERY_UNSETTLED,  held
			TAKEN,     ,     UNSETTLED, READ_BACK_DIFFERS,   held
			REFUSED,   ,     REFUSED,   JOURNAL_FORBIDS,     held
			UNSETTLED, ,     UNSETTLED, DELIVERY_UNSETTLED,  held
			TAKEN,     8+9,  UNSETTLED, TWICE_IN_JOURNAL,    held
			REFUSED,   9+9,  UNSETTLED, TWICE_IN_JOURNAL,    held
			UNSETTLED, 8+9,  UNSETTLED, TWICE_IN_JOURNAL,    held
			""")
	void whatStandsInTheJournalCounts(String answer, @Nullable String shown, Ledger.State state,
			@Nullable ProblemCode problem, String counted) {
		this.school.homework("4", WEDNESDAY);
		WorkId work = this.school.delivered("4");
		this.school.grade("4", 1, "9").delivered("4", 1, work, "8");
		ClassGroupPlan plan = this.school.plan();
		PlanExecution execution = new PlanExecution(plan, "plan", plan.works(), true);
		String delivery = execution.getMarkWrites().get(0).delivery();
		JournalAnswer given = answer(answer, delivery);
		if (given != null) {
			execution.answered(given);
		}
		this.school.journal.marks.clear();
		if (shown != null) {
			for (String value : shown.split("\\+")) {
				this.school.journal.put(this.school.journal.nextId(), work, SampleClass.pupil(1), value);
			}
		}
		List<Ledger.Settled> settled = new ReadBack(execution, new CourseworkStanding(execution,
				new JournalView(this.school.read()), new CriteriaView(this.school.criteria())))
			.settle();
		assertThat(settled).singleElement().satisfies((one) -> {
			assertThat(one.delivery()).isEqualTo(delivery);
			assertThat(one.state()).isEqualTo(state);
			assertThat(one.refusal()).isEqualTo((state == Ledger.State.REFUSED) ? problem : null);
		});
		BalanceRow row = plan.tallies().get(EntryKind.MARK).row(SampleClass.CLASS_7A, EntryKind.MARK);
		assertThat(row.comesOut()).isTrue();
		assertThat(row.delivered()).isEqualTo(counted.equals("delivered") ? 1 : 0);
		assertThat(SampleClass.problems(plan)).extracting((found) -> found.code())
			.isEqualTo((problem != null) ? List.of(problem) : List.of());
	}

	/** One homework with the marks of three pupils, none of which was sent. */
	@ParameterizedTest
	@CsvSource(textBlock = """
			# answer to the homework, problem,     is about
			NOT_SENT,  JOURNAL_UNAVAILABLE,        system:JOURNAL
			UNSETTLED, DELIVERY_UNSETTLED,         class-group:70
			REFUSED,   JOURNAL_FORBIDS,            class-group:70
			TAKEN,     READ_BACK_DIFFERS,          class-group:70
			""")
	void marksThatWaitForTheirHomeworkWaitForWhatItWaitsFor(String answer, ProblemCode code, String subject) {
		SampleClass three = SampleClass.of(3);
		three.homework("4", WEDNESDAY).grade("4", 1, "9").grade("4", 2, "8").grade("4", 3, "7");
		ClassGroupPlan plan = three.plan();
		PlanExecution execution = new PlanExecution(plan, "plan", plan.works(), true);
		JournalAnswer given = answer(answer, execution.getWorkWrites().get(0).delivery());
		assertThat(given).isNotNull();
		execution.answered(given);
		assertThat(execution.getMarkWrites()).isEmpty();
		new ReadBack(execution,
				new CourseworkStanding(execution, new JournalView(three.read()), new CriteriaView(three.criteria())))
			.settle();
		assertThat(SampleClass.problems(plan)).singleElement().satisfies((problem) -> {
			assertThat(problem.code()).isEqualTo(code);
			assertThat(problem.subject()).isEqualTo(subject);
			assertThat(problem.lines()).hasSize(4);
			assertThat(problem.classGroup()).isEqualTo(subject.startsWith("system") ? null : SampleClass.CLASS_7A.id());
		});
		assertThat(plan.tallies().get(EntryKind.MARK).row(SampleClass.CLASS_7A, EntryKind.MARK).held()).isEqualTo(3);
	}

	@Test
	void anOutageWhileWritingIsOneProblemHoweverManyWorksAndMarksWait() {
		SampleClass three = SampleClass.of(3);
		for (int work = 1; work <= 20; work++) {
			three.homework(String.valueOf(work), WEDNESDAY).grade(String.valueOf(work), 1, "9");
		}
		ClassGroupPlan plan = three.plan();
		PlanExecution execution = new PlanExecution(plan, "plan", plan.works(), true);
		execution.getWorkWrites().forEach((write) -> execution.answered(new JournalAnswer.NotSent(write.delivery())));
		new ReadBack(execution,
				new CourseworkStanding(execution, new JournalView(three.read()), new CriteriaView(three.criteria())))
			.settle();
		assertThat(SampleClass.problems(plan)).singleElement()
			.satisfies((problem) -> assertThat(problem.lines()).hasSize(40));
	}

	@Test
	void aHomeworkWhoseAnswerGotLostIsConfirmedByItsLinkAndItsMarksWaitForTheNextRun() {
		this.school.homework("4", WEDNESDAY).grade("4", 1, "9");
		ClassGroupPlan plan = this.school.plan();
		PlanExecution execution = new PlanExecution(plan, "plan", plan.works(), true);
		var write = execution.getWorkWrites().get(0);
		this.school.journal.write(write);
		execution.answered(new JournalAnswer.Unsettled(write.delivery()));
		assertThat(execution.getMarkWrites()).isEmpty();
		List<Ledger.Settled> settled = new ReadBack(execution, new CourseworkStanding(execution,
				new JournalView(this.school.read()), new CriteriaView(this.school.criteria())))
			.settle();
		assertThat(settled).extracting(Ledger.Settled::state)
			.containsExactly(Ledger.State.CONFIRMED, Ledger.State.ABANDONED);
		assertThat(settled.get(0).journalId()).isEqualTo(this.school.journal.works.keySet().iterator().next().value());
	}

	@Test
	void marksFollowTheIdThatTheJournalGaveTheirHomework() {
		this.school.homework("4", WEDNESDAY).grade("4", 1, "9");
		ClassGroupPlan plan = this.school.plan();
		PlanExecution execution = new PlanExecution(plan, "plan", plan.works(), true);
		execution.getWorkWrites().forEach((write) -> execution.answered(this.school.journal.write(write)));
		execution.getMarkWrites().forEach((write) -> execution.answered(this.school.journal.write(write)));
		WorkId work = this.school.journal.works.keySet().iterator().next();
		assertThat(this.school.journal.marksOf(work, SampleClass.pupil(1))).singleElement()
			.satisfies((mark) -> assertThat(mark.value()).isEqualTo("9"));
		assertThat(new ReadBack(execution,
				new CourseworkStanding(execution, new JournalView(this.school.read()),
						new CriteriaView(this.school.criteria())))
			.settle()).extracting(Ledger.Settled::state).containsOnly(Ledger.State.CONFIRMED);
	}

	private static @Nullable JournalAnswer answer(String kind, String delivery) {
		return switch (kind) {
			case "TAKEN" -> new JournalAnswer.Taken(delivery, null);
			case "REFUSED" -> new JournalAnswer.Refused(delivery, ProblemCode.JOURNAL_FORBIDS, "403 notOwner");
			case "UNSETTLED" -> new JournalAnswer.Unsettled(delivery);
			case "NOT_SENT" -> new JournalAnswer.NotSent(delivery);
			default -> null;
		};
	}

}
