package kz.kopir.problem;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

import javax.sql.DataSource;

import kz.kopir.database.Jdbc;
import kz.kopir.testing.CrashPoints;
import kz.kopir.testing.OnBothDatabases;
import kz.kopir.testing.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static kz.kopir.problem.SampleProblems.MORNING;
import static kz.kopir.problem.SampleProblems.SCHOOL;
import static kz.kopir.problem.SampleProblems.SEVEN_A;
import static kz.kopir.problem.SampleProblems.notLinked;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The process dies before and after each statement and each commit: a problem and its
 * event are both there or none of them is.
 */
@OnBothDatabases
class ProblemCrashTest {

	private final TestDatabase database;

	ProblemCrashTest(TestDatabase database) {
		this.database = database;
	}

	@Test
	void aProblemIsNeverOpenedWithoutItsEvent() {
		diesEverywhere((problems) -> {
		}, (problems) -> problems.report(SCHOOL, "run-1",
				List.of(notLinked("u-1"), SampleProblems.unavailable("503"))));
	}

	@Test
	void aProblemNeverComesBackWithoutItsEvent() {
		diesEverywhere((problems) -> {
			problems.report(SCHOOL, "run-1", notLinked("u-1"));
			problems.closeUnseen(SCHOOL, "run-2", CloseScope.classGroup(SEVEN_A));
		}, (problems) -> problems.report(SCHOOL, "run-3", notLinked("u-2")));
	}

	@Test
	void aProblemNeverWorsensWithoutItsEvent() {
		diesEverywhere((problems) -> problems.report(SCHOOL, "run-1", notLinked("u-1")),
				(problems) -> problems.report(SCHOOL, "run-2", notLinked("u-1", "u-2")));
	}

	@Test
	void aDecisionIsNeverTakenWithoutItsEvent() {
		diesEverywhere((problems) -> problems.report(SCHOOL, "run-1", notLinked("u-1")), (problems) -> {
			String id = problems.open(SCHOOL).get(0).id();
			problems.resolve(SCHOOL, id, "it", "Known");
		});
	}

	@Test
	void aProblemIsNeverClosedWithoutItsEvent() {
		diesEverywhere((problems) -> problems.report(SCHOOL, "run-1", notLinked("u-1")),
				(problems) -> problems.closeUnseen(SCHOOL, "run-2", CloseScope.classGroup(SEVEN_A)));
	}

	private void diesEverywhere(Deed before, Deed deed) {
		int points = 1;
		int kept = 0;
		for (int crashAt = 1; crashAt <= points; crashAt++) {
			SampleProblems.begin(this.database);
			does(before, new CrashPoints(0));
			List<ProblemEvent> eventsBefore = events();
			String standingBefore = standing();
			points = Math.max(points, dies(deed, crashAt));
			boolean changed = !standing().equals(standingBefore);
			assertThat(!events().equals(eventsBefore)).as("crash at %d: event and problem", crashAt).isEqualTo(changed);
			assertFollows(crashAt);
			kept += changed ? 1 : 0;
		}
		// the last points lie behind the commit
		assertThat(points).isGreaterThan(8);
		assertThat(kept).isBetween(1, points - 6);
	}

	/** How many points the deed has, as far as it came. */
	private int dies(Deed deed, int crashAt) {
		CrashPoints crashes = new CrashPoints(crashAt);
		try {
			does(deed, crashes);
			return crashes.passed();
		}
		catch (CrashPoints.Crash dead) {
			return crashAt + 1;
		}
	}

	private void does(Deed deed, CrashPoints crashes) {
		DataSource watched = crashes.watch(this.database.dataSource());
		try {
			deed.with(new Problems(Jdbc.template(watched), new TransactionTemplate(new JdbcTransactionManager(watched)),
					Clock.fixed(MORNING, ZoneOffset.UTC)));
		}
		catch (DecisionRefused ex) {
			throw new AssertionError(ex);
		}
	}

	/** Everything that stands of problems and their lines. */
	private String standing() {
		return this.database.jdbc().sql("""
				select p.id, p.state, p.decision, p.opening, p.last_run, l.entry_key, l.gone
				from problem p left join problem_line l on l.problem_id = p.id order by p.id, l.entry_key
				""").query().listOfRows().toString();
	}

	private List<ProblemEvent> events() {
		return SampleProblems.at(this.database, MORNING).eventsAfter(SCHOOL, 0, 100);
	}

	/** Every problem stands as its last event says. */
	private void assertFollows(int crashAt) {
		Problems problems = SampleProblems.at(this.database, MORNING);
		List<String> ids = this.database.jdbc().sql("select id from problem").query(String.class).list();
		for (String id : ids) {
			StoredProblem problem = problems.find(SCHOOL, id).orElseThrow();
			ProblemEvent last = problems.history(SCHOOL, id).get(problems.history(SCHOOL, id).size() - 1);
			assertThat(last.opening()).as("crash at %d", crashAt).isEqualTo(problem.opening());
			ProblemState expected = switch (last.kind()) {
				case OPENED, REOPENED, WORSENED -> ProblemState.OPEN;
				default -> ProblemState.valueOf(last.kind().name());
			};
			assertThat(problem.state()).as("crash at %d", crashAt).isEqualTo(expected);
		}
	}

	private interface Deed {

		void with(Problems problems) throws DecisionRefused;

	}

}
