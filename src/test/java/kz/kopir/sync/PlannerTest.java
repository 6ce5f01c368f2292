package kz.kopir.sync;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

import kz.kopir.problem.Problem;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.Submission;
import kz.kopir.school.WorkId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlannerTest {

	private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);

	private final SampleClass school = SampleClass.of(3);

	@Test
	void aNewHomeworkIsAddedWithItsMarksOnTheLessonOfTheDueDay() {
		this.school.homework("4", WEDNESDAY).grade("4", 1, "8").grade("4", 2, "10");
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.changes()).extracting(Change::key)
			.containsExactly(SampleClass.work("4"), SampleClass.mark("4", 1), SampleClass.mark("4", 2));
		assertThat(plan.changes()).extracting(Change::action).containsOnly(Change.Action.ADD);
		assertThat(plan.changes().get(1).to()).isEqualTo("8");
		assertThat(WorkValue.lessonDate(plan.changes().get(0).to())).isEqualTo(WEDNESDAY);
		assertThat(plan.waits()).isNull();
	}

	@Test
	void aDueDayWithoutALessonMovesToTheNextLesson() {
		this.school.homework("4", LocalDate.of(2026, 11, 15));
		assertThat(WorkValue.lessonDate(this.school.plan().changes().get(0).to()))
			.isEqualTo(LocalDate.of(2026, 11, 16));
	}

	@Test
	void whatStandsAsDeliveredAndWantedIsUnchanged() {
		this.school.homework("4", WEDNESDAY);
		WorkId work = this.school.delivered("4");
		this.school.grade("4", 1, "8").delivered("4", 1, work, "8");
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.changes()).isEmpty();
		assertThat(plan.adopted()).isEmpty();
		assertThat(row(plan, EntryKind.WORK)).isEqualTo("read 1 delivered 0 unchanged 1 held 0 rejected 0");
		assertThat(row(plan, EntryKind.MARK)).isEqualTo("read 1 delivered 0 unchanged 1 held 0 rejected 0");
	}

	@Test
	void aRegradedWorkChangesItsMarkAndNothingElse() {
		this.school.homework("4", WEDNESDAY);
		WorkId work = this.school.delivered("4");
		this.school.grade("4", 1, "9").delivered("4", 1, work, "8");
		assertThat(this.school.plan().changes()).singleElement().satisfies((change) -> {
			assertThat(change.action()).isEqualTo(Change.Action.CHANGE);
			assertThat(change.from()).isEqualTo("8");
			assertThat(change.to()).isEqualTo("9");
			assertThat(change.pupil()).isEqualTo(SampleClass.pupil(1));
		});
	}

	@Test
	void aMarkOfAnotherIsHeld() {
		this.school.homework("4", WEDNESDAY);
		WorkId work = this.school.delivered("4");
		this.school.grade("4", 1, "9").journal.markByHand(work, SampleClass.pupil(1), "5");
		holds(ProblemCode.VALUE_OF_ANOTHER);
	}

	@Test
	void aMarkThatTheTeacherTypedAsWantedIsAdopted() {
		this.school.homework("4", WEDNESDAY);
		WorkId work = this.school.delivered("4");
		this.school.grade("4", 1, "9").journal.markByHand(work, SampleClass.pupil(1), "9");
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.changes()).isEmpty();
		assertThat(plan.adopted()).extracting(Change::key).containsExactly(SampleClass.mark("4", 1));
		assertThat(plan.adopted().get(0).journalId()).isNotNull();
		assertThat(row(plan, EntryKind.MARK)).isEqualTo("read 1 delivered 0 unchanged 1 held 0 rejected 0");
	}

	@Test
	void aMarkChangedByHandIsHeldEvenWhenTheGradeChangesToo() {
		this.school.homework("4", WEDNESDAY);
		WorkId work = this.school.delivered("4");
		this.school.grade("4", 1, "9").delivered("4", 1, work, "8");
		this.school.journal.markByHand(work, SampleClass.pupil(1), "5");
		holds(ProblemCode.CHANGED_BY_HAND);
	}

	@Test
	void aMarkRemovedByHandIsHeld() {
		this.school.homework("4", WEDNESDAY);
		WorkId work = this.school.delivered("4");
		this.school.grade("4", 1, "8").delivered("4", 1, work, "8");
		this.school.journal.marks.clear();
		holds(ProblemCode.REMOVED_BY_HAND);
	}

	@Test
	void aHomeworkRemovedByHandIsNotPutThereAgainNorAreItsMarks() {
		this.school.homework("4", WEDNESDAY);
		this.school.delivered("4");
		this.school.grade("4", 1, "8").journal.works.clear();
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.changes()).isEmpty();
		assertThat(SampleClass.problems(plan)).singleElement().satisfies((problem) -> {
			assertThat(problem.code()).isEqualTo(ProblemCode.REMOVED_BY_HAND);
			assertThat(problem.lines()).extracting(Problem.Line::entryKey)
				.containsExactlyInAnyOrder(SampleClass.work("4").text(), SampleClass.mark("4", 1).text());
		});
	}

	@Test
	void aGradeTakenBackIsHeldAndTheMarkStays() {
		this.school.homework("4", WEDNESDAY);
		WorkId work = this.school.delivered("4");
		this.school.submission("4", 1, Submission.State.RETURNED, null).delivered("4", 1, work, "8");
		holds(ProblemCode.WITHDRAWN_AT_SOURCE);
	}

	@Test
	void workHandedInAgainLeavesItsMarkUntouched() {
		this.school.homework("4", WEDNESDAY);
		WorkId work = this.school.delivered("4");
		this.school.submission("4", 1, Submission.State.TURNED_IN, "8").delivered("4", 1, work, "8");
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.changes()).isEmpty();
		assertThat(row(plan, EntryKind.MARK)).isEqualTo("read 1 delivered 0 unchanged 1 held 0 rejected 0");
	}

	@Test
	void aMissingSubmissionIsNoMark() {
		this.school.homework("4", WEDNESDAY).submission("4", 1, Submission.State.NEW, null);
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.changes()).extracting(Change::key).containsExactly(SampleClass.work("4"));
		assertThat(row(plan, EntryKind.MARK)).isEqualTo("read 0 delivered 0 unchanged 0 held 0 rejected 0");
	}

	@Test
	void aGradeOfZeroIsTheLowestMark() {
		this.school.homework("4", WEDNESDAY).grade("4", 1, "0");
		assertThat(this.school.plan().changes()).extracting(Change::to).contains("1");
	}

	@Test
	void anUnfinishedDeliveryThatStandsThereHasArrived() {
		this.school.homework("4", WEDNESDAY);
		WorkId work = this.school.delivered("4");
		this.school.grade("4", 1, "8");
		String id = this.school.journal.put("77", work, SampleClass.pupil(1), "8");
		this.school.unfinished(SampleClass.mark("4", 1), "d1", "8");
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.settlements()).containsExactly(new ClassGroupPlan.Settlement("d1", true, id));
		assertThat(plan.changes()).isEmpty();
		assertThat(row(plan, EntryKind.MARK)).isEqualTo("read 1 delivered 0 unchanged 1 held 0 rejected 0");
	}

	@Test
	void anUnfinishedDeliveryThatDoesNotStandThereIsSentAgain() {
		this.school.homework("4", WEDNESDAY);
		this.school.delivered("4");
		this.school.grade("4", 1, "8").unfinished(SampleClass.mark("4", 1), "d1", "8");
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.settlements()).containsExactly(new ClassGroupPlan.Settlement("d1", false, null));
		assertThat(plan.changes()).extracting(Change::action).containsExactly(Change.Action.ADD);
	}

	@Test
	void anUnfinishedChangeThatDidNotArriveStartsFromWhatWasLastThere() {
		this.school.homework("4", WEDNESDAY);
		WorkId work = this.school.delivered("4");
		this.school.grade("4", 1, "9").delivered("4", 1, work, "8");
		this.school.unfinished(SampleClass.mark("4", 1), "d2", "9");
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.settlements()).extracting(ClassGroupPlan.Settlement::arrived).containsExactly(false);
		assertThat(plan.changes()).extracting(Change::from).containsExactly("8");
	}

	@Test
	void anUnfinishedDeliveryThatArrivedAfterTheGradeChangedAgainIsChangedInItsTurn() {
		this.school.homework("4", WEDNESDAY);
		WorkId work = this.school.delivered("4");
		this.school.grade("4", 1, "10").journal.put("77", work, SampleClass.pupil(1), "9");
		this.school.unfinished(SampleClass.mark("4", 1), "d1", "9");
		assertThat(this.school.plan().changes()).singleElement().satisfies((change) -> {
			assertThat(change.action()).isEqualTo(Change.Action.CHANGE);
			assertThat(change.from()).isEqualTo("9");
			assertThat(change.to()).isEqualTo("10");
		});
	}

	@Test
	void aHomeworkWhoseAnswerWasLostIsKnownAgainByItsLink() {
		this.school.homework("4", WEDNESDAY);
		String to = this.school.plan().changes().get(0).to();
		WorkId work = this.school.delivered("4");
		this.school.ledger.clear();
		this.school.unfinished(SampleClass.work("4"), "d1", to);
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.settlements()).containsExactly(new ClassGroupPlan.Settlement("d1", true, work.value()));
		assertThat(plan.changes()).isEmpty();
	}

	@Test
	void aRefusedWriteIsRepeatedByAPersonButNotByTheSchedule() {
		this.school.homework("4", WEDNESDAY);
		this.school.delivered("4");
		this.school.grade("4", 1, "8")
			.refused(SampleClass.mark("4", 1), "8", SampleClass.NOW.minus(Duration.ofHours(2)));
		holds(ProblemCode.JOURNAL_REFUSED);
		this.school.insist = true;
		assertThat(this.school.plan().changes()).hasSize(1);
	}

	@Test
	void aRefusedWriteIsTriedAgainTheNextDayOrWithAnotherValue() {
		this.school.homework("4", WEDNESDAY);
		this.school.delivered("4");
		this.school.grade("4", 1, "8")
			.refused(SampleClass.mark("4", 1), "8", SampleClass.NOW.minus(Duration.ofHours(21)));
		assertThat(this.school.plan().changes()).hasSize(1);
		this.school.refused(SampleClass.mark("4", 1), "7", SampleClass.NOW.minus(Duration.ofHours(2)));
		assertThat(this.school.plan().changes()).hasSize(1);
	}

	@Test
	void aHomeworkThatStandsTwiceIsHeldWithItsMarks() {
		this.school.homework("4", WEDNESDAY);
		WorkId work = this.school.delivered("4");
		this.school.grade("4", 1, "8").delivered("4", 1, work, "8");
		this.school.grade("4", 2, "9").unfinished(SampleClass.mark("4", 2), "d9", "9");
		this.school.journal.put("78", work, SampleClass.pupil(2), "9");
		this.school.submission("4", 3, Submission.State.NEW, null).journal
			.workByHand(SampleClass.lesson(WEDNESDAY.plusDays(1)), "Көшірме\n" + SampleClass.link("4"));
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.changes()).isEmpty();
		assertThat(plan.settlements()).as("nobody knows on which of the two it stands").isEmpty();
		assertThat(SampleClass.problems(plan)).singleElement().satisfies((problem) -> {
			assertThat(problem.code()).isEqualTo(ProblemCode.TWICE_IN_JOURNAL);
			assertThat(problem.lines()).hasSize(3);
		});
		assertThat(row(plan, EntryKind.MARK)).isEqualTo("read 2 delivered 0 unchanged 0 held 2 rejected 0");
	}

	@Test
	void aMarkThatStandsTwiceIsHeld() {
		this.school.homework("4", WEDNESDAY);
		WorkId work = this.school.delivered("4");
		this.school.grade("4", 1, "8").delivered("4", 1, work, "8");
		this.school.journal.put("78", work, SampleClass.pupil(1), "9");
		holds(ProblemCode.TWICE_IN_JOURNAL);
	}

	@Test
	void twoSubmissionsOfOnePupilAreBothHeld() {
		this.school.homework("4", WEDNESDAY);
		this.school.delivered("4");
		this.school.grade("4", 1, "8").grade("4", 1, "9");
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.changes()).isEmpty();
		assertThat(SampleClass.count(plan, ProblemCode.SOURCE_RECORD_TWICE)).isEqualTo(1);
		assertThat(row(plan, EntryKind.MARK)).isEqualTo("read 2 delivered 0 unchanged 0 held 2 rejected 0");
	}

	private void holds(ProblemCode code) {
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.changes()).isEmpty();
		assertThat(SampleClass.problems(plan)).singleElement()
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(code));
		assertThat(row(plan, EntryKind.MARK)).isEqualTo("read 1 delivered 0 unchanged 0 held 1 rejected 0");
	}

	private static String row(ClassGroupPlan plan, EntryKind kind) {
		Map<EntryKind, Tally> tallies = plan.tallies();
		var row = tallies.get(kind).row(SampleClass.CLASS_7A, kind);
		return "read " + row.read() + " delivered " + row.delivered() + " unchanged " + row.unchanged() + " held "
				+ row.held() + " rejected " + row.rejected();
	}

}
