package kz.kopir.grading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import kz.kopir.mapping.SampleTables;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.ClassGroup;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.Coursework;
import kz.kopir.school.CourseworkId;
import kz.kopir.school.Lesson;
import kz.kopir.school.LessonId;
import kz.kopir.school.Subject;
import kz.kopir.school.SubjectId;
import kz.kopir.school.Submission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GradingTest {

	private final SampleWork work = new SampleWork();

	@Test
	void gradedHomeworkStandsOnTheFirstLessonOfItsDueDay() {
		CourseworkJudgement judged = this.work.judge();
		assertThat(judged.work()).isEqualTo(new Judgement.Wanted<>(
				new WantedWork(WorkKind.HOMEWORK, new LessonId("501"), LocalDate.of(2026, 9, 9),
						"Квадрат теңдеулер\n" + SampleWork.LINK, LocalDate.of(2026, 9, 9), this.work.created, true),
				"lesson-of-due-day"));
		assertThat(judged.homework()).isTrue();
		assertThat(judged.graded()).isTrue();
	}

	@Test
	void theDueDayIsADayInAlmaty() {
		this.work.due = Instant.parse("2026-09-08T19:30:00Z");
		assertThat(wanted().lessonDate()).isEqualTo(LocalDate.of(2026, 9, 9));
	}

	@Test
	void withoutALessonOnTheDueDayTheNextOneCarriesTheHomework() {
		this.work.due = Instant.parse("2026-09-10T10:00:00Z");
		assertThat(wanted().lesson()).isEqualTo(new LessonId("503"));
		assertThat(wanted().target()).isEqualTo(LocalDate.of(2026, 9, 10));
	}

	@Test
	void withoutADueDateTheLastLessonUpToTheGivenDayCarriesIt() {
		this.work.due = null;
		this.work.created = Instant.parse("2026-09-10T10:00:00Z");
		assertThat(wanted().lesson()).isEqualTo(new LessonId("501"));
		assertThat(wanted().target()).isEqualTo(LocalDate.of(2026, 9, 9));
	}

	@Test
	void bySchoolPolicyTheLessonOfTheGivenDayCarriesIt() {
		this.work.policy = new GradingPolicy(GradingPolicy.AboveMaximum.TOP_MARK, 0, RoundingMode.HALF_UP,
				GradingPolicy.LessonPolicy.GIVEN, 5_000);
		assertThat(wanted().lesson()).isEqualTo(new LessonId("500"));
		assertThat(wanted().target()).isEqualTo(LocalDate.of(2026, 9, 9));
	}

	@Test
	void noLessonInTheTimetableIsAProblem() {
		this.work.due = Instant.parse("2026-09-12T10:00:00Z");
		assertRefused(ProblemCode.NO_LESSON);
		this.work.due = null;
		this.work.created = Instant.parse("2026-09-01T10:00:00Z");
		assertRefused(ProblemCode.NO_LESSON);
	}

	@Test
	void whereTheNextLessonMayLieBeyondTheDaysReadNothingIsClaimed() {
		this.work.due = Instant.parse("2026-10-12T10:00:00Z");
		assertThat(this.work.judge().work()).isEqualTo(new Judgement.SetAside<>("timetable-not-read-that-far"));
		this.work.due = null;
		this.work.created = Instant.parse("2026-08-05T10:00:00Z");
		assertThat(this.work.judge().work()).isEqualTo(new Judgement.SetAside<>("before-the-days-read"));
		this.work.created = Instant.parse("2026-07-05T10:00:00Z");
		assertThat(this.work.judge().work()).isEqualTo(new Judgement.SetAside<>("before-the-days-read"));
	}

	@Test
	void lessonsOfOtherClassGroupsAndSubjectsDoNotCount() {
		this.work.classGroup = new ClassGroup(new ClassGroupId("71"), "7 «Б»", 7, null);
		assertRefused(ProblemCode.NO_LESSON);
		this.work.classGroup = SampleWork.CLASS_7A;
		this.work.subject = new Subject(new SubjectId("5"), "Геометрия");
		assertRefused(ProblemCode.NO_LESSON);
	}

	@Test
	void whatIsDueAfterTheTimetableWasReadWaits() {
		this.work.due = Instant.parse("2026-10-20T19:00:00Z");
		assertThat(this.work.judge().work()).isEqualTo(new Judgement.SetAside<>("timetable-not-read-that-far"));
	}

	@ParameterizedTest
	@CsvSource({ "DRAFT,draft", "DELETED,deleted" })
	void draftsAndDeletedWorkAreSetAsideWithTheirGrades(Coursework.State state, String reason) {
		this.work.state = state;
		this.work.link = null;
		assertThat(this.work.judge().work()).isEqualTo(new Judgement.SetAside<>(reason));
		assertThat(this.work.returned("5")).isEqualTo(new Judgement.SetAside<>(reason));
		assertThat(this.work.mark(Submission.State.RECLAIMED_BY_STUDENT, BigDecimal.ONE))
			.isEqualTo(new Judgement.SetAside<>(reason));
	}

	@Test
	void anUngradedHomeworkIsCarriedWithoutMarks() {
		for (BigDecimal max : new BigDecimal[] { null, BigDecimal.ZERO, new BigDecimal("0.00") }) {
			this.work.maxPoints = max;
			assertThat(wanted().kind()).isEqualTo(WorkKind.HOMEWORK);
			assertThat(wanted().carriesMarks()).isFalse();
			assertThat(this.work.returned("5")).isEqualTo(new Judgement.SetAside<>("coursework-not-graded"));
		}
	}

	@Test
	void gradedClassworkIsAColumnAndUngradedIsSetAside() {
		this.work.type = Coursework.Type.SHORT_ANSWER_QUESTION;
		assertThat(wanted().kind()).isEqualTo(WorkKind.COLUMN);
		assertThat(wanted().carriesMarks()).isTrue();
		this.work.maxPoints = null;
		assertThat(this.work.judge().work()).isEqualTo(new Judgement.SetAside<>("neither-homework-nor-graded"));
	}

	@Test
	void whatTheTableIgnoresIsSetAside() {
		this.work.category = "Не в журнал";
		assertThat(this.work.judge().work()).isEqualTo(new Judgement.SetAside<>("ignored-by-table"));
	}

	@ParameterizedTest
	@CsvSource({ "БЖБ №2,SECTION_SUMMATIVE", "СОЧ,TERM_SUMMATIVE" })
	void summativeWorkHasAPlaceOfItsOwnAndNeverAFormativeMark(String title, AssessmentKind kind) {
		this.work.title = title;
		assertThat(this.work.judge().kind()).isEqualTo(kind);
		assertThat(this.work.judge().work()).isEqualTo(new Judgement.SetAside<>(Grading.SUMMATIVE));
		assertThat(this.work.returned("8")).isEqualTo(new Judgement.SetAside<>(Grading.SUMMATIVE));
	}

	@Test
	void aTitleThatNamesBothKindsIsLeftToTheTeacher() {
		this.work.title = "СОР и СОЧ";
		assertRefused(ProblemCode.ASSESSMENT_KIND_AMBIGUOUS);
		assertThat(this.work.returned("8")).isEqualTo(this.work.judge().work());
		assertThat(this.work.mark(Submission.State.NEW, null)).isEqualTo(new Judgement.SetAside<>("not-returned"));
	}

	@ParameterizedTest
	@CsvSource({ "5,SUBJECT_WITHOUT_MARKS,Музыка", "1,CLASS_WITHOUT_MARKS,Алгебра" })
	void whereThereAreNoMarksThereIsNoSummativeWork(int grade, ProblemCode code, String subject) {
		this.work.title = "БЖБ №1";
		this.work.classGroup = new ClassGroup(SampleWork.CLASS_7A.id(), "А", grade, null);
		this.work.subject = new Subject(SampleWork.ALGEBRA.id(), subject);
		assertRefused(code);
	}

	@ParameterizedTest
	@CsvSource({ "БЖБ №1,true", "ТЖБ,false" })
	void aSubjectOfOneLessonAWeekHasNoTjb(String title, boolean allowed) {
		this.work.title = title;
		Grading grading = new Grading(SampleTables.shipped("assessment-kinds.csv", Grading.KIND_COLUMNS),
				SampleTables.formativeScale(),
				SampleTables.of(Grading.SUBJECT_COLUMNS, "Алгебра,yes,section,one lesson a week"),
				GradingPolicy.usual(), SampleWork.ALMATY);
		Judgement<WantedWork> work = grading
			.judge(this.work.coursework(), this.work.classGroup, this.work.subject, SampleWork.TIMETABLE,
					SampleWork.READ_FROM, SampleWork.READ_UNTIL)
			.work();
		assertThat(work instanceof Judgement.SetAside<WantedWork>).isEqualTo(allowed);
		assertThat(work instanceof Judgement.Refused<WantedWork> refused
				&& refused.code() == ProblemCode.SUBJECT_WITHOUT_SUMMATIVE)
			.isEqualTo(!allowed);
	}

	@ParameterizedTest
	@CsvSource({ "0,CLASS_WITHOUT_MARKS,Алгебра", "1,CLASS_WITHOUT_MARKS,Алгебра", "5,SUBJECT_WITHOUT_MARKS,Музыка",
			"5,SUBJECT_WITHOUT_MARKS,Дене шынықтыру (ұлдар)", "5,SUBJECT_WITHOUT_MARKS,КӨРКЕМ ЕҢБЕК",
			"3,SUBJECT_WITHOUT_MARKS,Цифровая грамотность" })
	void classesAndSubjectsWithoutMarksGetHomeworkOnly(int grade, ProblemCode code, String subject) {
		this.work.classGroup = new ClassGroup(SampleWork.CLASS_7A.id(), "А", grade, null);
		this.work.subject = new Subject(SampleWork.ALGEBRA.id(), subject);
		assertThat(wanted().carriesMarks()).isFalse();
		assertThat(this.work.judge().withoutMarks()).isEqualTo(code);
		assertThat(this.work.returned("8")).isInstanceOfSatisfying(Judgement.Refused.class,
				(refused) -> assertThat(refused.code()).isEqualTo(code));
		this.work.category = "Классная работа";
		assertRefused(code);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Алгебра", "Музыкатану", "Информатика", "Қазақ тілі" })
	void otherSubjectsGetMarks(String subject) {
		this.work.subject = new Subject(SampleWork.ALGEBRA.id(), subject);
		assertThat(wanted().carriesMarks()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "1e309", "1e-400", "1e999999999", "1000001", "-1e-999999999" })
	void anAbsurdMaximumIsAProblem(String max) {
		this.work.maxPoints = new BigDecimal(max);
		assertRefused(ProblemCode.MAX_POINTS_OUT_OF_RANGE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-0.5", "20.01", "1e309", "1e-400", "1e999999999", "0e-999999999", "-1e-5" })
	void anAbsurdGradeIsAProblemWithoutTheGradeInIt(String grade) {
		assertThat(this.work.returned(grade)).isEqualTo(
				new Judgement.Refused<>(ProblemCode.GRADE_OUT_OF_RANGE, Map.of("course", "123", "coursework", "456",
						"title", "Квадрат теңдеулер", "submission", "s1", "classroomUser", "100000000000000000017")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "10.01", "15", "20" })
	void extraCreditGetsTheTopMarkOrIsHeldByPolicy(String grade) {
		assertThat(this.work.returned(grade)).isEqualTo(new Judgement.Wanted<>(10, "above-maximum-top-mark"));
		this.work.policy = new GradingPolicy(GradingPolicy.AboveMaximum.HOLD, 0, RoundingMode.HALF_UP,
				GradingPolicy.LessonPolicy.DUE, 5_000);
		assertThat(this.work.returned(grade)).isInstanceOf(Judgement.Refused.class);
	}

	@Test
	void aGradeOfZeroIsAGradeAndNoGradeIsNone() {
		assertThat(this.work.returned("0")).isEqualTo(new Judgement.Wanted<>(1, "returned-grade"));
		assertThat(this.work.mark(Submission.State.RETURNED, null)).isEqualTo(new Judgement.SetAside<>("no-grade"));
	}

	@ParameterizedTest
	@EnumSource(names = { "NEW", "CREATED", "TURNED_IN", "RECLAIMED_BY_STUDENT" })
	void workThatIsNotReturnedGivesNoMarkAndKeepsAnOldOne(Submission.State state) {
		assertThat(this.work.mark(state, null)).isEqualTo(new Judgement.SetAside<>("not-returned"));
		assertThat(this.work.mark(state, BigDecimal.ONE)).isEqualTo(new Judgement.Pending<>("not-returned-again"));
	}

	@Test
	void whatThisVersionDoesNotKnowIsAProblem() {
		assertThat(this.work.mark(Submission.State.UNKNOWN, BigDecimal.ONE)).isInstanceOfSatisfying(
				Judgement.Refused.class,
				(refused) -> assertThat(refused.code()).isEqualTo(ProblemCode.SOURCE_RECORD_MALFORMED));
		this.work.type = Coursework.Type.UNKNOWN;
		assertMalformed("type");
		this.work.state = Coursework.State.UNKNOWN;
		assertMalformed("state");
	}

	@Test
	void aPublishedWorkThatCouldNotBeKnownAgainIsAProblem() {
		this.work.link = null;
		assertMalformed("link");
		this.work.link = "https://classroom.google.com/c/1 2";
		assertMalformed("link");
	}

	@Test
	void aDateOutsideOfAllCalendarsIsAProblem() {
		this.work.due = Instant.MAX;
		assertMalformed("date");
		this.work.due = null;
		this.work.created = Instant.MIN;
		assertMalformed("date");
	}

	@Test
	void aSubmissionOfAnotherCourseworkIsRefused() {
		Submission other = new Submission("s2", new CourseworkId("457"),
				SampleWork.submission(Submission.State.NEW, null).pupil(), Submission.State.NEW, null, null);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> SampleWork.grading(GradingPolicy.usual()).mark(this.work.judge(), other));
	}

	@Test
	void aLongTitleIsCutInAProblem() {
		this.work.title = "СОР и СОЧ " + "\uD83D\uDE00".repeat(15_000);
		assertThat(this.work.judge().work()).isInstanceOfSatisfying(Judgement.Refused.class,
				(refused) -> assertThat(String.valueOf(refused.details().get("title"))).hasSizeLessThanOrEqualTo(200)
					.endsWith("…"));
	}

	@Test
	void theOrderOfTheTimetableDoesNotMatter() {
		Grading grading = SampleWork.grading(GradingPolicy.usual());
		List<Lesson> reversed = new ArrayList<>(SampleWork.TIMETABLE);
		Collections.reverse(reversed);
		assertThat(grading.judge(this.work.coursework(), this.work.classGroup, this.work.subject, reversed,
				SampleWork.READ_FROM, SampleWork.READ_UNTIL))
			.isEqualTo(this.work.judge());
	}

	private WantedWork wanted() {
		assertThat(this.work.judge().work()).isInstanceOf(Judgement.Wanted.class);
		return ((Judgement.Wanted<WantedWork>) this.work.judge().work()).value();
	}

	private void assertMalformed(String field) {
		assertThat(this.work.judge().work()).isInstanceOfSatisfying(Judgement.Refused.class, (refused) -> {
			assertThat(refused.code()).isEqualTo(ProblemCode.SOURCE_RECORD_MALFORMED);
			assertThat(String.valueOf(refused.details().get("field"))).isEqualTo(field);
		});
	}

	private void assertRefused(ProblemCode code) {
		assertThat(this.work.judge().work()).isInstanceOfSatisfying(Judgement.Refused.class, (refused) -> {
			assertThat(refused.code()).isEqualTo(code);
			assertThat(String.valueOf(refused.details().get("coursework"))).isEqualTo("456");
		});
	}

}
