package kz.kopir.sync;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import kz.kopir.attendance.LessonAttendance.PupilAttendance;
import kz.kopir.school.Coursework;
import kz.kopir.school.Submission;

/**
 * Fingerprint of a source's record as it was when an entry was made from it: shows later
 * whether the record has changed since, without keeping its content.
 */
final class Fingerprint {

	private static final int BYTES = 8;

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
		byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
		return HexFormat.of().formatHex(digest, 0, BYTES);
	}

	static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}
