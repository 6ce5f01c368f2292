package kz.kopir.sync;

import kz.kopir.school.CourseId;
import kz.kopir.school.CourseworkId;
import kz.kopir.school.PupilId;

/**
 * Natural key of an entry: which coursework, and for a mark whose. Ids of Classroom are
 * digits, so the separator cannot be part of one.
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

	/** The course and coursework of the key, {@code 17/4}. */
	String source() {
		int start = this.text.indexOf('/') + 1;
		int end = (this.kind == EntryKind.MARK) ? this.text.lastIndexOf('/') : this.text.length();
		return this.text.substring(start, end);
	}

	/** The course of the key. */
	String course() {
		String source = source();
		return source.substring(0, source.indexOf('/'));
	}

	@Override
	public String toString() {
		return this.text;
	}

}
