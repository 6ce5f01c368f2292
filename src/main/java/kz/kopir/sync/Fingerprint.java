package kz.kopir.sync;

import kz.kopir.attendance.LessonAttendance.PupilAttendance;
import kz.kopir.school.Coursework;
import kz.kopir.school.Submission;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Fingerprint of a source's record as it was when an entry was made from it: shows later
 * whether the record has changed since, without keeping its content.
 */
final class Fingerprint {

	private static final int DIGITS = 16;

	private Fingerprint() {
	}

	static String of(Coursework coursework) {
		return hash(coursework.title() + "\n" + coursework.description() + "\n" + coursework.maxPoints() + "\n"
				+ coursework.due() + "\n" + coursework.updated() + "\n" + coursework.materialLinks());
	}

	static String of(Submission submission, Coursework coursework) {
		return hash(submission.id() + "\n" + submission.assignedGrade() + "\n" + coursework.maxPoints() + "\n"
				+ submission.updated());
	}

	static String of(AttendedLesson lesson, PupilAttendance attendance) {
		return hash(lesson.slot().lesson().id() + "\n" + attendance.state() + "\n" + attendance.firstJoin() + "\n"
				+ attendance.lastLeave() + "\n" + attendance.seenSeconds());
	}

	private static String hash(String text) {
		return DigestUtils.sha256Hex(text).substring(0, DIGITS);
	}

}
