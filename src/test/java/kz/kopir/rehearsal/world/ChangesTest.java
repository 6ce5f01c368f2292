package kz.kopir.rehearsal.world;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;

import kz.kopir.testing.DrivenClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What may happen while the school stands.
 */
class ChangesTest {

	private final World school = World.generate(WorldSettings.defaults());

	private final CourseFacts course = this.school.courses().get(10);

	private final SubmissionFacts graded = this.school.submissions(this.course.id())
		.stream()
		.filter((one) -> one.state().equals("RETURNED") && one.assignedGrade() != null)
		.findFirst()
		.orElseThrow();

	@Test
	void regradedSubmissionShowsTheNewGradeAndKeepsTheOldOneInItsHistory() {
		regrade(this.graded, "3.5");
		SubmissionFacts now = again(this.graded);
		assertThat(now.assignedGrade()).isEqualByComparingTo("3.5");
		assertThat(now.draftGrade()).isEqualByComparingTo("3.5");
		assertThat(now.updated()).isAfter(this.graded.updated());
		assertThat(now.history()).startsWith(this.graded.history().toArray(HistoryFacts[]::new))
			.hasSize(this.graded.history().size() + 3);
		assertThat(now.id()).isEqualTo(this.graded.id());
	}

	@Test
	void aTeacherMayGiveOneMoreWorkToTheWholeCourse() {
		String id = this.school.give(this.course.id(), "БЖБ №3", LocalDate.of(2026, 11, 24), BigDecimal.TEN);
		assertThat(this.school.coursework(this.course.id())).filteredOn((work) -> work.id().equals(id))
			.singleElement()
			.satisfies((work) -> assertThat(work.title()).isEqualTo("БЖБ №3"));
		assertThat(this.school.submissions(this.course.id())).filteredOn((one) -> one.courseworkId().equals(id))
			.hasSize(this.school.students(this.course.id()).size());
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.school.give(this.course.id(), "БЖБ №4", LocalDate.of(2026, 11, 19), BigDecimal.TEN));
	}

	@Test
	void onEarlierDaysTheSchoolHasLessAndWhatItHasStays() {
		DrivenClock clock = new DrivenClock();
		clock.set("2026-10-01T17:00");
		World moving = World.generate(WorldSettings.defaults(), clock);
		List<CourseworkFacts> october = moving.coursework(this.course.id());
		assertThat(october).isNotEmpty().allMatch((work) -> !work.created().isAfter(clock.instant()));
		clock.set("2026-11-20T17:00");
		assertThat(moving.coursework(this.course.id())).extracting(CourseworkFacts::id)
			.containsAll(october.stream().map(CourseworkFacts::id).toList());
		assertThat(moving.submissions(this.course.id())).isEqualTo(this.school.submissions(this.course.id()));
	}

	@Test
	void onlyTheRegradedSubmissionChanges() {
		List<SubmissionFacts> before = this.school.submissions(this.course.id());
		regrade(this.graded, "1");
		List<SubmissionFacts> after = this.school.submissions(this.course.id());
		assertThat(after).hasSameSizeAs(before);
		assertThat(after).filteredOn((one) -> !before.contains(one)).hasSize(1);
	}

	@Test
	void workThatWasNeverOpenedCanBeGraded() {
		SubmissionFacts unopened = this.school.submissions(this.course.id())
			.stream()
			.filter((one) -> one.state().equals("NEW"))
			.findFirst()
			.orElseThrow();
		regrade(unopened, "0");
		assertThat(again(unopened).state()).isEqualTo("RETURNED");
		assertThat(again(unopened).assignedGrade()).isEqualByComparingTo("0");
		assertThat(again(unopened).created()).isNotNull();
	}

	@Test
	void withdrawnGradeIsNoGradeWhichIsNotZero() {
		this.school.withdrawGrade(this.course.id(), this.graded.courseworkId(), this.graded.googleId());
		SubmissionFacts now = again(this.graded);
		assertThat(now.assignedGrade()).isNull();
		assertThat(now.state()).isEqualTo("RETURNED");
		assertThat(now.history().get(now.history().size() - 1).points()).isNull();
	}

	@Test
	void laterChangeHasTheLastWordAndTheLaterTime() {
		regrade(this.graded, "1");
		var first = again(this.graded).updated();
		regrade(this.graded, "2");
		assertThat(again(this.graded).assignedGrade()).isEqualByComparingTo("2");
		assertThat(again(this.graded).updated()).isAfter(first);
	}

	@Test
	void regradeShareOfOnePercentChangesAboutOnePercentAndIsSeen() {
		Map<String, BigDecimal> before = grades();
		int changed = this.school.regradeShare(0.01, 5);
		assertThat((double) changed / before.size()).isBetween(0.007, 0.013);
		Map<String, BigDecimal> after = grades();
		assertThat(after.keySet()).isEqualTo(before.keySet());
		assertThat(after.entrySet()).filteredOn((one) -> one.getValue().compareTo(before.get(one.getKey())) != 0)
			.hasSize(changed);
		assertThat(after.values()).allMatch((grade) -> grade.signum() >= 0);
	}

	@Test
	void regradeShareIsTheSameForTheSameSeed() {
		World twin = World.generate(WorldSettings.defaults());
		assertThat(twin.regradeShare(0.02, 9)).isEqualTo(this.school.regradeShare(0.02, 9));
		assertThat(twin.submissions(this.course.id())).isEqualTo(this.school.submissions(this.course.id()));
		assertThat(this.school.regradeShare(0, 1)).isZero();
	}

	@Test
	void allGradesCanBeChanged() {
		int all = grades().size();
		assertThat(this.school.regradeShare(1, 1)).isEqualTo(all);
	}

	@Test
	void impossibleShareIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.school.regradeShare(1.1, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> this.school.regradeShare(Double.NaN, 1));
	}

	@Test
	void removedCourseIsGoneWithAllThatIsInIt() {
		this.school.removeCourse(this.course.id());
		assertThat(this.school.courses()).doesNotContain(this.course);
		assertThat(this.school.course(this.course.id())).isNull();
		assertThatExceptionOfType(NoSuchElementException.class)
			.isThrownBy(() -> this.school.submissions(this.course.id()))
			.withMessageContaining(this.course.id());
	}

	@Test
	void gradeForAPupilWithoutThatSubmissionIsRefused() {
		assertThatExceptionOfType(NoSuchElementException.class)
			.isThrownBy(() -> this.school.regrade(this.course.id(), this.graded.courseworkId(), "100", BigDecimal.ONE))
			.withMessageContaining("submissions()");
	}

	@Test
	void noChangeIsLostWhenManyHappenAtOnce() {
		List<SubmissionFacts> some = this.school.submissions(this.course.id()).subList(0, 40);
		IntStream.range(0, 400).parallel().forEach((i) -> regrade(some.get(i % 40), "4"));
		assertThat(some).allSatisfy((one) -> {
			SubmissionFacts now = again(one);
			assertThat(now.assignedGrade()).isEqualByComparingTo("4");
			assertThat(now.history()).hasSize(one.history().size() + 30);
			assertThat(now.history()).extracting(HistoryFacts::at).isSorted();
		});
	}

	private void regrade(SubmissionFacts submission, String grade) {
		this.school.regrade(this.course.id(), submission.courseworkId(), submission.googleId(), new BigDecimal(grade));
	}

	private SubmissionFacts again(SubmissionFacts submission) {
		return this.school.submissions(this.course.id())
			.stream()
			.filter((one) -> one.id().equals(submission.id()))
			.findFirst()
			.orElseThrow();
	}

	/** Assigned grades of returned work in active courses. */
	private Map<String, BigDecimal> grades() {
		Map<String, BigDecimal> grades = new HashMap<>();
		this.school.courses()
			.stream()
			.filter((one) -> one.state().equals("ACTIVE"))
			.flatMap((one) -> this.school.submissions(one.id()).stream())
			.filter((one) -> one.state().equals("RETURNED") && one.assignedGrade() != null)
			.forEach((one) -> grades.put(one.id(), one.assignedGrade()));
		return grades;
	}

}
