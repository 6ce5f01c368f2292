package kz.kopir.attendance;

import java.util.List;
import java.util.Map;
import java.util.Set;

import kz.kopir.school.LessonId;
import kz.kopir.school.Meeting;

/**
 * Which meetings belong to which lesson. Every meeting stands somewhere here.
 *
 * @param byLesson the meetings of each lesson that has one, in order of time
 * @param ambiguous meetings that could belong to several lessons; a person decides
 * ({@code MEETING_LINK_AMBIGUOUS})
 * @param unknownHost meetings whose host is no known teacher
 * @param withoutLesson meetings of known teachers in none of their lessons
 */
public record MeetingLinks(Map<LessonId, List<Meeting>> byLesson, List<Ambiguous> ambiguous, List<Meeting> unknownHost,
		List<Meeting> withoutLesson) {

	/** The meetings of a lesson. */
	public List<Meeting> of(LessonId lesson) {
		return this.byLesson.getOrDefault(lesson, List.of());
	}

	/** Whether a meeting may or may not be this lesson's: then it cannot be judged. */
	public boolean isUnclear(LessonId lesson) {
		return this.ambiguous.stream().anyMatch((meeting) -> meeting.lessons().contains(lesson));
	}

	/**
	 * A meeting that could belong to several lessons.
	 *
	 * @param meeting the meeting
	 * @param lessons the lessons, at least two
	 */
	public record Ambiguous(Meeting meeting, Set<LessonId> lessons) {
	}

}
