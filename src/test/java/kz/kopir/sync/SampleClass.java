package kz.kopir.sync;

import kz.kopir.policy.Policies;
import kz.kopir.policy.SchoolPolicy;
import kz.kopir.testing.PolicyText;
import kz.kopir.journal.CriteriaJournal;
import kz.kopir.journal.CriteriaQuestion;
import kz.kopir.school.CriteriaSection;
import kz.kopir.summative.SummativeRules;
import kz.kopir.problem.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import kz.kopir.attendance.AttendancePolicy;
import kz.kopir.attendance.DistancePeriods;
import kz.kopir.deadline.EditPeriod;
import kz.kopir.zoom.ZoomTeachers;
import kz.kopir.deadline.SchoolCalendar;
import kz.kopir.grading.Grading;
import kz.kopir.grading.GradingPolicy;
import kz.kopir.grading.WantedWork;
import kz.kopir.journal.ClassGroupJournal;
import kz.kopir.journal.JournalWork;
import kz.kopir.mapping.SampleTables;
import kz.kopir.problem.ProblemCode;
import kz.kopir.roster.CourseLinker;
import kz.kopir.roster.PupilLinkRow;
import kz.kopir.roster.PupilLinker;
import kz.kopir.run.RunContext;
import kz.kopir.run.RunCounts;
import kz.kopir.school.ClassGroup;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.ClassroomUser;
import kz.kopir.school.ClassroomUserId;
import kz.kopir.school.Course;
import kz.kopir.school.CourseContent;
import kz.kopir.school.CourseId;
import kz.kopir.school.Coursework;
import kz.kopir.school.CourseworkId;
import kz.kopir.school.Lesson;
import kz.kopir.school.LessonId;
import kz.kopir.school.Pupil;
import kz.kopir.school.PupilId;
import kz.kopir.school.RecordFault;
import kz.kopir.school.SchoolId;
import kz.kopir.school.Subject;
import kz.kopir.school.SubjectId;
import kz.kopir.school.Submission;
import kz.kopir.school.WorkId;
import org.jspecify.annotations.Nullable;

/**
 * A class group in the making: what Classroom has, what the ledger knows and what the
 * journal holds. It is Friday, 20 November 2026, and Algebra is taught on every weekday.
 */
final class SampleClass {

	private static final AttendanceRules ATTENDANCE = attendance(
			DistancePeriods.of(SampleTables.shipped("distance-periods.csv", DistancePeriods.COLUMNS)));

	private static AttendanceRules attendance(DistancePeriods periods) {
		return new AttendanceRules(periods,
				AttendancePolicy.of(SampleTables.attendanceBands(), AttendancePolicy.DEFAULT_TOLERANCE,
						AttendancePolicy.NotSeen.PROPOSE, AttendancePolicy.DEFAULT_BRAKE_SHARE),
				ZoomTeachers.of(SampleTables.shipped("zoom-teachers.csv", ZoomTeachers.COLUMNS)), 7, 60);
	}

	static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

	static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

	static final Instant NOW = Instant.parse("2026-11-20T10:15:00Z");

	static final SchoolId SCHOOL = new SchoolId("school-1");

	static final ClassGroup CLASS_7A = new ClassGroup(new ClassGroupId("70"), "7 «А»", 7, null);

	static final Subject ALGEBRA = new Subject(new SubjectId("4"), "Алгебра");

	static final Course COURSE = new Course(new CourseId("17"), "Алгебра 7А", null, null, new ClassroomUserId("900"),
			Course.State.ACTIVE);

	private static final Grading GRADING = new Grading(
			SampleTables.shipped("assessment-kinds.csv", Grading.KIND_COLUMNS), SampleTables.formativeScale(),
			SampleTables.shipped("subjects.csv", Grading.SUBJECT_COLUMNS), GradingPolicy.usual(), ALMATY);

	private static final SchoolCalendar CALENDAR = SchoolCalendar
		.of(SampleTables.shipped("calendar.csv", SchoolCalendar.COLUMNS));

	final Map<String, Coursework> courseworks = new LinkedHashMap<>();

	final List<Submission> submissions = new ArrayList<>();

	final List<ClassroomUser> roster = new ArrayList<>();

	final List<Pupil> pupils = new ArrayList<>();

	final List<PupilLinkRow> links = new ArrayList<>();

	final List<RecordFault> faults = new ArrayList<>();

	final Map<String, LedgerEntry> ledger = new HashMap<>();

	final Set<SyncPolicy.Capability> write = new HashSet<>(SyncPolicy.allCapabilities());

	MemoryJournal journal = new MemoryJournal(timetable(), MemoryJournal.Repost.OVERWRITE);

	boolean complete = true;

	boolean insist;

	boolean dryRun;

	String run = "run-1";

	LocalDate from = LocalDate.of(2026, 11, 2);

	LocalDate to = TODAY;

	PolicyText policy = PolicyText.approved().with("approvers", "[deputy]");

	final Map<String, String> letThrough = new HashMap<>();

	final Map<String, String> handedOver = new HashMap<>();

	@Nullable String criteriaTrouble;

	Instant now = NOW;

	@Nullable DistancePeriods periods;

	@Nullable String draft;

	SyncPolicy.Approval approval = SyncPolicy.Approval.AUTO;

	String brakeShare = "1";

	int brakeMinimum = 1_000;

	int editPeriodDays;

	ClassGroup classGroup = CLASS_7A;

	/** Whether the class learns at a distance. */
	boolean remote;

	/** A class of so many linked pupils. */
	static SampleClass of(int pupils) {
		SampleClass sample = new SampleClass();
		IntStream.rangeClosed(1, pupils).forEach(sample::addPupil);
		return sample;
	}

	void addPupil(int number) {
		this.pupils.add(new Pupil(pupil(number), "Тегі" + number, "Аты" + number, null));
		this.roster.add(new ClassroomUser(user(number), null, null, null, null));
		this.links.add(new PupilLinkRow(user(number).value(), pupil(number)));
	}

	static PupilId pupil(int number) {
		return new PupilId("10000000000000000" + (10 + number));
	}

	static ClassroomUserId user(int number) {
		return new ClassroomUserId("1000000000000000000" + (10 + number));
	}

	static List<Lesson> timetable() {
		return LocalDate.of(2026, 9, 1)
			.datesUntil(LocalDate.of(2026, 12, 31))
			.filter((day) -> day.getDayOfWeek().getValue() <= 5)
			.map((day) -> lesson(day))
			.toList();
	}

	static Lesson lesson(LocalDate day) {
		return new Lesson(new LessonId("9" + day.toString().replace("-", "")), day, 2, ALGEBRA.id(), CLASS_7A.id());
	}

	/** A homework of ten points. */
	SampleClass homework(String id, LocalDate due) {
		return homework(id, due, "Есептер " + id, Coursework.State.PUBLISHED);
	}

	SampleClass homework(String id, LocalDate due, String title, Coursework.State state) {
		Instant moment = due.atTime(23, 59).atZone(ALMATY).toInstant();
		Instant created = due.minusDays(2).atTime(9, 0).atZone(ALMATY).toInstant();
		this.courseworks.put(id,
				new Coursework(new CourseworkId(id), COURSE.id(), title, null, state, Coursework.Type.ASSIGNMENT,
						BigDecimal.TEN, moment, created, created, null, null, false, List.of(), link(id)));
		return this;
	}

	/** A БЖБ or ТЖБ for some pupils only. */
	SampleClass individual(String id, LocalDate held, String title) {
		Coursework ofAll = summative(id, held, title).courseworks.get(id);
		this.courseworks.put(id,
				new Coursework(ofAll.id(), ofAll.course(), title, null, ofAll.state(), ofAll.type(), ofAll.maxPoints(),
						ofAll.due(), ofAll.created(), ofAll.updated(), null, null, true, List.of(), ofAll.link()));
		return this;
	}

	static String link(String coursework) {
		return "https://classroom.google.com/c/MTc/a/" + coursework + "/details";
	}

	/** A БЖБ or ТЖБ of ten points. */
	SampleClass summative(String id, LocalDate held, String title) {
		return homework(id, held, title, Coursework.State.PUBLISHED);
	}

	/** The journal has a maximum of ten points for this part of the second term. */
	String journalHas(int part) {
		String id = "700" + part;
		this.journal.sections.add(new CriteriaSection(id, ALGEBRA.id(), 2, part, 10));
		return id;
	}

	static EntryKey score(String coursework, int pupil) {
		return EntryKey.summative(COURSE.id(), new CourseworkId(coursework), pupil(pupil));
	}

	/** A returned grade. */
	SampleClass grade(String coursework, int pupil, String points) {
		return submission(coursework, pupil, Submission.State.RETURNED, points);
	}

	SampleClass submission(String coursework, int pupil, Submission.State state, @Nullable String points) {
		this.submissions.add(new Submission("s" + this.submissions.size(), new CourseworkId(coursework), user(pupil),
				state, (points != null) ? new BigDecimal(points) : null, null));
		return this;
	}

	/** The pupil's submission is given back with a grade. */
	SampleClass regraded(String coursework, int pupil, String points) {
		this.submissions.removeIf((submission) -> submission.coursework().value().equals(coursework)
				&& submission.pupil().equals(user(pupil)));
		return grade(coursework, pupil, points);
	}

	SampleClass regrade(String coursework, int pupil, String points) {
		this.submissions.removeIf((submission) -> submission.coursework().value().equals(coursework)
				&& submission.pupil().equals(user(pupil)));
		return grade(coursework, pupil, points);
	}

	static EntryKey work(String coursework) {
		return EntryKey.work(COURSE.id(), new CourseworkId(coursework));
	}

	static EntryKey mark(String coursework, int pupil) {
		return EntryKey.mark(COURSE.id(), new CourseworkId(coursework), pupil(pupil));
	}

	/** The homework stands in the journal as it is wanted, and the ledger knows it. */
	WorkId delivered(String coursework) {
		ClassGroupPlan plan = plan();
		Change change = plan.changes()
			.stream()
			.filter((planned) -> planned.key().equals(work(coursework)))
			.findFirst()
			.orElseThrow();
		WorkId id = this.journal.workByHand(timetable().stream()
			.filter((lesson) -> lesson.id().equals(wanted(change).lesson()))
			.findFirst()
			.orElseThrow(), wanted(change).text());
		this.journal.works.put(id,
				new JournalWork(id, wanted(change).lesson(), true, wanted(change).text(), wanted(change).target()));
		known(work(coursework), change.to(), id.value());
		return id;
	}

	private static WantedWork wanted(Change change) {
		return Objects.requireNonNull(change.work());
	}

	/** The mark stands in the journal, and the ledger knows it. */
	void delivered(String coursework, int pupil, WorkId work, String value) {
		known(mark(coursework, pupil), value, this.journal.put(this.journal.nextId(), work, pupil(pupil), value));
	}

	void known(EntryKey key, String last, @Nullable String journalId) {
		this.ledger.put(key.text(), new LedgerEntry(key, last, journalId, List.of(), null));
	}

	void unfinished(EntryKey key, String delivery, String to) {
		LedgerEntry before = this.ledger.getOrDefault(key.text(), LedgerEntry.none(key));
		this.ledger.put(key.text(), new LedgerEntry(key, before.last(), before.journalId(),
				List.of(new LedgerEntry.Unfinished(delivery, to, null)), null));
	}

	void refused(EntryKey key, String to, Instant at) {
		this.ledger.put(key.text(), new LedgerEntry(key, null, null, List.of(),
				new LedgerEntry.Refusal(to, ProblemCode.JOURNAL_REFUSED, at)));
	}

	SyncPolicy policy() {
		return new SyncPolicy(this.approval, new BigDecimal(this.brakeShare), this.brakeMinimum,
				new EditPeriod(this.editPeriodDays), this.write);
	}

	SchoolRules rules() {
		return new SchoolRules(schoolPolicy(), CALENDAR, GRADING, new CourseLinker(List.of()),
				new PupilLinker(this.links), policy(), (this.periods != null) ? attendance(this.periods) : ATTENDANCE);
	}

	ClassGroupOrder order() {
		RunContext context = new RunContext(this.run, SCHOOL, "classroom", this.dryRun, this.from, this.to,
				new RunCounts(), this.draft);
		return new ClassGroupOrder(context, this.classGroup, List.copyOf(this.pupils),
				List.of(new LinkedCourse(COURSE, ALGEBRA, "table")),
				this.pupils.stream().map(Pupil::id).collect(Collectors.toSet()), this.insist, this.to.plusDays(14));
	}

	CourseContent content() {
		return this.complete ? new CourseContent(COURSE, true, List.copyOf(this.roster), List.of(),
				List.copyOf(this.courseworks.values()), List.of(), List.copyOf(this.submissions),
				List.copyOf(this.faults), "") : CourseContent.unreadable(COURSE, "HTTP 500");
	}

	ClassGroupJournal read() {
		return this.journal.read(order().getQuestion());
	}

	/** Everything of the second term of algebra. */
	CriteriaJournal criteria() {
		return (this.criteriaTrouble != null) ? CriteriaJournal.unreadable(this.criteriaTrouble) : this.journal
			.read(new CriteriaQuestion(CLASS_7A.id(),
					Set.of(new CriteriaQuestion.Place(ALGEBRA.id(), 1), new CriteriaQuestion.Place(ALGEBRA.id(), 2))));
	}

	SchoolPolicy schoolPolicy() {
		return Policies.of(Map.of("policy.yml", this.policy.toString())).versions().get(0);
	}

	ClassGroupPlan plan() {
		ClassGroupOrder order = order();
		SummativeFacts summatives = new SummativeFacts(new SummativeRules(CALENDAR, schoolPolicy(), ALMATY),
				schoolPolicy().publication(), schoolPolicy().marks().scaleOfTerm(), criteria(), List.of(),
				(day) -> this.remote, this.letThrough, this.handedOver);
		return new Planner(CALENDAR, GRADING, new PupilLinker(this.links), policy())
			.plan(new ClassGroupFacts(order, order.schoolPupils()::contains, List.of(content()), read(), summatives,
					Set.of(), Map.copyOf(this.ledger), LocalDate.ofInstant(this.now, ALMATY), this.now, ALMATY));
	}

	/** What a plan has to tell. */
	static List<Problem> problems(ClassGroupPlan plan) {
		return plan.notes().problems(CLASS_7A.id(), ZoneId.of("Asia/Almaty"));
	}

	/** How many problems of a code a plan has to tell. */
	static long count(ClassGroupPlan plan, ProblemCode code) {
		return problems(plan).stream().filter((problem) -> problem.code() == code).count();
	}

}
