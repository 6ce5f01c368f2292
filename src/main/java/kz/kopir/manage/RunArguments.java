package kz.kopir.manage;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.TreeSet;

import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * Reads the arguments of a run that a person starts. Nothing is guessed: a value that is
 * not understood starts no run.
 */
final class RunArguments {

	private static final String PLACE = "POST /actuator/runs, argument ";

	private RunArguments() {
	}

	static SchoolId school(@Nullable String text, Set<SchoolId> schools) {
		if (text == null || text.isBlank()) {
			if (schools.size() == 1) {
				return schools.iterator().next();
			}
			throw refused("This gateway serves " + schools.size() + " schools and the request names none.", "school",
					"Name one of " + new TreeSet<>(schools) + ".");
		}
		SchoolId school = new SchoolId(text);
		if (!schools.contains(school)) {
			throw refused("This gateway does not serve this school.", "school",
					"Name one of " + new TreeSet<>(schools) + ".");
		}
		return school;
	}

	static boolean dryRun(@Nullable String text) {
		if (text == null || text.equals("false")) {
			return false;
		}
		if (text.equals("true")) {
			return true;
		}
		throw refused("It is not clear whether this shall be a dry run.", "dryRun", "Give true or false.");
	}

	static @Nullable LocalDate day(@Nullable String text, String name) {
		if (text == null) {
			return null;
		}
		try {
			return LocalDate.parse(text);
		}
		catch (DateTimeParseException ex) {
			throw refused("This is no day.", name, "Give a lesson day as year-month-day, for example 2026-11-23.");
		}
	}

	static void inOrder(@Nullable LocalDate from, @Nullable LocalDate to) {
		if (from != null && to != null && from.isAfter(to)) {
			throw refused("The first day " + from + " lies after the last day " + to + ".", "from, to",
					"Exchange the two days.");
		}
	}

	private static RequestRefused refused(String what, String argument, String advice) {
		return new RequestRefused(HttpStatus.BAD_REQUEST, what, PLACE + argument, advice);
	}

}
