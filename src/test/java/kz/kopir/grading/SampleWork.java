package kz.kopir.grading;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import kz.kopir.mapping.SampleTables;
import kz.kopir.school.ClassGroup;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.ClassroomUserId;
import kz.kopir.school.CourseId;
import kz.kopir.school.Coursework;
import kz.kopir.school.CourseworkId;
import kz.kopir.school.Lesson;
import kz.kopir.school.LessonId;
import kz.kopir.school.Subject;
import kz.kopir.school.SubjectId;
import kz.kopir.school.Submission;
import org.jspecify.annotations.Nullable;

/**
 * A coursework in the making, with what a school would usually say of it.
 */
final class SampleWork {

	static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

	static final ClassGroup CLASS_7A = new ClassGroup(new ClassGroupId("70"), "7 «А»", 7, null);

	static final Subject ALGEBRA = new Subject(new SubjectId("4"), "Алгебра");

	static final String LINK = "https://classroom.google.com/c/MTIz/a/NDU2/details";

	/** Monday, Wednesday with two lessons, Friday. */
	static final List<Lesson> TIMETABLE = List.of(lesson("503", "2026-09-11", 3), lesson("502", "2026-09-09", 5),
			lesson("501", "2026-09-09", 2), lesson("500", "2026-09-07", 1));

	static final LocalDate READ_FROM = LocalDate.of(2026, 8, 1);

	static final LocalDate READ_UNTIL = LocalDate.of(2026, 10, 20);

	String title = "Квадрат теңдеулер";

	@Nullable String description;

	Coursework.State state = Coursework.State.PUBLISHED;

	Coursework.Type type = Coursework.Type.ASSIGNMENT;

	@Nullable BigDecimal maxPoints = BigDecimal.TEN;

	@Nullable Instant due = Instant.parse("2026-09-09T18:59:00Z");

	Instant created = Instant.parse("2026-09-07T04:00:00Z");

	@Nullable String topic;

	@Nullable String category;

	List<String> materials = List.of();

	@Nullable String link = LINK;

	ClassGroup classGroup = CLASS_7A;

	Subject subject = ALGEBRA;

	GradingPolicy policy = GradingPolicy.usual();

	Coursework coursework() {
		return new Coursework(new CourseworkId("456"), new CourseId("123"), this.title, this.description, this.state,
				this.type, this.maxPoints, this.due, this.created, this.created, this.topic, this.category, false,
				this.materials, this.link);
	}

	CourseworkJudgement judge() {
		return grading(this.policy).judge(coursework(), this.classGroup, this.subject, TIMETABLE, READ_FROM,
				READ_UNTIL);
	}

	Judgement<Integer> mark(Submission.State state, @Nullable BigDecimal grade) {
		return grading(this.policy).mark(judge(), submission(state, grade));
	}

	Judgement<Integer> returned(String grade) {
		return mark(Submission.State.RETURNED, new BigDecimal(grade));
	}

	static Submission submission(Submission.State state, @Nullable BigDecimal grade) {
		return new Submission("s1", new CourseworkId("456"), new ClassroomUserId("100000000000000000017"), state, grade,
				null);
	}

	static Grading grading(GradingPolicy policy) {
		return new Grading(SampleTables.shipped("assessment-kinds.csv", Grading.KIND_COLUMNS),
				SampleTables.formativeScale(), SampleTables.shipped("subjects.csv", Grading.SUBJECT_COLUMNS), policy,
				ALMATY);
	}

	private static Lesson lesson(String id, String date, int number) {
		return new Lesson(new LessonId(id), LocalDate.parse(date), number, ALGEBRA.id(), CLASS_7A.id());
	}

}
