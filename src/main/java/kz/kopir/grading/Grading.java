package kz.kopir.grading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.Objects;

import kz.kopir.mapping.Table;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.ClassGroup;
import kz.kopir.school.Coursework;
import kz.kopir.school.Lesson;
import kz.kopir.school.Subject;
import kz.kopir.school.Submission;
import org.jspecify.annotations.Nullable;

/**
 * Judgement on coursework and submissions by the school's tables and policy.
 */
public final class Grading {

	/** Columns of {@code mappings/assessment-kinds.csv}. */
	public static final List<String> KIND_COLUMNS = List.of("where", "words", "kind");

	/** Columns of the table of the formative scale. */
	public static final List<String> SCALE_COLUMNS = List.of("from_percent", "mark");

	/** Columns of {@code mappings/subjects.csv}. */
	public static final List<String> SUBJECT_COLUMNS = List.of("subject", "marks", "summatives", "source");

	/** Reasons to set a coursework aside that say only that these days were not read. */
	public static final Set<String> OUTSIDE_WINDOW = Set.of(LessonChoice.BEFORE_THE_DAYS_READ,
			LessonChoice.TIMETABLE_NOT_READ_THAT_FAR);

	/** Reason to set a coursework aside because it is a БЖБ or ТЖБ. */
	public static final String SUMMATIVE = "summative";

	private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

	private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

	/** Grades 0 and 1 get feedback only (rules of assessment, order 125, item 7). */
	private static final int LAST_GRADE_WITHOUT_MARKS = 1;

	private final AssessmentKinds kinds;

	private final SubjectRules subjects;

	private final GradeToMark gradeToMark;

	private final LessonChoice lessonChoice;

	private final int textCap;

	/**
	 * Sets up the rules.
	 * @param assessmentKinds table with {@link #KIND_COLUMNS}
	 * @param formativeScale table with {@link #SCALE_COLUMNS}
	 * @param subjects table with {@link #SUBJECT_COLUMNS}
	 * @param policy what the school decided
	 * @param zone the school's time zone, in which its days are counted
	 * @throws kz.kopir.mapping.MappingException when a table contradicts itself
	 */
	public Grading(Table assessmentKinds, Table formativeScale, Table subjects, GradingPolicy policy, ZoneId zone) {
		this.kinds = new AssessmentKinds(assessmentKinds);
		this.subjects = new SubjectRules(subjects);
		this.gradeToMark = new GradeToMark(
				new FormativeScale(formativeScale, policy.percentScale(), policy.percentRounding()),
				policy.aboveMaximum());
		this.lessonChoice = new LessonChoice(policy.lessonPolicy(), zone);
		this.textCap = policy.textCap();
	}

	/**
	 * Judges a coursework.
	 * @param coursework the coursework
	 * @param classGroup the class group to which its course is linked
	 * @param subject the subject to which its course is linked
	 * @param lessons lessons of the timetable; those of other class groups and subjects
	 * are passed over
	 * @param readFrom first day of the timetable that was read
	 * @param readUntil last day of the timetable that was read, included
	 * @return the judgement
	 */
	public CourseworkJudgement judge(Coursework coursework, ClassGroup classGroup, Subject subject,
			List<Lesson> lessons, LocalDate readFrom, LocalDate readUntil) {
		AssessmentKinds.Tagging tagging = this.kinds.of(coursework);
		AssessmentKind kind = (coursework.type() == Coursework.Type.UNKNOWN) ? AssessmentKind.UNDETERMINED
				: tagging.kind();
		ProblemCode withoutMarks = coursework.isGraded() ? withoutMarks(classGroup, subject) : null;
		Judgement<WantedWork> work = exclusion(coursework, kind);
		if (work == null && kind.isSummative()) {
			work = summative(coursework, kind, withoutMarks, classGroup, subject);
		}
		if (work == null && !tagging.homework()) {
			if (!coursework.isGraded()) {
				work = new Judgement.SetAside<>("neither-homework-nor-graded");
			}
			else if (withoutMarks != null) {
				work = refused(withoutMarks, coursework, classGroup, subject);
			}
		}
		if (work == null) {
			boolean carriesMarks = coursework.isGraded() && withoutMarks == null;
			WorkKind workKind = tagging.homework() ? WorkKind.HOMEWORK : WorkKind.COLUMN;
			work = place(coursework, workKind, carriesMarks,
					this.lessonChoice.choose(coursework, classGroup, subject, lessons, readFrom, readUntil));
		}
		return new CourseworkJudgement(coursework, kind, tagging.homework(), coursework.isGraded(), work, withoutMarks);
	}

	/**
	 * Judges one pupil's submission. Only the grade of returned work counts; a grade of 0
	 * is a grade.
	 * @param judged the judgement on its coursework
	 * @param submission the submission
	 * @return the mark, 1 to 10
	 * @throws IllegalArgumentException when the submission is of another coursework
	 */
	public Judgement<Integer> mark(CourseworkJudgement judged, Submission submission) {
		return this.gradeToMark.mark(judged, submission);
	}

	/** Why a coursework does not come into the journal whatever its lesson is. */
	private static @Nullable Judgement<WantedWork> exclusion(Coursework coursework, AssessmentKind kind) {
		return switch (coursework.state()) {
			case DRAFT -> new Judgement.SetAside<>("draft");
			case DELETED -> new Judgement.SetAside<>("deleted");
			case UNKNOWN -> malformed(coursework, "state");
			case PUBLISHED -> exclusionOfPublished(coursework, kind);
		};
	}

	private static @Nullable Judgement<WantedWork> exclusionOfPublished(Coursework coursework, AssessmentKind kind) {
		if (coursework.type() == Coursework.Type.UNKNOWN) {
			return malformed(coursework, "type");
		}
		if (!isPlausible(coursework.created()) || !isPlausible(coursework.due())) {
			return malformed(coursework, "date");
		}
		if (!WorkText.isLink(coursework.link())) {
			return malformed(coursework, "link");
		}
		return switch (kind) {
			case UNDETERMINED -> refused(ProblemCode.ASSESSMENT_KIND_AMBIGUOUS, coursework);
			case IGNORE -> new Judgement.SetAside<>("ignored-by-table");
			case HOMEWORK, CLASSWORK, FORMATIVE, SECTION_SUMMATIVE, TERM_SUMMATIVE ->
				(coursework.maxPoints() == null || Points.areUsable(coursework.maxPoints())) ? null
						: refused(ProblemCode.MAX_POINTS_OUT_OF_RANGE, coursework);
		};
	}

	/**
	 * A summative work never stands on a lesson: its scores have a place of their own.
	 */
	private Judgement<WantedWork> summative(Coursework coursework, AssessmentKind kind,
			@Nullable ProblemCode withoutMarks, ClassGroup classGroup, Subject subject) {
		if (withoutMarks != null) {
			return refused(withoutMarks, coursework, classGroup, subject);
		}
		if (!this.subjects.hasSummative(subject, kind)) {
			return refused(ProblemCode.SUBJECT_WITHOUT_SUMMATIVE, coursework, classGroup, subject);
		}
		return new Judgement.SetAside<>(SUMMATIVE);
	}

	/**
	 * Says which БЖБ or ТЖБ a coursework is.
	 * @param judged a judgement of {@link #SUMMATIVE}
	 * @return what its title says
	 */
	public SummativeTag summativeTag(CourseworkJudgement judged) {
		return this.kinds.summative(judged.coursework(), judged.kind());
	}

	private @Nullable ProblemCode withoutMarks(ClassGroup classGroup, Subject subject) {
		if (classGroup.grade() <= LAST_GRADE_WITHOUT_MARKS) {
			return ProblemCode.CLASS_WITHOUT_MARKS;
		}
		return this.subjects.hasMarks(subject) ? null : ProblemCode.SUBJECT_WITHOUT_MARKS;
	}

	private Judgement<WantedWork> place(Coursework coursework, WorkKind kind, boolean carriesMarks,
			Judgement<Lesson> choice) {
		if (choice instanceof Judgement.Wanted<Lesson> wanted) {
			Lesson lesson = wanted.value();
			LocalDate target = (coursework.due() != null) ? this.lessonChoice.dayOf(coursework.due()) : lesson.date();
			String text = WorkText.of(coursework, Objects.requireNonNull(coursework.link()), this.textCap);
			return new Judgement.Wanted<>(
					new WantedWork(kind, lesson.id(), lesson.date(), text, target, coursework.created(), carriesMarks),
					wanted.reason());
		}
		if (choice instanceof Judgement.Refused<Lesson> refused) {
			return new Judgement.Refused<>(refused.code(), refused.details());
		}
		return new Judgement.SetAside<>(((Judgement.SetAside<Lesson>) choice).reason());
	}

	private static boolean isPlausible(@Nullable Instant instant) {
		return instant == null || (instant.isAfter(EARLIEST) && instant.isBefore(LATEST));
	}

	private static Judgement<WantedWork> malformed(Coursework coursework, String field) {
		return new Judgement.Refused<>(ProblemCode.SOURCE_RECORD_MALFORMED,
				new Details(coursework).with("field", field).toMap());
	}

	private static Judgement<WantedWork> refused(ProblemCode code, Coursework coursework) {
		return new Judgement.Refused<>(code, new Details(coursework).toMap());
	}

	private static Judgement<WantedWork> refused(ProblemCode code, Coursework coursework, ClassGroup classGroup,
			Subject subject) {
		return new Judgement.Refused<>(code,
				new Details(coursework).with("classGroup", classGroup.id()).with("subject", subject.id()).toMap());
	}

}
