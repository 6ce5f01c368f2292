package kz.kopir.rehearsal.kundelik;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import kz.kopir.rehearsal.world.GroupFacts;
import kz.kopir.rehearsal.world.LessonFacts;
import kz.kopir.rehearsal.world.PupilFacts;
import kz.kopir.rehearsal.world.SubjectFacts;
import kz.kopir.rehearsal.world.TeacherFacts;
import kz.kopir.rehearsal.world.TermFacts;
import kz.kopir.rehearsal.world.World;
import org.jspecify.annotations.Nullable;

/**
 * The generated school, found by Kundelik's ids. Thread-safe.
 */
final class School {

	private final World world;

	private final Map<Long, PupilFacts> pupils = new HashMap<>();

	private final Map<Long, GroupFacts> groups = new HashMap<>();

	private final Map<Long, Set<Long>> members = new HashMap<>();

	private final Map<Long, SubjectFacts> subjects = new HashMap<>();

	private final Map<Long, List<SubjectFacts>> groupSubjects = new ConcurrentHashMap<>();

	School(World world) {
		this.world = world;
		world.pupils().forEach((pupil) -> this.pupils.put(pupil.personId(), pupil));
		world.subjects().forEach((subject) -> this.subjects.put(subject.id(), subject));
		world.groups().forEach((group) -> {
			this.groups.put(group.id(), group);
			this.members.put(group.id(), Set.copyOf(group.pupilIds()));
		});
	}

	long id() {
		return this.world.schoolId();
	}

	String name() {
		return this.world.schoolName();
	}

	List<TermFacts> terms() {
		return this.world.terms();
	}

	List<SubjectFacts> subjects() {
		return this.world.subjects();
	}

	List<TeacherFacts> teachers() {
		return this.world.teachers();
	}

	List<GroupFacts> groups() {
		return this.world.groups();
	}

	GroupFacts group(long id) {
		return found("class group", id, this.groups.get(id));
	}

	PupilFacts pupil(long id) {
		return found("person", id, this.pupils.get(id));
	}

	SubjectFacts subject(long id) {
		return found("subject", id, this.subjects.get(id));
	}

	LessonFacts lesson(long id) {
		return found("lesson", id, this.world.lesson(id));
	}

	@Nullable LessonFacts lessonOrNull(long id) {
		return this.world.lesson(id);
	}

	List<PupilFacts> pupilsOf(GroupFacts group) {
		return group.pupilIds().stream().map(this::pupil).toList();
	}

	boolean belongs(long personId, long groupId) {
		return this.members.getOrDefault(groupId, Set.of()).contains(personId);
	}

	List<LessonFacts> lessons(long groupId, Request.Period period) {
		return this.world.lessons(group(groupId).id())
			.stream()
			.filter((lesson) -> period.contains(lesson.date()))
			.toList();
	}

	/** What a class group is taught, by its timetable. */
	List<SubjectFacts> subjectsOf(long groupId) {
		return this.groupSubjects.computeIfAbsent(group(groupId).id(), (id) -> {
			Set<Long> taught = new LinkedHashSet<>();
			this.world.lessons(id).forEach((lesson) -> taught.add(lesson.subjectId()));
			return taught.stream().map((subject) -> Objects.requireNonNull(this.subjects.get(subject))).toList();
		});
	}

	/** The number of the term on a day; of the last one that began when it is a break. */
	int termOn(LocalDate day) {
		int number = 0;
		for (TermFacts term : terms()) {
			if (!day.isBefore(term.start())) {
				number = term.number();
			}
		}
		return number;
	}

	private static <T> T found(String what, long id, @Nullable T fact) {
		if (fact == null) {
			throw Refusal.missing(what, id);
		}
		return fact;
	}

}
