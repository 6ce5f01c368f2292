package kz.kopir.sync;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import kz.kopir.deadline.SchoolCalendar;
import kz.kopir.grading.Grading;
import kz.kopir.problem.ProblemCode;
import kz.kopir.roster.Linking;
import kz.kopir.roster.PupilLinker;
import kz.kopir.school.ClassroomUser;
import kz.kopir.school.ClassroomUserId;
import kz.kopir.school.CourseContent;
import kz.kopir.school.CourseId;
import kz.kopir.school.PupilId;
import kz.kopir.school.RecordFault;
import kz.kopir.school.Submission;
import org.jspecify.annotations.Nullable;

/**
 * Makes the plan of a class group: links, judges and compares every record that was read.
 * Without I/O and clock, so that the same facts always give the same plan.
 */
final class Planner {

	private final SchoolCalendar calendar;

	private final Grading grading;

	private final PupilLinker pupilLinker;

	private final SyncPolicy policy;

	Planner(SchoolCalendar calendar, Grading grading, PupilLinker pupilLinker, SyncPolicy policy) {
		this.calendar = calendar;
		this.grading = grading;
		this.pupilLinker = pupilLinker;
		this.policy = policy;
	}

	ClassGroupPlan plan(ClassGroupFacts facts) {
		JournalView journal = new JournalView(facts.journal());
		EntryPlanner entries = new EntryPlanner(facts.entries(), this.policy);
		Map<CourseId, LinkedCourse> courses = new HashMap<>();
		facts.order().courses().forEach((course) -> courses.put(course.course().id(), course));
		Map<String, LinkedCourse> settledCourses = new HashMap<>();
		Map<CourseId, Map<ClassroomUserId, Linking<PupilId>>> links = new HashMap<>();
		Set<String> visited = new HashSet<>();
		Set<String> otherDays = new HashSet<>();
		List<GradedCoursework> graded = new ArrayList<>();
		Set<String> readCourses = new HashSet<>();
		boolean complete = true;
		for (CourseContent content : facts.contents()) {
			LinkedCourse course = courses.get(content.course().id());
			if (course == null) {
				throw new IllegalStateException("Course " + content.course().id() + " was not asked for.");
			}
			if (!content.complete()) {
				complete = false;
				entries.notes()
					.add(ProblemCode.COURSE_UNREADABLE,
							About.course(course, facts.order().classGroup()).with(Map.of("answer", content.trouble())),
							"course " + content.course().id());
				continue;
			}
			account(facts, course, content, entries);
			links.put(content.course().id(), link(facts, content));
			CoursePlanner planner = new CoursePlanner(facts, course, content, this.grading, journal, entries,
					links.get(content.course().id()));
			planner.plan();
			readCourses.add(content.course().id().value());
			graded.addAll(planner.graded());
			visited.addAll(planner.visited());
			otherDays.addAll(planner.otherDays());
			if (content.faults().isEmpty()) {
				settledCourses.put(content.course().id().value(), course);
			}
			else {
				complete = false;
			}
		}
		SummativePlanner summatives = new SummativePlanner(facts, this.policy, entries, links);
		List<SummativeItem> items = summatives
			.plan(SummativeFound.in(facts.order(), facts.contents(), this.grading, facts.today(), facts.zone())
				.stream()
				.filter((found) -> !facts.excluded().contains(found.source()))
				.toList());
		visited.addAll(summatives.visited());
		planGone(facts, entries, settledCourses,
				(key) -> visited.contains(key.text()) || otherDays.contains(key.source()));
		TermPreviews preview = new TermPreviews(facts, this.calendar);
		List<TermPreview> previews = preview.previews();
		preview.note(previews, entries.notes());
		ControlFacts control = new ControlFacts(entries.items(), graded, readCourses, otherDays, items, previews);
		List<Change> changes = new ArrayList<>(entries.changes());
		changes.sort(Comparator.comparing((Change change) -> change.key().kind())
			.thenComparing((change) -> change.key().text()));
		return new ClassGroupPlan(facts.order(), List.copyOf(changes), List.copyOf(entries.adopted()),
				List.copyOf(entries.settlements()), Map.copyOf(entries.works()), entries.notes(), control,
				entries.tallies(), waits(changes, journal.markCount() + facts.summatives().criteria().marks().size()),
				complete);
	}

	private @Nullable ProblemCode waits(List<Change> changes, int marksInJournal) {
		if (changes.isEmpty()) {
			return null;
		}
		if (this.policy.approval() == SyncPolicy.Approval.ALWAYS) {
			return ProblemCode.PLAN_AWAITS_APPROVAL;
		}
		int changedMarks = (int) changes.stream()
			.filter((change) -> change.key().kind().isGraded() && change.action() == Change.Action.CHANGE)
			.count();
		return this.policy.brakes(changedMarks, marksInJournal) ? ProblemCode.PLAN_BRAKED : null;
	}

	/** Links the roster, and those who handed in work but are no longer on it. */
	private Map<ClassroomUserId, Linking<PupilId>> link(ClassGroupFacts facts, CourseContent content) {
		Map<ClassroomUserId, ClassroomUser> users = new LinkedHashMap<>();
		content.pupils().forEach((user) -> users.put(user.id(), user));
		for (Submission submission : content.submissions()) {
			users.computeIfAbsent(submission.pupil(), (id) -> new ClassroomUser(id, null, null, null, null));
		}
		return this.pupilLinker.link(List.copyOf(users.values()), facts.order().pupils(), facts.inSchool());
	}

	/**
	 * What was delivered from a course that was read completely, but is not in it any
	 * more.
	 */
	private static void planGone(ClassGroupFacts facts, EntryPlanner entries, Map<String, LinkedCourse> settledCourses,
			Predicate<EntryKey> judged) {
		for (LedgerEntry before : facts.ledger().values()) {
			EntryKey key = before.key();
			LinkedCourse course = settledCourses.get(key.course());
			boolean known = before.last() != null || !before.unfinished().isEmpty();
			if (known && course != null && !judged.test(key)) {
				entries.tally(key.kind()).collected(1);
				String last = before.last();
				entries.refuse(key, About.gone(key, course, facts.order().classGroup()),
						ProblemCode.WITHDRAWN_AT_SOURCE, (last != null && key.kind() == EntryKind.WORK)
								? entries.lastDay(WorkValue.lessonDate(last)) : null);
			}
		}
	}

	private static void account(ClassGroupFacts facts, LinkedCourse course, CourseContent content,
			EntryPlanner entries) {
		entries.tally(EntryKind.WORK).collected(content.coursework().size());
		entries.tally(EntryKind.MARK).collected(content.submissions().size());
		for (RecordFault fault : content.faults()) {
			ProblemCode code = fault.twice() ? ProblemCode.SOURCE_RECORD_TWICE : ProblemCode.SOURCE_RECORD_MALFORMED;
			entries.notes()
				.add(code,
						About.course(course, facts.order().classGroup())
							.with(Map.of("record", fault.kind() + " " + fault.id(), "fault", fault.mistake())),
						fault.kind() + " " + fault.id() + ", " + fault.place() + ": " + fault.mistake());
			EntryKind kind = switch (fault.kind()) {
				case "courseWork" -> EntryKind.WORK;
				case "studentSubmissions" -> EntryKind.MARK;
				default -> null;
			};
			if (kind != null) {
				entries.tally(kind).collected(1);
				entries.tally(kind).refused(code.troubleClass());
			}
		}
	}

}
