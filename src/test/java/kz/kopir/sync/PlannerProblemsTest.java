package kz.kopir.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import kz.kopir.problem.Problem;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.ClassGroup;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.Submission;
import kz.kopir.school.WorkId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What a plan has to tell: one cause is one problem, and a clock that runs is its
 * deadline.
 */
class PlannerProblemsTest {

	private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);

	private final SampleClass school = SampleClass.of(3);

	@Test
	void whatIsSwitchedOffIsOneProblemOfACourseHoweverManyWorksWait() {
		this.school.write.clear();
		for (int work = 1; work <= 15; work++) {
			this.school.homework(String.valueOf(work), WEDNESDAY.minusDays(work % 3))
				.grade(String.valueOf(work), 1, "9");
		}
		assertThat(SampleClass.problems(this.school.plan())).singleElement().satisfies((problem) -> {
			assertThat(problem.code()).isEqualTo(ProblemCode.WRITING_SWITCHED_OFF);
			assertThat(problem.subject()).isEqualTo("course:17/homework");
			assertThat(problem.ownerRef()).isEqualTo("900");
			assertThat(problem.lines()).hasSize(30);
		});
	}

	@Test
	void aClassWithoutMarksIsOneProblemOfACourseHoweverManyWorksAreGraded() {
		SampleClass first = SampleClass.of(2);
		first.classGroup = new ClassGroup(new ClassGroupId("70"), "1 «А»", 1, null);
		for (int work = 1; work <= 5; work++) {
			first.homework(String.valueOf(work), WEDNESDAY)
				.grade(String.valueOf(work), 1, "9")
				.grade(String.valueOf(work), 2, "8");
		}
		assertThat(SampleClass.problems(first.plan())).singleElement().satisfies((problem) -> {
			assertThat(problem.code()).isEqualTo(ProblemCode.CLASS_WITHOUT_MARKS);
			assertThat(problem.subject()).isEqualTo("course:17");
			assertThat(problem.lines()).hasSize(10);
		});
	}

	@Test
	void theJournalsEditPeriodIsTheDeadlineOfWhatStillCanBeMended() {
		this.school.editPeriodDays = 7;
		this.school.homework("4", WEDNESDAY).homework("5", WEDNESDAY.plusDays(1));
		this.school.grade("4", 1, "-3").grade("5", 2, "-3");
		assertThat(SampleClass.problems(this.school.plan())).extracting(Problem::code, Problem::deadline)
			.containsExactlyInAnyOrder(tuple(ProblemCode.GRADE_OUT_OF_RANGE, endOf(WEDNESDAY.plusDays(7))),
					tuple(ProblemCode.GRADE_OUT_OF_RANGE, endOf(WEDNESDAY.plusDays(8))));
	}

	@Test
	void ofManyEntriesTheFirstThatCanStillBeMendedSetsTheDeadline() {
		this.school.editPeriodDays = 3;
		this.school.links.clear();
		this.school.homework("4", WEDNESDAY.minusDays(5)).homework("5", WEDNESDAY).homework("6", WEDNESDAY.plusDays(1));
		this.school.grade("4", 1, "9").grade("5", 1, "9").grade("6", 1, "9");
		assertThat(SampleClass.problems(this.school.plan()))
			.filteredOn((problem) -> problem.code() == ProblemCode.PUPIL_NOT_LINKED)
			.singleElement()
			.satisfies((problem) -> assertThat(problem.deadline()).isEqualTo(endOf(WEDNESDAY.plusDays(3))));
	}

	@Test
	void whatAHandChangedKeepsTheDeadlineOfItsLessonFromDayToDay() {
		this.school.editPeriodDays = 7;
		this.school.homework("4", WEDNESDAY);
		WorkId work = this.school.delivered("4");
		this.school.submission("4", 1, Submission.State.RETURNED, null).delivered("4", 1, work, "8");
		for (int days = 0; days < 4; days++) {
			this.school.now = SampleClass.NOW.plus(Duration.ofDays(days));
			assertThat(SampleClass.problems(this.school.plan())).singleElement().satisfies((problem) -> {
				assertThat(problem.code()).isEqualTo(ProblemCode.WITHDRAWN_AT_SOURCE);
				assertThat(problem.deadline()).isEqualTo(endOf(WEDNESDAY.plusDays(7)));
			});
		}
	}

	private static Instant endOf(LocalDate day) {
		return day.plusDays(1).atStartOfDay(SampleClass.ALMATY).toInstant();
	}

}
