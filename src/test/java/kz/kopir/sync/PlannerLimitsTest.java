package kz.kopir.sync;

import java.time.LocalDate;
import java.util.Map;

import kz.kopir.problem.ProblemCode;
import kz.kopir.roster.PupilLinkRow;
import kz.kopir.school.Coursework;
import kz.kopir.school.RecordFault;
import kz.kopir.school.Submission;
import kz.kopir.school.WorkId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a plan leaves alone: pupils that are not known, days that were not read, writing
 * that is not allowed.
 */
class PlannerLimitsTest {

	private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);

	private final SampleClass school = SampleClass.of(3);

	@Test
	void theGradeOfAnUnlinkedUserIsHeldAndNamesItsCourse() {
		this.school.links.remove(0);
		this.school.homework("4", WEDNESDAY);
		this.school.delivered("4");
		this.school.grade("4", 1, "8").grade("4", 2, "8").submission("4", 3, Submission.State.NEW, null);
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.changes()).extracting(Change::pupil).containsExactly(SampleClass.pupil(2));
		assertThat(SampleClass.count(plan, ProblemCode.PUPIL_NOT_LINKED)).isEqualTo(1);
	}

	@Test
	void twoUsersOfOnePupilAreHeldBoth() {
		this.school.links.set(1, new PupilLinkRow(SampleClass.user(2).value(), SampleClass.pupil(1)));
		this.school.homework("4", WEDNESDAY);
		this.school.delivered("4");
		this.school.grade("4", 1, "8").grade("4", 2, "9");
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.changes()).isEmpty();
		assertThat(SampleClass.count(plan, ProblemCode.PUPIL_LINK_AMBIGUOUS)).isEqualTo(1);
	}

	@Test
	void whoLeftTheRosterKeepsTheMarkOfWhatWasHandedIn() {
		this.school.roster.remove(0);
		this.school.homework("4", WEDNESDAY);
		this.school.delivered("4");
		this.school.grade("4", 1, "8");
		assertThat(this.school.plan().changes()).extracting(Change::pupil).containsExactly(SampleClass.pupil(1));
	}

	@Test
	void whoLeftTheClassGroupGetsNoMark() {
		this.school.pupils.remove(0);
		this.school.homework("4", WEDNESDAY);
		this.school.delivered("4");
		this.school.grade("4", 1, "8");
		holds(ProblemCode.PUPIL_NOT_IN_CLASS_GROUP);
	}

	@Test
	void courseworkOfOtherDaysIsNeverTakenForWithdrawn() {
		this.school.homework("4", LocalDate.of(2026, 11, 4));
		WorkId work = this.school.delivered("4");
		this.school.grade("4", 1, "8").delivered("4", 1, work, "8");
		this.school.from = LocalDate.of(2026, 11, 16);
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.changes()).isEmpty();
		assertThat(SampleClass.problems(plan)).isEmpty();
		assertThat(row(plan, EntryKind.MARK)).isEqualTo("read 0 delivered 0 unchanged 0 held 0 rejected 0");
		this.school.submissions.clear();
		assertThat(SampleClass.problems(this.school.plan())).isEmpty();
	}

	@Test
	void anIncompleteCourseSaysNothingOfWhatIsMissing() {
		this.school.homework("4", WEDNESDAY);
		WorkId work = this.school.delivered("4");
		this.school.delivered("4", 1, work, "8");
		this.school.complete = false;
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.complete()).isFalse();
		assertThat(SampleClass.count(plan, ProblemCode.WITHDRAWN_AT_SOURCE)).isZero();
		assertThat(SampleClass.count(plan, ProblemCode.COURSE_UNREADABLE)).isEqualTo(1);
	}

	@Test
	void aCourseWithARecordThatIsNotUnderstoodSaysNothingOfWhatIsMissing() {
		this.school.homework("4", WEDNESDAY);
		this.school.delivered("4");
		this.school.courseworks.clear();
		this.school.faults
			.add(new RecordFault("courseWork", "page 1, record 1", "4", "Field 'title' is missing", false));
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.complete()).isFalse();
		assertThat(SampleClass.count(plan, ProblemCode.WITHDRAWN_AT_SOURCE)).isZero();
		assertThat(SampleClass.count(plan, ProblemCode.SOURCE_RECORD_MALFORMED)).isEqualTo(1);
		assertThat(row(plan, EntryKind.WORK)).isEqualTo("read 1 delivered 0 unchanged 0 held 0 rejected 1");
	}

	@Test
	void courseworkGoneFromACompleteCourseIsWithdrawn() {
		this.school.homework("4", WEDNESDAY);
		WorkId work = this.school.delivered("4");
		this.school.delivered("4", 1, work, "8");
		this.school.courseworks.clear();
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.changes()).isEmpty();
		assertThat(SampleClass.problems(plan)).singleElement().satisfies((problem) -> {
			assertThat(problem.code()).isEqualTo(ProblemCode.WITHDRAWN_AT_SOURCE);
			assertThat(problem.lines()).hasSize(2);
		});
		assertThat(row(plan, EntryKind.MARK)).isEqualTo("read 1 delivered 0 unchanged 0 held 1 rejected 0");
	}

	@Test
	void deletedCourseworkIsWithdrawn() {
		this.school.homework("4", WEDNESDAY);
		this.school.delivered("4");
		this.school.homework("4", WEDNESDAY, "Есептер 4", Coursework.State.DELETED);
		assertThat(SampleClass.count(this.school.plan(), ProblemCode.WITHDRAWN_AT_SOURCE)).isEqualTo(1);
	}

	@Test
	void aLessonBeyondTheEditPeriodIsHeld() {
		this.school.editPeriodDays = 1;
		this.school.homework("4", WEDNESDAY).homework("5", WEDNESDAY.plusDays(1));
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.changes()).extracting(Change::key).containsExactly(SampleClass.work("5"));
		assertThat(SampleClass.count(plan, ProblemCode.EDIT_PERIOD_OVER)).isEqualTo(1);
	}

	@Test
	void aKindOfWritingThatIsOffIsHeld() {
		this.school.write.remove(SyncPolicy.Capability.MARK_CHANGE);
		this.school.homework("4", WEDNESDAY);
		WorkId work = this.school.delivered("4");
		this.school.grade("4", 1, "9").delivered("4", 1, work, "8");
		this.school.grade("4", 2, "9");
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.changes()).extracting(Change::pupil).containsExactly(SampleClass.pupil(2));
		assertThat(SampleClass.count(plan, ProblemCode.WRITING_SWITCHED_OFF)).isEqualTo(1);
	}

	@Test
	void marksWaitWhenTheirHomeworkMayNotBeWritten() {
		this.school.write.remove(SyncPolicy.Capability.HOMEWORK);
		this.school.homework("4", WEDNESDAY).grade("4", 1, "9");
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.changes()).isEmpty();
		assertThat(SampleClass.problems(plan)).singleElement().satisfies((problem) -> {
			assertThat(problem.code()).isEqualTo(ProblemCode.WRITING_SWITCHED_OFF);
			assertThat(problem.details()).containsEntry("kind", "homework");
			assertThat(problem.lines()).hasSize(2);
		});
	}

	@Test
	void aSectionSummativeIsNeverAFormativeMark() {
		this.school.homework("4", WEDNESDAY, "БЖБ №2", Coursework.State.PUBLISHED).grade("4", 1, "9");
		ClassGroupPlan plan = this.school.plan();
		assertThat(plan.changes()).isEmpty();
		assertThat(SampleClass.count(plan, ProblemCode.SUMMATIVE_SECTION_MISSING)).isEqualTo(1);
	}

	@Test
	void aPlanThatChangesMoreThanItsShareOfTheMarksWaits() {
		this.school.homework("4", WEDNESDAY);
		WorkId work = this.school.delivered("4");
		for (int pupil = 1; pupil <= 3; pupil++) {
			this.school.grade("4", pupil, (pupil < 3) ? "9" : "8").delivered("4", pupil, work, "8");
		}
		this.school.brakeMinimum = 1;
		this.school.brakeShare = "0.5";
		assertThat(this.school.plan().waits()).isEqualTo(ProblemCode.PLAN_BRAKED);
		this.school.brakeMinimum = 3;
		assertThat(this.school.plan().waits()).isNull();
		this.school.brakeMinimum = 1;
		this.school.brakeShare = "0.7";
		assertThat(this.school.plan().waits()).isNull();
	}

	@Test
	void withApprovalEveryPlanWaitsExceptOneWithoutChanges() {
		this.school.approval = SyncPolicy.Approval.ALWAYS;
		assertThat(this.school.plan().waits()).isNull();
		this.school.homework("4", WEDNESDAY);
		assertThat(this.school.plan().waits()).isEqualTo(ProblemCode.PLAN_AWAITS_APPROVAL);
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
