package kz.kopir.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import kz.kopir.audit.Audit;
import kz.kopir.database.Jdbc;
import kz.kopir.journal.AttendanceQuestion;
import kz.kopir.journal.JournalAnswer;
import kz.kopir.journal.JournalAttendance;
import kz.kopir.journal.JournalWrite;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.Problems;
import kz.kopir.run.Run;
import kz.kopir.run.RunContext;
import kz.kopir.run.RunCounts;
import kz.kopir.run.RunRequest;
import kz.kopir.run.RunStore;
import kz.kopir.run.RunTriggerKind;
import kz.kopir.school.AttendanceStatus;
import kz.kopir.school.Lesson;
import kz.kopir.school.LessonId;
import kz.kopir.school.LessonSlot;
import kz.kopir.school.Meeting;
import kz.kopir.school.MeetingId;
import kz.kopir.school.MeetingRow;
import kz.kopir.school.Pupil;
import kz.kopir.school.PupilId;
import kz.kopir.school.SubjectId;
import kz.kopir.school.TeacherId;
import kz.kopir.testing.CrashPoints;
import kz.kopir.zoom.MeetingStore;
import kz.kopir.zoom.StoredMeeting;
import kz.kopir.testing.CrashPoints;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A lesson of five pupils that was held in Zoom, the journal's page of it, and a gateway
 * that carries its attendance.
 */
final class SampleLesson {

	static final LessonId LESSON = new LessonId("900");

	static final Instant START = Instant.parse("2026-11-18T03:00:00Z");

	static final Instant END = START.plus(Duration.ofMinutes(45));

	private static final Meeting MEETING = new Meeting(new MeetingId("m=="), "1", "t@school.example", START,
			START.plus(Duration.ofMinutes(25)));

	final SampleClass school = SampleClass.of(5);

	/** What stands in the journal, by pupil. */
	final Map<PupilId, String> journal = new LinkedHashMap<>();

	/** Whether the journal refuses an entry where one stands. */
	boolean refusesSecond;

	/** Whether more data can still come. */
	boolean expected;

	/** Whether only Zoom's events tell of the meeting, and no report. */
	boolean provisional;

	String run = "run-1";

	private final List<MeetingRow> rows = new ArrayList<>();

	private final Map<PupilId, AttendanceStatus> decisions = new LinkedHashMap<>();

	static PupilId pupil(int number) {
		return SampleClass.pupil(number);
	}

	/** A stay in the meeting, in minutes after its beginning. */
	SampleLesson was(int pupil, int from, int to) {
		this.rows.add(new MeetingRow("", START.plus(Duration.ofMinutes(from)), START.plus(Duration.ofMinutes(to)),
				false, false, pupil(pupil), "registrant-id"));
		return this;
	}

	/** A stay of somebody whom nobody knows. */
	SampleLesson somebodyWas(int from, int to) {
		this.rows.add(new MeetingRow("iPhone", START.plus(Duration.ofMinutes(from)), START.plus(Duration.ofMinutes(to)),
				false, false, null, null));
		return this;
	}

	/** Zoom tells it otherwise now. */
	SampleLesson wasNever(int pupil) {
		this.rows.removeIf((row) -> pupil(pupil).equals(row.pupil()));
		return this;
	}

	SampleLesson decided(int pupil, AttendanceStatus status) {
		this.decisions.put(pupil(pupil), status);
		return this;
	}

	@Nullable String entry(int pupil) {
		return this.journal.get(pupil(pupil));
	}

	JournalAnswer write(JournalWrite write) {
		JournalWrite.PutAttendance put = (JournalWrite.PutAttendance) write;
		boolean stands = this.journal.containsKey(put.pupil());
		if (put.replaces() != stands && (this.refusesSecond || put.replaces())) {
			return new JournalAnswer.Refused(write.delivery(), ProblemCode.JOURNAL_REFUSED, "400 parameterInvalid");
		}
		this.journal.put(put.pupil(), put.status().code());
		return new JournalAnswer.Taken(write.delivery(), null);
	}

	List<JournalAttendance> read(AttendanceQuestion question) {
		return question.lessons().isEmpty() ? List.of()
				: this.journal.entrySet()
					.stream()
					.map((entry) -> new JournalAttendance(LESSON, entry.getKey(),
							AttendanceStatus.of(entry.getValue()).orElse(null), entry.getValue()))
					.toList();
	}

	/** A gateway's process on a database. */
	Gateway gateway(DataSource database, CrashPoints crashes) {
		return new Gateway(database, crashes);
	}

	private AttendanceOrder order(StoredMeeting meeting) {
		Lesson lesson = new Lesson(LESSON, SampleClass.TODAY, 1, new SubjectId("4"), SampleClass.CLASS_7A.id());
		List<Pupil> pupils = IntStream.rangeClosed(1, 5)
			.mapToObj((number) -> new Pupil(pupil(number), "Т" + number, "А", null))
			.toList();
		RunContext context = new RunContext(this.run, SampleClass.SCHOOL, Flows.ATTENDANCE, this.school.dryRun,
				SampleClass.TODAY, SampleClass.TODAY, new RunCounts());
		Set<PupilId> ids = pupils.stream().map(Pupil::id).collect(Collectors.toSet());
		return new AttendanceOrder(
				new ClassGroupOrder(context, SampleClass.CLASS_7A, pupils, List.of(), ids, false, SampleClass.TODAY),
				List.of(new AttendedLesson(
						new LessonSlot(lesson, START, END, LocalTime.of(8, 0), Set.of(new TeacherId("501"))), "Алгебра",
						pupils, List.of(meeting), this.expected, false)));
	}

	/** What a run does with the class group. */
	final class Gateway {

		final Ledger ledger;

		final Problems problems;

		private final CrashPoints crashes;

		private final MeetingStore meetings;

		private final AttendanceMemory memory;

		private final RunStore runs;

		private final AttendanceGroups groups;

		private Gateway(DataSource database, CrashPoints crashes) {
			Clock clock = Clock.fixed(SampleClass.NOW, ZoneOffset.UTC);
			DataSource watched = crashes.watch(database);
			JdbcTemplate template = Jdbc.template(watched);
			TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(watched));
			this.crashes = crashes;
			this.ledger = new Ledger(template, clock);
			this.problems = new Problems(template, transactions, clock);
			this.meetings = new MeetingStore(template, transactions);
			this.memory = new AttendanceMemory(template, clock);
			this.runs = new RunStore(template);
			SchoolBook schools = new SchoolBook(
					Map.of(SampleClass.SCHOOL, SchoolSource.fixed(SampleLesson.this.school.rules())));
			PlanDesk desk = new PlanDesk(this.ledger,
					new PlanStore(JdbcClient.create(template), transactions, schools,
							new Audit(template, transactions, clock), clock),
					this.problems, this.runs, transactions, SampleClass.ALMATY);
			this.groups = new AttendanceGroups(schools, this.meetings, this.memory, desk, new PreparationBook(template),
					clock, SampleClass.ALMATY);
		}

		ClassGroupResult run() {
			SampleLesson lesson = SampleLesson.this;
			if (lesson.provisional) {
				this.meetings.announced(SampleClass.SCHOOL, MEETING);
				this.meetings.provisional(SampleClass.SCHOOL, MEETING.id(), lesson.rows);
			}
			else {
				this.meetings.told(SampleClass.SCHOOL, MEETING, lesson.rows, 0, "report", SampleClass.NOW);
			}
			lesson.decisions
				.forEach((pupil, status) -> this.memory.decide(SampleClass.SCHOOL, LESSON, pupil, status, "teacher"));
			AttendanceOrder order = order(this.meetings.find(SampleClass.SCHOOL, MEETING.id()).orElseThrow());
			this.runs
				.begin(Run.begun(
						lesson.run, new RunRequest(SampleClass.SCHOOL, Flows.ATTENDANCE, RunTriggerKind.SCHEDULE,
								"schedule", lesson.school.dryRun, SampleClass.TODAY, SampleClass.TODAY),
						SampleClass.NOW));
			PlanExecution execution = this.groups.plan(order, read(order.getQuestion()));
			if (execution.isWriting()) {
				execution.getAttendanceWrites()
					.forEach((write) -> execution.answered(this.crashes.step(() -> lesson.write(write))));
				this.groups.readBack(execution, read(this.groups.question(execution)));
			}
			return this.groups.close(order, execution);
		}

		private List<JournalAttendance> read(AttendanceQuestion question) {
			return this.crashes.step(() -> SampleLesson.this.read(question));
		}

		AttendanceMemory memory() {
			return this.memory;
		}

	}

}
