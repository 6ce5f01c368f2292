package kz.kopir.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import kz.kopir.rehearsal.kundelik.KundelikStandIn;
import kz.kopir.rehearsal.world.CourseFacts;
import kz.kopir.rehearsal.world.GroupFacts;
import kz.kopir.rehearsal.world.SubjectFacts;
import kz.kopir.rehearsal.world.World;

/**
 * For each rule of assessment the teachers who break it in the first term, in the class
 * that has most courses of its own.
 */
final class ForbiddenWorks {

	/** Friday before the term ends. */
	private static final LocalDate LAST_SCHOOL_DAY = LocalDate.of(2026, 10, 23);

	private final World world;

	private final KundelikStandIn journal;

	private final Map<Long, Boolean> marked;

	private final Set<Long> firstGrade;

	ForbiddenWorks(World world, KundelikStandIn journal) {
		this.world = world;
		this.journal = journal;
		this.marked = world.subjects().stream().collect(Collectors.toMap(SubjectFacts::id, SubjectFacts::marked));
		this.firstGrade = world.groups()
			.stream()
			.filter((group) -> group.grade() <= 1)
			.map(GroupFacts::id)
			.collect(Collectors.toSet());
	}

	/** Adds the works to the day before the one on which they are due. */
	void byDay(Map<LocalDate, List<ForbiddenWork>> works) {
		List<CourseFacts> class7 = classWithMostCourses();
		String first = class7.get(0).id();
		String second = class7.get(1).id();
		add(works, first, "БЖБ №4", LocalDate.of(2026, 9, 10));
		add(works, first, "БЖБ №2", LocalDate.of(2026, 9, 15));
		add(works, first, "СОР 3", LocalDate.of(2026, 9, 15));
		section(class7.get(1), 2);
		section(class7.get(1), 3);
		add(works, second, "БЖБ №2", LocalDate.of(2026, 9, 16));
		add(works, second, "2-БЖБ", LocalDate.of(2026, 9, 18));
		add(works, second, "БЖБ", LocalDate.of(2026, 9, 24));
		add(works, first, "ТЖБ", LAST_SCHOOL_DAY);
		class7.subList(1, 5)
			.forEach((course) -> add(works, course.id(), "СОЧ за 1 четверть", LocalDate.of(2026, 10, 8)));
		add(works, course((course) -> !hasMarks(course)).id(), "БЖБ №1", LocalDate.of(2026, 9, 22));
		add(works, course((course) -> this.firstGrade.contains(course.groupId())).id(), "БЖБ №1",
				LocalDate.of(2026, 9, 22));
	}

	private static void add(Map<LocalDate, List<ForbiddenWork>> works, String course, String title, LocalDate due) {
		works.computeIfAbsent(due.minusDays(1), (day) -> new ArrayList<>()).add(new ForbiddenWork(course, title, due));
	}

	private void section(CourseFacts course, int part) {
		this.journal.putCriteriaSectionByHand(course.groupId(), course.subjectId(), 1, part, ForbiddenWork.MAXIMUM);
	}

	private List<CourseFacts> classWithMostCourses() {
		return this.world.courses()
			.stream()
			.filter((course) -> isTaught(course) && hasMarks(course) && !this.firstGrade.contains(course.groupId()))
			.collect(Collectors.groupingBy(CourseFacts::groupId))
			.values()
			.stream()
			.max(Comparator.<List<CourseFacts>>comparingInt(List::size)
				.thenComparing((courses) -> courses.get(0).groupId()))
			.orElseThrow();
	}

	private CourseFacts course(Predicate<CourseFacts> wanted) {
		return this.world.courses().stream().filter(this::isTaught).filter(wanted).findFirst().orElseThrow();
	}

	private boolean isTaught(CourseFacts course) {
		return course.state().equals("ACTIVE") && course.groupId() != null && course.subjectId() != null;
	}

	private boolean hasMarks(CourseFacts course) {
		return this.marked.getOrDefault(course.subjectId(), false);
	}

}
