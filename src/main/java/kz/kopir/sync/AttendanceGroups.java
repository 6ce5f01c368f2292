package kz.kopir.sync;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import kz.kopir.attendance.Attendance;
import kz.kopir.attendance.LessonAttendance;
import kz.kopir.attendance.LessonFacts;
import kz.kopir.attendance.MeetingFacts;
import kz.kopir.journal.AttendanceQuestion;
import kz.kopir.journal.JournalAttendance;
import kz.kopir.problem.CloseScope;
import kz.kopir.run.RunContext;
import kz.kopir.school.AttendanceStatus;
import kz.kopir.school.LessonId;
import kz.kopir.school.MeetingRow;
import kz.kopir.school.Pupil;
import kz.kopir.school.PupilId;
import kz.kopir.school.SchoolId;
import kz.kopir.zoom.MeetingStore;
import kz.kopir.zoom.StoredMeeting;

/**
 * What the routes do with the attendance of one class group: make its plan, execute it,
 * read back, balance.
 */
public class AttendanceGroups {

	private final SchoolBook schools;

	private final MeetingStore meetings;

	private final AttendanceMemory memory;

	private final PlanDesk desk;

	private final PreparationBook preparation;

	private final Clock clock;

	private final ZoneId zone;

	AttendanceGroups(SchoolBook schools, MeetingStore meetings, AttendanceMemory memory, PlanDesk desk,
			PreparationBook preparation, Clock clock, ZoneId zone) {
		this.schools = schools;
		this.meetings = meetings;
		this.memory = memory;
		this.desk = desk;
		this.preparation = preparation;
		this.clock = clock;
		this.zone = zone;
	}

	/**
	 * Makes and stores the plan of a class group.
	 * @param order what is to be done
	 * @param journal the attendance that the journal holds
	 */
	public PlanExecution plan(AttendanceOrder order, List<JournalAttendance> journal) {
		ClassGroupOrder group = order.order();
		SchoolId school = group.run().school();
		SchoolRules rules = this.schools.rules(school);
		Attendance attendance = new Attendance(rules.attendance().policy());
		Map<String, PupilId> aliases = this.memory.aliases(school, group.classGroup().id());
		List<JudgedLesson> judged = new ArrayList<>();
		for (AttendedLesson lesson : order.lessons()) {
			judged.add(new JudgedLesson(lesson, attendance.judge(facts(group, lesson, aliases))));
		}
		EntryFacts facts = new EntryFacts(group, this.desk.known(group),
				LocalDate.ofInstant(this.clock.instant(), this.zone), this.clock.instant());
		AttendancePlanner planner = new AttendancePlanner(facts, rules.writing(), journal);
		ClassGroupPlan plan = planner.plan(judged);
		this.memory.keep(school, group.run().id(), group.classGroup().id(), rules.attendance().policy().version(),
				planner.evidence());
		return this.desk.begin(plan, rules.policy());
	}

	/** What to ask of the journal to read back. */
	public AttendanceQuestion question(PlanExecution execution) {
		Set<LessonId> lessons = execution.changes()
			.values()
			.stream()
			.map((change) -> new LessonId(change.key().source()))
			.collect(Collectors.toCollection(LinkedHashSet::new));
		return new AttendanceQuestion(execution.plan().order().classGroup().id(), List.copyOf(lessons));
	}

	/** Settles the deliveries by what the journal shows now. */
	public void readBack(PlanExecution execution, List<JournalAttendance> journal) {
		this.desk.settle(execution, new AttendanceStanding(execution, journal));
	}

	/** Stores the balance and the problems of the class group and tells how it went. */
	public ClassGroupResult close(AttendanceOrder order, PlanExecution execution) {
		if (!order.order().run().dryRun()) {
			this.preparation.lessons(order.order().run().school(), order.order().classGroup(), order.lessons());
		}
		Set<String> subjects = new LinkedHashSet<>();
		RunContext run = order.order().run();
		if (this.schools.rules(run.school())
			.looksAtAllDays(run, LocalDate.ofInstant(this.clock.instant(), this.zone))) {
			subjects.add(About.classGroup(order.order().classGroup()).subject());
		}
		order.lessons().forEach((lesson) -> subjects.add(About.subject(lesson.slot().lesson())));
		return this.desk.close(execution, subjects.isEmpty() ? CloseScope.nothing()
				: CloseScope.subjects(order.order().classGroup().id(), subjects));
	}

	private LessonFacts facts(ClassGroupOrder group, AttendedLesson lesson, Map<String, PupilId> aliases) {
		SchoolId school = group.run().school();
		Map<PupilId, AttendanceStatus> decisions = new HashMap<>();
		this.memory.decisions(school, lesson.slot().lesson().id())
			.forEach((decision) -> decisions.put(decision.pupil(), decision.status()));
		List<MeetingFacts> attended = new ArrayList<>();
		for (StoredMeeting meeting : lesson.meetings()) {
			// what Zoom sent by itself is provisional: nothing is judged by it
			List<MeetingRow> rows = meeting.reported() ? this.meetings.rows(school, meeting.meeting().id()) : List.of();
			attended.add(new MeetingFacts(meeting.meeting(), rows, meeting.isComplete(), meeting.unusableRows()));
		}
		return new LessonFacts(lesson.slot(), group.classGroup().grade(), group.pupils(),
				lesson.pupils().stream().map(Pupil::id).collect(Collectors.toSet()), attended, aliases, decisions,
				lesson.expected(), lesson.ambiguous());
	}

	/**
	 * A lesson with its judgement.
	 *
	 * @param lesson the lesson
	 * @param attendance how it was attended
	 */
	record JudgedLesson(AttendedLesson lesson, LessonAttendance attendance) {
	}

}
