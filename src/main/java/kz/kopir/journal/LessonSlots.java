package kz.kopir.journal;

import java.util.List;

import kz.kopir.school.Lesson;
import kz.kopir.school.LessonSlot;

/**
 * The lessons of some class groups with their times.
 *
 * @param slots lessons whose time is known
 * @param withoutTime lessons of the timetable whose number has no bell, or more than one
 */
public record LessonSlots(List<LessonSlot> slots, List<Lesson> withoutTime) {

	public LessonSlots {
		slots = List.copyOf(slots);
		withoutTime = List.copyOf(withoutTime);
	}

}
