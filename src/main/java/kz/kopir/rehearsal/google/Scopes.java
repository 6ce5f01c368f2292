package kz.kopir.rehearsal.google;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * OAuth scopes. Classroom's go by their short form in here, without the prefix
 * {@value #PREFIX}; others keep their full names.
 */
final class Scopes {

	static final String PREFIX = "https://www.googleapis.com/auth/classroom.";

	static final String[] COURSES = { "courses.readonly", "courses" };

	static final String[] ROSTERS = { "rosters.readonly", "rosters", "profile.emails", "profile.photos" };

	static final String[] TOPICS = { "topics.readonly", "topics" };

	static final String[] COURSEWORK_OF_STUDENTS = { "coursework.students.readonly", "coursework.students" };

	static final String[] COURSEWORK_OF_ME = { "coursework.me.readonly", "coursework.me" };

	static final String[] COURSEWORK = joined(COURSEWORK_OF_STUDENTS, COURSEWORK_OF_ME);

	static final String[] SUBMISSIONS_OF_STUDENTS = joined(COURSEWORK_OF_STUDENTS,
			"student-submissions.students.readonly");

	static final String[] SUBMISSIONS = joined(SUBMISSIONS_OF_STUDENTS,
			joined(COURSEWORK_OF_ME, "student-submissions.me.readonly"));

	static final String[] MATERIALS = { "courseworkmaterials.readonly", "courseworkmaterials" };

	static final String GMAIL_SEND = "https://www.googleapis.com/auth/gmail.send";

	static final String GMAIL_METADATA = "https://www.googleapis.com/auth/gmail.metadata";

	static final String EMAILS = "profile.emails";

	static final String PHOTOS = "profile.photos";

	private Scopes() {
	}

	/**
	 * The full names of what the rehearsal school allows: to read Classroom, to send
	 * mail, and to see the headers of what was sent.
	 */
	static Set<String> allowed() {
		Set<String> allowed = readOnly();
		allowed.add(GMAIL_SEND);
		allowed.add(GMAIL_METADATA);
		return allowed;
	}

	/** The full names of every scope of Classroom that only reads. */
	private static Set<String> readOnly() {
		return Arrays.stream(new String[][] { COURSES, ROSTERS, TOPICS, SUBMISSIONS, MATERIALS })
			.flatMap(Arrays::stream)
			.filter((scope) -> scope.endsWith(".readonly") || scope.startsWith("profile."))
			.map(PREFIX::concat)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/** Classroom's scopes in their short form, others as they are. */
	static Set<String> shortForms(Set<String> full) {
		return full.stream()
			.map((scope) -> scope.startsWith(PREFIX) ? scope.substring(PREFIX.length()) : scope)
			.collect(Collectors.toUnmodifiableSet());
	}

	private static String[] joined(String[] some, String... others) {
		String[] all = Arrays.copyOf(some, some.length + others.length);
		System.arraycopy(others, 0, all, some.length, others.length);
		return all;
	}

}
