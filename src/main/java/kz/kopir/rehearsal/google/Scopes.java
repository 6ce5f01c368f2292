package kz.kopir.rehearsal.google;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Classroom's OAuth scopes. In here they go by their short form, without the prefix
 * {@value #PREFIX}.
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

	static final String EMAILS = "profile.emails";

	static final String PHOTOS = "profile.photos";

	private Scopes() {
	}

	/** The full names of every scope that only reads. */
	static Set<String> readOnly() {
		return Arrays.stream(new String[][] { COURSES, ROSTERS, TOPICS, SUBMISSIONS, MATERIALS })
			.flatMap(Arrays::stream)
			.filter((scope) -> scope.endsWith(".readonly") || scope.startsWith("profile."))
			.map(PREFIX::concat)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/** Classroom's scopes among the given ones, in their short form. */
	static Set<String> shortForms(Set<String> full) {
		return full.stream()
			.filter((scope) -> scope.startsWith(PREFIX))
			.map((scope) -> scope.substring(PREFIX.length()))
			.collect(Collectors.toUnmodifiableSet());
	}

	private static String[] joined(String[] some, String... others) {
		String[] all = Arrays.copyOf(some, some.length + others.length);
		System.arraycopy(others, 0, all, some.length, others.length);
		return all;
	}

}
