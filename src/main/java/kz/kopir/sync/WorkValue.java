package kz.kopir.sync;

import java.time.LocalDate;
import java.util.regex.Pattern;

import kz.kopir.grading.WantedWork;
import kz.kopir.journal.JournalWork;
import kz.kopir.school.Lesson;

/**
 * The value of a work as it is compared and kept: day and id of the lesson, the day for
 * which it is due, and the wording with its line ends and trailing blanks made equal.
 */
final class WorkValue {

	private static final int DAY_LENGTH = "2026-11-20".length();

	private static final Pattern BLANKS = Pattern.compile("\\s+");

	private WorkValue() {
	}

	static String of(WantedWork work) {
		return of(work.lessonDate(), work.lesson().value(), String.valueOf(work.target()), work.text());
	}

	static String of(JournalWork work, Lesson lesson) {
		return of(lesson.date(), lesson.id().value(), String.valueOf(work.target()), work.text());
	}

	/** Day of the lesson on which the work of this value stands. */
	static LocalDate lessonDate(String value) {
		return LocalDate.parse(value.substring(0, DAY_LENGTH));
	}

	private static String of(LocalDate date, String lesson, String target, String text) {
		return date + " " + lesson + " " + target + "\n" + BLANKS.matcher(text.strip()).replaceAll(" ");
	}

}
