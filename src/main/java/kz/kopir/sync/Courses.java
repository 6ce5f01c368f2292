package kz.kopir.sync;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import kz.kopir.journal.JournalFrame;
import kz.kopir.problem.Problem;
import kz.kopir.problem.ProblemCode;
import kz.kopir.roster.CourseLink;
import kz.kopir.roster.CourseLinker;
import kz.kopir.roster.LinkKind;
import kz.kopir.roster.Linking;
import kz.kopir.roster.SchoolNames;
import kz.kopir.roster.StoredLink;
import kz.kopir.run.RunContext;
import kz.kopir.school.ClassGroup;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.Course;
import kz.kopir.school.CourseAliases;
import kz.kopir.school.CourseId;
import kz.kopir.school.PupilId;
import kz.kopir.school.RecordFault;
import kz.kopir.school.Subject;
import kz.kopir.school.SubjectId;

/**
 * Links the courses of a school and says what is to be done for each class group.
 */
final class Courses {

	/**
	 * Homework given today is due within two weeks, with rare exceptions that a later run
	 * takes.
	 */
	private static final int DAYS_AHEAD = 14;

	private final CourseLinker linker;

	private final Clock clock;

	Courses(CourseLinker linker, Clock clock) {
		this.linker = linker;
		this.clock = clock;
	}

	/**
	 * Assigns courses to class groups.
	 * @param run the run
	 * @param insist whether a person started the run
	 * @param courses courses of the school
	 * @param aliases aliases of those that nothing else links
	 * @param faults records among them that could not be used
	 * @param frame what the journal says of the school
	 */
	Assignment assign(RunContext run, boolean insist, List<Course> courses, List<CourseAliases> aliases,
			List<RecordFault> faults, JournalFrame frame) {
		Map<CourseId, List<String>> aliasesOf = aliases.stream()
			.collect(Collectors.toMap(CourseAliases::course, CourseAliases::aliases));
		Map<ClassGroupId, ClassGroup> classGroups = frame.classGroups()
			.stream()
			.collect(Collectors.toMap(ClassGroup::id, (group) -> group, (first, second) -> first, LinkedHashMap::new));
		Map<SubjectId, Subject> subjects = new HashMap<>();
		frame.subjects().forEach((subject) -> subjects.put(subject.id(), subject));
		Map<ClassGroupId, List<LinkedCourse>> linked = new LinkedHashMap<>();
		List<Problem> problems = new ArrayList<>();
		List<StoredLink> links = new ArrayList<>();
		SchoolNames names = new SchoolNames(frame.classGroups(), frame.subjects());
		for (Course course : courses) {
			Linking<CourseLink> linking = this.linker.link(course, aliasesOf.getOrDefault(course.id(), List.of()),
					names);
			if (linking instanceof Linking.Linked<CourseLink> found) {
				CourseLink link = found.link();
				linked.computeIfAbsent(link.classGroup(), (id) -> new ArrayList<>())
					.add(new LinkedCourse(course, subjects.get(link.subject()), found.evidence()));
				links.add(new StoredLink(LinkKind.COURSE, course.id().value(), link.classGroup() + "/" + link.subject(),
						found.evidence(), run.id(), this.clock.instant()));
			}
			else if (linking instanceof Linking.Unlinked<CourseLink> none) {
				problems.add(unlinked(course, none));
			}
		}
		faults.forEach((fault) -> problems.add(faulty(fault)));
		Set<PupilId> pupils = new HashSet<>();
		frame.pupils().values().forEach((members) -> members.forEach((pupil) -> pupils.add(pupil.id())));
		List<ClassGroupOrder> orders = classGroups.values()
			.stream()
			.filter((group) -> linked.containsKey(group.id()))
			.map((group) -> new ClassGroupOrder(run, group, frame.pupilsOf(group.id()),
					linked.getOrDefault(group.id(), List.of()), pupils, insist, run.to().plusDays(DAYS_AHEAD)))
			.toList();
		return new Assignment(orders, problems, links);
	}

	private static Problem unlinked(Course course, Linking.Unlinked<CourseLink> none) {
		Map<String, String> details = new HashMap<>(Map.of("candidates", "", "target", ""));
		details.putAll(none.details());
		details.put("course", course.name());
		details.put("courseId", course.id().value());
		return new Problem(none.code(), "course:" + course.id(), null, course.owner().value(), null, details, none
			.suggestions()
			.stream()
			.map((suggestion) -> new Problem.Line("suggestion " + suggestion.candidate(), suggestion.evidence()))
			.toList());
	}

	private static Problem faulty(RecordFault fault) {
		ProblemCode code = fault.twice() ? ProblemCode.SOURCE_RECORD_TWICE : ProblemCode.SOURCE_RECORD_MALFORMED;
		String record = fault.kind() + " " + fault.id();
		return new Problem(code, "course:" + fault.id() + "/" + fault.place(), null, null, null,
				Map.of("course", fault.id(), "record", record, "fault", fault.mistake()),
				List.of(Problem.Line.of(record + ", " + fault.place() + ": " + fault.mistake())));
	}

	/**
	 * What there is to do.
	 *
	 * @param orders one for each class group that has a course
	 * @param problems courses that belong nowhere, and faults
	 * @param links courses that are linked, with their evidence
	 */
	record Assignment(List<ClassGroupOrder> orders, List<Problem> problems, List<StoredLink> links) {
	}

}
