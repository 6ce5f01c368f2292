package kz.kopir.attendance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import kz.kopir.school.LessonId;
import kz.kopir.school.LessonSlot;
import kz.kopir.school.Meeting;
import kz.kopir.school.TeacherId;

/**
 * Finds the lessons of a meeting by its teacher and its time. A meeting belongs to every
 * lesson in which it really was, for a room may stay open over several. It does not
 * belong to a neighbour that it only touches, because it was opened early or closed late.
 */
public final class MeetingLinker {

	private final Duration tolerance;

	/**
	 * @param tolerance up to which overlap a lesson may be a neighbour that is only
	 * touched
	 */
	public MeetingLinker(Duration tolerance) {
		this.tolerance = tolerance;
	}

	/**
	 * Links meetings to lessons.
	 * @param slots the lessons of all teachers whose meetings are given, on those days
	 * @param meetings the meetings, each once
	 * @param hosts the teacher of a meeting's host
	 */
	public MeetingLinks assign(Collection<LessonSlot> slots, Collection<Meeting> meetings,
			Function<String, Optional<TeacherId>> hosts) {
		Map<LessonId, List<Meeting>> byLesson = new TreeMap<>();
		List<MeetingLinks.Ambiguous> ambiguous = new ArrayList<>();
		List<Meeting> unknownHost = new ArrayList<>();
		List<Meeting> withoutLesson = new ArrayList<>();
		List<Meeting> inOrder = meetings.stream()
			.distinct()
			.sorted(Comparator.comparing(Meeting::start).thenComparing(Meeting::id))
			.toList();
		for (Meeting meeting : inOrder) {
			Optional<TeacherId> teacher = hosts.apply(meeting.host());
			if (teacher.isEmpty()) {
				unknownHost.add(meeting);
				continue;
			}
			List<LessonSlot> lessons = lessonsOf(meeting, teacher.get(), slots);
			Set<LessonId> unclear = unclear(meeting, lessons);
			if (!unclear.isEmpty()) {
				ambiguous.add(new MeetingLinks.Ambiguous(meeting, unclear));
			}
			if (lessons.isEmpty()) {
				withoutLesson.add(meeting);
			}
			lessons.stream()
				.map((slot) -> slot.lesson().id())
				.filter((lesson) -> !unclear.contains(lesson))
				.forEach((lesson) -> byLesson.computeIfAbsent(lesson, (id) -> new ArrayList<>()).add(meeting));
		}
		return new MeetingLinks(byLesson, ambiguous, unknownHost, withoutLesson);
	}

	private List<LessonSlot> lessonsOf(Meeting meeting, TeacherId teacher, Collection<LessonSlot> slots) {
		List<LessonSlot> overlapped = slots.stream()
			.filter((slot) -> slot.teachers().contains(teacher))
			.filter((slot) -> !overlap(meeting, slot).isZero())
			.sorted(Comparator.comparing(LessonSlot::start).thenComparing((slot) -> slot.lesson().id()))
			.toList();
		Duration longest = overlapped.stream()
			.map((slot) -> overlap(meeting, slot))
			.max(Comparator.naturalOrder())
			.orElse(Duration.ZERO);
		return overlapped.stream().filter((slot) -> !isOnlyTouched(meeting, slot, longest)).toList();
	}

	/** Clearly less than in another lesson: half of it at most. */
	private boolean isOnlyTouched(Meeting meeting, LessonSlot slot, Duration longest) {
		Duration overlap = overlap(meeting, slot);
		return isShort(meeting, slot) && overlap.multipliedBy(2).compareTo(longest) <= 0;
	}

	/**
	 * Whether the meeting covers so little of the lesson that it may be a neighbour's.
	 */
	private boolean isShort(Meeting meeting, LessonSlot slot) {
		return overlap(meeting, slot).compareTo(this.tolerance) <= 0;
	}

	/**
	 * Lessons at the same time, and lessons of which a short meeting covers about as much
	 * as of the next.
	 */
	private Set<LessonId> unclear(Meeting meeting, List<LessonSlot> lessons) {
		Set<LessonId> unclear = new LinkedHashSet<>();
		for (LessonSlot one : lessons) {
			for (LessonSlot other : lessons) {
				boolean sameTime = one.start().isBefore(other.end()) && other.start().isBefore(one.end());
				boolean onlyShort = isShort(meeting, one) || isShort(meeting, other);
				if (one != other && (sameTime || onlyShort)) {
					unclear.add(one.lesson().id());
					unclear.add(other.lesson().id());
				}
			}
		}
		return unclear;
	}

	private static Duration overlap(Meeting meeting, LessonSlot slot) {
		return new Spans.Span(meeting.start(), meeting.end()).clip(slot.start(), slot.end()).length();
	}

}
