package kz.kopir.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import kz.kopir.attendance.MeetingLinker;
import kz.kopir.attendance.MeetingLinks;
import kz.kopir.call.Calls;
import kz.kopir.journal.JournalFrame;
import kz.kopir.journal.LessonSlotQuestion;
import kz.kopir.journal.LessonSlots;
import kz.kopir.problem.Problem;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.Problems;
import kz.kopir.run.RunContext;
import kz.kopir.run.RunCounts;
import kz.kopir.run.RunTriggerKind;
import kz.kopir.school.AttendanceStatus;
import kz.kopir.school.ClassGroup;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.LessonSlot;
import kz.kopir.school.Meeting;
import kz.kopir.school.MeetingId;
import kz.kopir.school.Pupil;
import kz.kopir.school.PupilId;
import kz.kopir.school.SchoolId;
import kz.kopir.school.Subject;
import kz.kopir.school.SubjectId;
import kz.kopir.zoom.MeetingStore;
import kz.kopir.zoom.ParticipantPull;
import kz.kopir.zoom.PullMoments;
import kz.kopir.zoom.StoredMeeting;
import kz.kopir.zoom.Zoom;
import kz.kopir.zoom.ZoomClosedException;
import kz.kopir.zoom.ZoomCollection;
import kz.kopir.zoom.ZoomRefusedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the routes do with the attendance of a school as a whole: which lessons were held
 * at a distance, which meetings belong to them, and what is to be done for each class
 * group.
 */
public class AttendanceRuns {

	private static final Logger logger = LoggerFactory.getLogger(AttendanceRuns.class);

	private final SchoolBook schools;

	private final Zoom zoom;

	private final MeetingStore meetings;

	private final AttendanceMemory memory;

	private final Problems problems;

	private final PullMoments moments;

	private final Clock clock;

	private final ZoneId zone;

	AttendanceRuns(SchoolBook schools, Zoom zoom, MeetingStore meetings, AttendanceMemory memory, Problems problems,
			PullMoments moments, Clock clock, ZoneId zone) {
		this.schools = schools;
		this.zoom = zoom;
		this.meetings = meetings;
		this.memory = memory;
		this.problems = problems;
		this.moments = moments;
		this.clock = clock;
		this.zone = zone;
	}

	/**
	 * What to ask of the timetable: the class groups that a distance-learning period
	 * concerns, each class with its subgroups.
	 * @param statuses statuses that the journal takes
	 */
	public List<LessonSlotQuestion> questions(RunOrder order, JournalFrame frame, Set<AttendanceStatus> statuses) {
		RunContext run = order.run();
		Set<AttendanceStatus> missing = EnumSet.allOf(AttendanceStatus.class);
		missing.removeAll(statuses);
		if (!missing.isEmpty()) {
			throw new JournalUnfitException(
					new Problem(ProblemCode.ATTENDANCE_STATUSES_MISSING, "journal", null, null, null,
							Map.of("values",
									missing.stream().map(AttendanceStatus::code).collect(Collectors.joining(", "))),
							List.of()));
		}
		Map<ClassGroupId, List<ClassGroup>> byClass = new LinkedHashMap<>();
		for (ClassGroup group : frame.classGroups()) {
			if (rules(run).periods().concerns(group, run.from(), run.to())) {
				ClassGroupId parent = group.parent();
				byClass.computeIfAbsent((parent != null) ? parent : group.id(), (id) -> new ArrayList<>()).add(group);
			}
		}
		return byClass.values().stream().map((groups) -> new LessonSlotQuestion(groups, run.from(), run.to())).toList();
	}

	/** The lessons that can have been held at a distance. */
	public AttendanceBook book(RunOrder order, JournalFrame frame, List<LessonSlots> answers) {
		AttendanceBook book = new AttendanceBook(frame, answers, rules(order.run()).periods(), this.clock.instant());
		this.problems.report(order.run().school(), order.run().id(), book.problems());
		return book;
	}

	/** Whether Zoom itself is asked. */
	public boolean asksZoom(RunOrder order, AttendanceBook book) {
		return !book.remote().isEmpty() && this.zoom.isUsed(order.run().school());
	}

	/** Begins to ask Zoom. */
	public ZoomCollection collection(RunOrder order, AttendanceBook book) {
		return this.zoom.collect(order.run(), book.remote());
	}

	/** Meetings of these lessons whose participants are to be asked for now. */
	public List<ParticipantPull> pulls(RunOrder order, AttendanceBook book, ZoomCollection collection) {
		Set<MeetingId> linked = new HashSet<>();
		MeetingLinks assignment = assign(order.run(), book, stored(order.run(), book));
		assignment.byLesson().values().forEach((some) -> some.forEach((meeting) -> linked.add(meeting.id())));
		List<Meeting> wanted = stored(order.run(), book).stream()
			.map(StoredMeeting::meeting)
			.filter((meeting) -> linked.contains(meeting.id()))
			.toList();
		return this.zoom.pulls(collection, wanted);
	}

	/** Tells what Zoom's side has to tell. */
	public void collected(RunOrder order, ZoomCollection collection) {
		this.problems.report(order.run().school(), order.run().id(), collection.problems());
	}

	/** Zoom could not be asked; what is known already is judged all the same. */
	public void zoomFailed(RunOrder order, Exception caught) {
		Throwable failure = Calls.cause(caught);
		RunContext run = order.run();
		Problem problem = Failures.ofSystem(failure);
		if (failure instanceof ZoomClosedException closed) {
			problem = new Problem(ProblemCode.ZOOM_BUDGET_SPENT, "system:ZOOM", null, null, null,
					Map.of("used", String.valueOf(closed.used()), "until", closed.until().toString()), List.of());
		}
		else if (failure instanceof ZoomRefusedException refused) {
			problem = new Problem(ProblemCode.ZOOM_SCOPE_MISSING, "system:ZOOM", null, null, null,
					Map.of("scopes", String.valueOf(refused.getMessage())), List.of());
		}
		else if (problem == null) {
			problem = new Problem(ProblemCode.ZOOM_UNAVAILABLE, "system:ZOOM", null, null, null,
					Map.of("answer", Calls.describe(failure)), List.of());
		}
		logger.warn("run={} school={} route=attendance-zoom code={} what={}", run, run.school(), problem.code(),
				Calls.describe(failure));
		this.problems.report(run.school(), run.id(), problem);
	}

	/**
	 * Says which meeting belongs to which lesson, and what is to be done for each class
	 * group.
	 */
	public List<AttendanceOrder> orders(RunOrder order, AttendanceBook book) {
		RunContext run = order.run();
		erase(run);
		List<StoredMeeting> stored = stored(run, book);
		Map<MeetingId, StoredMeeting> byId = new HashMap<>();
		stored.forEach((one) -> byId.put(one.meeting().id(), one));
		MeetingLinks assignment = assign(run, book, stored);
		this.problems.report(run.school(), run.id(), problems(run, assignment));
		Map<SubjectId, String> subjects = book.frame()
			.subjects()
			.stream()
			.collect(Collectors.toMap(Subject::id, Subject::name, (first, second) -> first));
		Set<PupilId> schoolPupils = book.schoolPupils();
		List<AttendanceOrder> orders = new ArrayList<>();
		book.lessons().forEach((group, slots) -> {
			List<AttendedLesson> lessons = new ArrayList<>();
			slots.forEach((slot, pupils) -> {
				List<StoredMeeting> of = assignment.of(slot.lesson().id())
					.stream()
					.map((meeting) -> byId.get(meeting.id()))
					.toList();
				lessons.add(new AttendedLesson(slot, subjects.getOrDefault(slot.lesson().subject(), ""), pupils, of,
						expected(slot, of), assignment.isUnclear(slot.lesson().id())));
			});
			orders.add(new AttendanceOrder(new ClassGroupOrder(run, group, book.frame().pupilsOf(group.id()), List.of(),
					schoolPupils, order.request().trigger() == RunTriggerKind.MANUAL, run.to()), lessons));
		});
		RunCounts counts = run.counts();
		counts.add("classGroups", orders.size());
		counts.add("lessons.remote", book.remote().size());
		counts.add("meetings.known", stored.size());
		counts.add("meetings.complete", stored.stream().filter(StoredMeeting::isComplete).count());
		logger.info("run={} school={} route=attendance-run code=LINKED lessons={} meetings={} classGroups={}", run,
				run.school(), book.remote().size(), stored.size(), orders.size());
		return orders;
	}

	private boolean expected(LessonSlot slot, Collection<StoredMeeting> of) {
		Instant now = this.clock.instant();
		if (now.isBefore(slot.end()) || (of.isEmpty() && this.moments.mayTurnUp(slot.end(), now))) {
			return true;
		}
		return of.stream()
			.anyMatch((one) -> !one.isComplete() && one.state() != StoredMeeting.State.REFUSED
					&& this.moments.isExpected(one.meeting().end(), now));
	}

	private List<StoredMeeting> stored(RunContext run, AttendanceBook book) {
		Duration margin = rules(run).policy().tolerance();
		return book.from(margin)
			.flatMap((from) -> book.to(margin).map((to) -> this.meetings.between(run.school(), from, to)))
			.orElse(List.of());
	}

	private MeetingLinks assign(RunContext run, AttendanceBook book, List<StoredMeeting> stored) {
		AttendanceRules rules = rules(run);
		return new MeetingLinker(rules.policy().tolerance()).assign(book.slots(),
				stored.stream().map(StoredMeeting::meeting).toList(),
				(host) -> rules.teachers().teacher(host).or(() -> this.zoom.teacher(run.school(), host)));
	}

	private List<Problem> problems(RunContext run, MeetingLinks assignment) {
		List<Problem> problems = new ArrayList<>();
		assignment.unknownHost()
			.stream()
			.map(Meeting::host)
			.distinct()
			.forEach((host) -> problems
				.add(new Problem(ProblemCode.ZOOM_HOST_UNKNOWN, "zoom-user:" + Integer.toHexString(host.hashCode()),
						null, null, null, Map.of("host", host), List.of())));
		assignment.ambiguous()
			.forEach((one) -> problems.add(new Problem(ProblemCode.MEETING_LINK_AMBIGUOUS,
					"meeting:" + one.meeting().id(), null, null, journalLocks(run, one.meeting()), about(one.meeting()),
					one.lessons().stream().map((lesson) -> Problem.Line.of("lesson " + lesson)).toList())));
		return problems;
	}

	/** When the journal takes nothing any more for the day of a meeting, or null. */
	private @Nullable Instant journalLocks(RunContext run, Meeting meeting) {
		LocalDate day = meeting.start().atZone(this.zone).toLocalDate();
		return this.schools.rules(run.school())
			.writing()
			.editPeriod()
			.lastDay(day)
			.map((last) -> last.plusDays(1).atStartOfDay(this.zone).toInstant())
			.filter((locks) -> locks.isAfter(this.clock.instant()))
			.orElse(null);
	}

	private Map<String, String> about(Meeting meeting) {
		ZonedDateTime start = meeting.start().atZone(this.zone);
		return Map.of("date", start.toLocalDate().toString(), "time",
				start.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString());
	}

	private void erase(RunContext run) {
		SchoolId school = run.school();
		Instant before = this.clock.instant().minus(Duration.ofDays(rules(run).keepDays()));
		int meetingsErased = this.meetings.erase(school, before);
		int evidenceErased = this.memory.erase(school, before);
		this.zoom.forget(school, LocalDate.ofInstant(before, this.zone));
		if (meetingsErased + evidenceErased > 0) {
			logger.info("run={} school={} route=attendance-run code=ERASED meetings={} evidence={}", run, school,
					meetingsErased, evidenceErased);
		}
	}

	private AttendanceRules rules(RunContext run) {
		return this.schools.rules(run.school()).attendance();
	}

}
