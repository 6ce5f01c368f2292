package kz.kopir.problem;

import kz.kopir.database.DatabaseTime;
import kz.kopir.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static kz.kopir.problem.SampleProblems.MORNING;
import static kz.kopir.problem.SampleProblems.SCHOOL;
import static kz.kopir.problem.SampleProblems.SEVEN_A;
import static kz.kopir.problem.SampleProblems.notLinked;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A school that has worked with problems without a history keeps them all.
 */
class ProblemMigrationTest {

	private static final String BEFORE = "7";

	@ParameterizedTest
	@MethodSource("kz.kopir.testing.TestDatabases#eachWithoutTables")
	void problemsAndLinesStayAndTheirHistoryBegins(TestDatabase database) {
		flyway(database).target(BEFORE).load().migrate();
		store(database, "p-1", "open", "c-1");
		store(database, "p-2", "closed", "c-2");
		database.jdbc()
			.sql("insert into problem_line (problem_id, entry_key, seen_run) values ('p-1', 'u-1', 'run-1')")
			.update();

		flyway(database).load().migrate();

		Problems problems = SampleProblems.at(database, MORNING);
		StoredProblem open = problems.find(SCHOOL, "p-1").orElseThrow();
		assertThat(open.state()).isEqualTo(ProblemState.OPEN);
		assertThat(open.opening()).isEqualTo(1);
		assertThat(open.lines()).containsExactly(Problem.Line.of("u-1"));
		assertThat(problems.find(SCHOOL, "p-2").orElseThrow().state()).isEqualTo(ProblemState.CLOSED);
		assertThat(problems.eventsAfter(SCHOOL, 0, 10))
			.extracting((event) -> event.seq() + " " + event.kind() + " " + event.problem())
			.containsExactly("1 OPENED p-1", "2 OPENED p-2", "3 CLOSED p-2");
		problems.report(SCHOOL, "run-1", notLinked("c-3", SEVEN_A, "u-3"));
		assertThat(problems.eventsAfter(SCHOOL, 3, 10)).extracting(ProblemEvent::seq).containsExactly(4L);
	}

	@ParameterizedTest
	@MethodSource("kz.kopir.testing.TestDatabases#eachWithoutTables")
	void aSchoolWithoutProblemsBeginsWithTheFirstEvent(TestDatabase database) {
		flyway(database).load().migrate();
		Problems problems = SampleProblems.at(database, MORNING);
		problems.report(SCHOOL, "run-1", notLinked("u-1"));
		assertThat(problems.eventsAfter(SCHOOL, 0, 10)).extracting(ProblemEvent::seq).containsExactly(1L);
	}

	private static void store(TestDatabase database, String id, String state, String subject) {
		database.jdbc()
			.sql("""
					insert into problem (id, school, code, subject, owner, state, details, text_kk, text_ru, text_en,
						first_run, last_run, opened_at, updated_at, closed_at)
					values (:id, 'school-1', 'PUPIL_NOT_LINKED', :subject, 'IT_STAFF', :state, '{}', '', '', '', 'run-1',
						'run-1', :at, :at, :closedAt)
					""")
			.param("id", id)
			.param("subject", subject)
			.param("state", state)
			.param("at", DatabaseTime.toColumn(MORNING))
			.param("closedAt", state.equals("closed") ? DatabaseTime.toColumn(MORNING.plusSeconds(60)) : null)
			.update();
	}

	private static FluentConfiguration flyway(TestDatabase database) {
		return Flyway.configure().dataSource(database.dataSource());
	}

}
