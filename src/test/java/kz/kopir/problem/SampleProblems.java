package kz.kopir.problem;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import kz.kopir.database.DatabaseTime;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.SchoolId;
import kz.kopir.testing.TestDatabase;

/**
 * A school with some runs and a problem in the making. It is a Monday morning.
 */
final class SampleProblems {

	static final SchoolId SCHOOL = new SchoolId("school-1");

	static final ClassGroupId SEVEN_A = new ClassGroupId("7a");

	static final Instant MORNING = Instant.parse("2026-11-23T03:00:00Z");

	private SampleProblems() {
	}

	/** An empty database but for three runs of one flow and one of another. */
	static void begin(TestDatabase database) {
		database.empty();
		addRun(database, "run-1", "classroom");
		addRun(database, "run-2", "classroom");
		addRun(database, "run-3", "classroom");
		addRun(database, "zoom-run", "zoom");
	}

	static Problems at(TestDatabase database, Instant instant) {
		return new Problems(database.template(), database.transactions(), Clock.fixed(instant, ZoneOffset.UTC));
	}

	/** Pupils whom nobody knows in a course of 7 «А». */
	static Problem notLinked(String... users) {
		return notLinked("c-1", SEVEN_A, users);
	}

	static Problem notLinked(String course, ClassGroupId classGroup, String... users) {
		return new Problem(ProblemCode.PUPIL_NOT_LINKED, course, classGroup, null, null, Map.of("course", "Алгебра"),
				Arrays.stream(users).map(Problem.Line::of).toList());
	}

	/** The same until a moment. */
	static Problem notLinkedUntil(Instant deadline, String... users) {
		Problem problem = notLinked(users);
		return new Problem(problem.code(), problem.subject(), problem.classGroup(), null, deadline, problem.details(),
				problem.lines());
	}

	static Problem unavailable(String answer) {
		return new Problem(ProblemCode.CLASSROOM_UNAVAILABLE, "classroom", null, null, null, Map.of("answer", answer),
				List.of());
	}

	private static void addRun(TestDatabase database, String id, String flow) {
		database.jdbc().sql("""
				insert into run (id, school, flow, trigger, requested_by, dry_run, state, started_at)
				values (:id, 'school-1', :flow, 'manual', 'it', false, 'running', :at)
				""").param("id", id).param("flow", flow).param("at", DatabaseTime.toColumn(MORNING)).update();
	}

}
