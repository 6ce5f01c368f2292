package kz.kopir.sync;

import java.util.List;

import kz.kopir.school.LessonSlot;
import kz.kopir.school.Pupil;
import kz.kopir.zoom.StoredMeeting;

/**
 * A lesson of a distance-learning period, with the meetings that belong to it.
 *
 * @param slot the lesson
 * @param subject name of what is taught
 * @param pupils those who learn at a distance
 * @param meetings its meetings
 * @param expected whether more data can still come
 * @param ambiguous whether one of its meetings could belong to another lesson too
 */
record AttendedLesson(LessonSlot slot, String subject, List<Pupil> pupils, List<StoredMeeting> meetings,
		boolean expected, boolean ambiguous) {

	@Override
	public String toString() {
		return "AttendedLesson[" + this.slot.lesson().id() + "]";
	}

}
