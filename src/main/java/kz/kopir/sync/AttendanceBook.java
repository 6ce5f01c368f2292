package kz.kopir.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import kz.kopir.attendance.DistancePeriods;
import kz.kopir.journal.JournalFrame;
import kz.kopir.journal.LessonSlots;
import kz.kopir.problem.Problem;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.ClassGroup;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.LessonSlot;
import kz.kopir.school.Pupil;
import kz.kopir.school.PupilId;

/**
 * The lessons of a run that can have been held at a distance, with the pupils whom that
 * concerns.
 */
public final class AttendanceBook {

	private final JournalFrame frame;

	private final Map<ClassGroupId, ClassGroup> classGroups;

	private final List<LessonSlot> slots = new ArrayList<>();

	private final Map<ClassGroup, Map<LessonSlot, List<Pupil>>> lessons = new LinkedHashMap<>();

	private final List<Problem> problems = new ArrayList<>();

	/**
	 * @param frame what the journal says of the school
	 * @param answers lessons of the class groups concerned
	 * @param periods when which pupils learn at a distance
	 * @param now lessons that have not begun are left out
	 */
	AttendanceBook(JournalFrame frame, List<LessonSlots> answers, DistancePeriods periods, Instant now) {
		this.frame = frame;
		this.classGroups = frame.classGroups()
			.stream()
			.collect(Collectors.toMap(ClassGroup::id, (group) -> group, (first, second) -> first, LinkedHashMap::new));
		for (LessonSlots answer : answers) {
			answer.slots().stream().filter((slot) -> slot.start().isBefore(now)).forEach((slot) -> add(slot, periods));
			answer.withoutTime()
				.stream()
				.map((lesson) -> this.classGroups.get(lesson.classGroup()))
				.distinct()
				.forEach((group) -> this.problems.add(new Problem(ProblemCode.LESSON_TIME_UNKNOWN,
						"class-group:" + group.id(), null, null, null, Map.of("classGroup", group.name()), List.of())));
		}
	}

	private void add(LessonSlot slot, DistancePeriods periods) {
		ClassGroup group = this.classGroups.get(slot.lesson().classGroup());
		List<Pupil> pupils = this.frame.pupilsOf(group.id())
			.stream()
			.filter((pupil) -> periods.covers(slot, group, pupil.id()))
			.toList();
		this.slots.add(slot);
		if (!pupils.isEmpty()) {
			this.lessons.computeIfAbsent(group, (key) -> new LinkedHashMap<>()).put(slot, pupils);
		}
	}

	/** All lessons that were read, whoever learns at a distance in them. */
	List<LessonSlot> slots() {
		return this.slots;
	}

	/** Lessons held at a distance, by class group, with those who learned there. */
	Map<ClassGroup, Map<LessonSlot, List<Pupil>>> lessons() {
		return this.lessons;
	}

	/** Lessons held at a distance. */
	List<LessonSlot> remote() {
		return this.lessons.values().stream().flatMap((slotsOf) -> slotsOf.keySet().stream()).toList();
	}

	/** When the first of them began, with a margin; empty when there is none. */
	Optional<Instant> from(Duration margin) {
		return remote().stream().map(LessonSlot::start).min(Instant::compareTo).map((start) -> start.minus(margin));
	}

	/** When the last of them ends, with a margin. */
	Optional<Instant> to(Duration margin) {
		return remote().stream().map(LessonSlot::end).max(Instant::compareTo).map((end) -> end.plus(margin));
	}

	JournalFrame frame() {
		return this.frame;
	}

	List<Problem> problems() {
		return this.problems;
	}

	/** Ids of all pupils of the school. */
	Set<PupilId> schoolPupils() {
		Set<PupilId> pupils = new HashSet<>();
		this.frame.pupils().values().forEach((members) -> members.forEach((pupil) -> pupils.add(pupil.id())));
		return pupils;
	}

	@Override
	public String toString() {
		return "AttendanceBook[" + this.slots.size() + " lessons]";
	}

}
