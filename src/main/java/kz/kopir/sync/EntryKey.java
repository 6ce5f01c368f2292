package kz.kopir.sync;

import kz.kopir.school.CourseId;
import kz.kopir.school.CourseworkId;
import kz.kopir.school.LessonId;
import kz.kopir.school.PupilId;

/**
 * Natural key of an entry: which coursework, and for a mark whose; for an attendance
 * which lesson and whose. Ids of Classroom and of the journal are digits, so the
 * separator cannot be part of one.
 *
 * @param kind kind of the entry
 * @param text the key, for example {@code mark/17/4/1000002385955}
 */
record EntryKey(EntryKind kind, String text) {

	static EntryKey work(CourseId course, CourseworkId coursework) {
		return new EntryKey(EntryKind.WORK, "homework/" + course + "/" + coursework);
	}

	static EntryKey mark(CourseId course, CourseworkId coursework, PupilId pupil) {
		return new EntryKey(EntryKind.MARK, "mark/" + course + "/" + coursework + "/" + pupil);
	}

	static EntryKey summative(CourseId course, CourseworkId coursework, PupilId pupil) {
		return new EntryKey(EntryKind.SUMMATIVE, "summative/" + course + "/" + coursework + "/" + pupil);
	}

	static EntryKey attendance(LessonId lesson, PupilId pupil) {
		return new EntryKey(EntryKind.ATTENDANCE, "attendance/" + lesson + "/" + pupil);
	}

	/**
	 * What the entry stands on: course and coursework, {@code 17/4}, or for an attendance
	 * the lesson.
	 */
	String source() {
		int start = this.text.indexOf('/') + 1;
		int end = (this.kind == EntryKind.WORK) ? this.text.length() : this.text.lastIndexOf('/');
		return this.text.substring(start, end);
	}

	/** The course of the key of a work or mark. */
	String course() {
		String source = source();
		return source.substring(0, source.indexOf('/'));
	}

	@Override
	public String toString() {
		return this.text;
	}

}
