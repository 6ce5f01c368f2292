package kz.kopir.problem;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import kz.kopir.school.SchoolId;
import kz.kopir.testing.OnBothDatabases;
import kz.kopir.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static kz.kopir.problem.SampleProblems.MORNING;
import static kz.kopir.problem.SampleProblems.SCHOOL;
import static kz.kopir.problem.SampleProblems.SEVEN_A;
import static kz.kopir.problem.SampleProblems.notLinked;
import static kz.kopir.problem.SampleProblems.notLinkedUntil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What persons decide about a problem, what runs go on to see of it, and what is told of
 * both.
 */
@OnBothDatabases
class ProblemLifeTest {

	private static final Instant NOON = MORNING.plusSeconds(4 * 3600);

	private final TestDatabase database;

	ProblemLifeTest(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void begin() {
		SampleProblems.begin(this.database);
	}

	@Test
	void whatAPersonSaysIsKeptWithNameReasonAndTime() throws DecisionRefused {
		String id = reported("u-1");
		at(NOON).seen(SCHOOL, id, "aizhan");
		assertThat(problem().state()).isEqualTo(ProblemState.SEEN);
		StoredProblem taken = at(NOON).acknowledge(SCHOOL, id, "aizhan", " I ask\nthe class teacher ");
		assertThat(taken.state()).isEqualTo(ProblemState.ACKNOWLEDGED);
		assertThat(taken.decidedBy()).isEqualTo("aizhan");
		assertThat(taken.reason()).isEqualTo("I ask the class teacher");
		assertThat(taken.updatedAt()).isEqualTo(NOON);
		assertThat(history()).containsExactly("1 OPENED run-1", "1 SEEN aizhan",
				"1 ACKNOWLEDGED aizhan: I ask the class teacher");
		assertThat(at(NOON).history(SCHOOL, id)).extracting(ProblemEvent::at).containsExactly(MORNING, NOON, NOON);
	}

	@Test
	void lookingTakesNothingBack() throws DecisionRefused {
		String id = reported("u-1");
		at(NOON).resolve(SCHOOL, id, "deputy", "The pupil left");
		StoredProblem looked = at(NOON).seen(SCHOOL, id, "aizhan");
		assertThat(looked.state()).isEqualTo(ProblemState.RESOLVED);
		assertThat(looked.decidedBy()).isEqualTo("deputy");
		assertThat(history()).containsExactly("1 OPENED run-1", "1 RESOLVED deputy: The pupil left");
	}

	@ParameterizedTest
	@EnumSource(names = { "SEEN", "ACKNOWLEDGED", "SNOOZED" })
	void aRunThatSeesTheCauseAgainLeavesWhatAPersonSaid(ProblemState said) throws DecisionRefused {
		String id = reported("u-1");
		say(said, id);
		at(NOON).report(SCHOOL, "run-2", notLinkedUntil(NOON.plusSeconds(60), "u-1"));
		assertThat(problem().state()).isEqualTo(said);
		assertThat(problem().lastRun()).isEqualTo("run-2");
		assertThat(problem().deadline()).isEqualTo(NOON.plusSeconds(60));
		assertThat(problem().opening()).isEqualTo(1);
		assertThat(problem().decidedBy()).isEqualTo("aizhan");
	}

	@ParameterizedTest
	@EnumSource(names = { "OPEN", "SEEN", "ACKNOWLEDGED", "SNOOZED", "RESOLVED" })
	void aRunThatLooksAndDoesNotSeeItClosesItWhateverAPersonSaid(ProblemState said) throws DecisionRefused {
		String id = reported("u-1");
		say(said, id);
		assertThat(at(NOON).closeUnseen(SCHOOL, "run-2", CloseScope.classGroup(SEVEN_A))).isEqualTo(1);
		assertThat(problem().state()).isEqualTo(ProblemState.CLOSED);
		assertThat(problem().closedAt()).isEqualTo(NOON);
		assertThat(history()).last().isEqualTo("1 CLOSED run-2");
	}

	@ParameterizedTest
	@EnumSource(names = { "OPEN", "SEEN", "ACKNOWLEDGED", "SNOOZED", "RESOLVED" })
	void whatComesBackIsTheSameProblemOpenedOnceMore(ProblemState said) throws DecisionRefused {
		String id = reported("u-1");
		say(said, id);
		at(NOON).closeUnseen(SCHOOL, "run-2", CloseScope.classGroup(SEVEN_A));
		at(NOON).report(SCHOOL, "run-3", notLinked("u-1"));
		StoredProblem problem = problem();
		assertThat(problem.id()).isEqualTo(id);
		assertThat(problem.state()).isEqualTo(ProblemState.OPEN);
		assertThat(problem.opening()).isEqualTo(2);
		assertThat(problem.decidedBy()).isNull();
		assertThat(problem.reason()).isNull();
		assertThat(problem.snoozedUntil()).isNull();
		assertThat(problem.closedAt()).isNull();
		assertThat(history()).endsWith("1 CLOSED run-2", "2 REOPENED run-3");
	}

	@Test
	void whatIsResolvedStaysSoWhileNothingNewIsInIt() throws DecisionRefused {
		String id = reported("u-1", "u-2", "u-3");
		at(NOON).resolve(SCHOOL, id, "deputy", "They left the school");
		at(NOON).report(SCHOOL, "run-2", notLinked("u-1", "u-3"));
		assertThat(problem().state()).isEqualTo(ProblemState.RESOLVED);
		assertThat(problem().open()).isFalse();
		assertThat(at(NOON).open(SCHOOL)).isEmpty();
		at(NOON).report(SCHOOL, "run-3", notLinked("u-1", "u-2", "u-3"));
		assertThat(problem().state()).isEqualTo(ProblemState.RESOLVED);
		assertThat(problem().lines()).hasSize(3);
		assertThat(history()).containsExactly("1 OPENED run-1", "1 RESOLVED deputy: They left the school");
	}

	@Test
	void aNewPupilOpensWhatWasResolved() throws DecisionRefused {
		String id = reported("u-1");
		at(NOON).resolve(SCHOOL, id, "deputy", "The pupil left");
		at(NOON).report(SCHOOL, "run-2", notLinked("u-1", "u-9"));
		assertThat(problem().state()).isEqualTo(ProblemState.OPEN);
		assertThat(problem().opening()).isEqualTo(2);
		assertThat(problem().openedAt()).isEqualTo(NOON);
		assertThat(problem().decidedBy()).isNull();
		assertThat(history()).last().isEqualTo("2 REOPENED run-2");
	}

	@Test
	void aPupilWhoWasMendedBeforeTheDecisionIsNewWhenHeComesBack() throws DecisionRefused {
		String id = reported("u-1", "u-2");
		at(NOON).report(SCHOOL, "run-2", notLinked("u-1"));
		at(NOON).resolve(SCHOOL, id, "deputy", "The pupil left");
		at(NOON).report(SCHOOL, "run-3", notLinked("u-1", "u-2"));
		assertThat(problem().state()).isEqualTo(ProblemState.OPEN);
	}

	@Test
	void anotherDetailOpensWhatWasResolvedButAnotherWordingDoesNot() throws DecisionRefused {
		at(MORNING).report(SCHOOL, "run-1", unlinkedCourse("HTTP 403", "Алгебра"));
		String id = at(NOON).open(SCHOOL).get(0).id();
		at(NOON).resolve(SCHOOL, id, "it", "The course is of another school");
		at(NOON).report(SCHOOL, "run-2", unlinkedCourse("HTTP 404", "Алгебра"));
		assertThat(at(NOON).find(SCHOOL, id).orElseThrow().state()).isEqualTo(ProblemState.RESOLVED);
		at(NOON).report(SCHOOL, "run-3", unlinkedCourse("HTTP 404", "Геометрия"));
		assertThat(at(NOON).find(SCHOOL, id).orElseThrow().state()).isEqualTo(ProblemState.OPEN);
	}

	@Test
	void whatRestsTooLongCountsAsOpenWithoutAnybodyDoingAnything() throws DecisionRefused {
		String id = reported("u-1");
		Instant tomorrow = MORNING.plus(Duration.ofDays(1));
		at(MORNING).snooze(SCHOOL, id, "aizhan", null, tomorrow);
		assertThat(problemAt(tomorrow.minusMillis(1)).state()).isEqualTo(ProblemState.SNOOZED);
		assertThat(problemAt(tomorrow.minusMillis(1)).snoozedUntil()).isEqualTo(tomorrow);
		assertThat(problemAt(tomorrow).state()).isEqualTo(ProblemState.OPEN);
		assertThat(problemAt(tomorrow).snoozedUntil()).isNull();
		assertThat(at(tomorrow.minusMillis(1)).of(SCHOOL, query(ProblemState.SNOOZED), 10).problems()).hasSize(1);
		assertThat(at(tomorrow).of(SCHOOL, query(ProblemState.SNOOZED), 10).problems()).isEmpty();
		assertThat(at(tomorrow).of(SCHOOL, query(ProblemState.OPEN), 10).problems()).hasSize(1);
		assertThat(at(tomorrow).seen(SCHOOL, id, "aizhan").state()).isEqualTo(ProblemState.SEEN);
	}

	@Test
	void aProblemRestsInTheFutureAndNotForLong() throws DecisionRefused {
		String id = reported("u-1");
		Instant longest = NOON.plus(Problems.LONGEST_SNOOZE);
		refused(DecisionRefused.Reason.INCOMPLETE, () -> at(NOON).snooze(SCHOOL, id, "it", null, NOON));
		refused(DecisionRefused.Reason.INCOMPLETE,
				() -> at(NOON).snooze(SCHOOL, id, "it", null, longest.plusMillis(1)));
		assertThat(at(NOON).snooze(SCHOOL, id, "it", null, longest).snoozedUntil()).isEqualTo(longest);
	}

	@Test
	void nothingIsResolvedWithoutAReason() {
		String id = reported("u-1");
		refused(DecisionRefused.Reason.INCOMPLETE, () -> at(NOON).resolve(SCHOOL, id, "it", " \u0000\n "));
		refused(DecisionRefused.Reason.INCOMPLETE, () -> at(NOON).resolve(SCHOOL, id, "it", "a".repeat(1001)));
		assertThat(problem().state()).isEqualTo(ProblemState.OPEN);
	}

	@Test
	void whatMakesNoSenseIsRefusedAndChangesNothing() throws DecisionRefused {
		String id = reported("u-1");
		refused(DecisionRefused.Reason.NOT_NOW, () -> at(NOON).reopen(SCHOOL, id, "it", null));
		at(NOON).resolve(SCHOOL, id, "it", "Known");
		refused(DecisionRefused.Reason.NOT_NOW, () -> at(NOON).acknowledge(SCHOOL, id, "it", null));
		refused(DecisionRefused.Reason.UNKNOWN, () -> at(NOON).acknowledge(SCHOOL, "no-such", "it", null));
		refused(DecisionRefused.Reason.UNKNOWN, () -> at(NOON).acknowledge(new SchoolId("school-2"), id, "it", null));
		assertThat(history()).containsExactly("1 OPENED run-1", "1 RESOLVED it: Known");
		assertThat(at(NOON).find(new SchoolId("school-2"), id)).isEmpty();
		assertThat(at(NOON).history(new SchoolId("school-2"), id)).isEmpty();
	}

	@Test
	void aPersonOpensAgainWhatWasResolved() throws DecisionRefused {
		String id = reported("u-1");
		at(MORNING).resolve(SCHOOL, id, "it", "Known");
		StoredProblem again = at(NOON).reopen(SCHOOL, id, "deputy", "It is not");
		assertThat(again.state()).isEqualTo(ProblemState.OPEN);
		assertThat(again.opening()).isEqualTo(2);
		assertThat(again.openedAt()).isEqualTo(NOON);
		assertThat(again.decidedBy()).isNull();
		assertThat(history()).last().isEqualTo("2 REOPENED deputy: It is not");
		at(NOON).report(SCHOOL, "run-2", notLinked("u-1"));
		assertThat(problem().opening()).isEqualTo(2);
	}

	@Test
	void moreLinesAndANearerDeadlineAreToldOncePerChange() {
		reported("u-1");
		at(MORNING).report(SCHOOL, "run-2", notLinked("u-1"));
		assertThat(history()).containsExactly("1 OPENED run-1");
		at(MORNING).report(SCHOOL, "run-2", notLinked("u-2"));
		at(MORNING).report(SCHOOL, "run-2", notLinked("u-3"));
		assertThat(history()).containsExactly("1 OPENED run-1", "1 WORSENED run-2");
		at(MORNING).report(SCHOOL, "run-3", notLinkedUntil(NOON, "u-1", "u-2", "u-3"));
		assertThat(history()).containsExactly("1 OPENED run-1", "1 WORSENED run-2", "1 WORSENED run-3");
		at(MORNING).report(SCHOOL, "run-1", notLinkedUntil(NOON.plusSeconds(1), "u-1", "u-2", "u-3"));
		assertThat(history()).hasSize(3);
		at(MORNING).report(SCHOOL, "run-2", notLinkedUntil(NOON.minusSeconds(1), "u-1"));
		assertThat(history()).hasSize(4);
	}

	@Test
	void aRunOverFewerDaysMakesNoNewsForTheNextOverAll() {
		reported("u-1", "u-2", "u-3");
		at(MORNING).report(SCHOOL, "run-2", notLinked("u-2"));
		assertThat(problem().lines()).containsExactly(Problem.Line.of("u-2"));
		at(MORNING).report(SCHOOL, "run-3", notLinked("u-1", "u-2", "u-3"));
		assertThat(problem().lines()).hasSize(3);
		assertThat(history()).containsExactly("1 OPENED run-1");
	}

	@Test
	void whatTheRunThatOpensItGoesOnToFindIsNoNewsOfItsOwn() {
		reported("u-1");
		at(MORNING).report(SCHOOL, "run-1", notLinkedUntil(NOON, "u-2"));
		at(MORNING).report(SCHOOL, "run-1", notLinked("u-3"));
		assertThat(history()).containsExactly("1 OPENED run-1");
		assertThat(problem().deadline()).isEqualTo(NOON);
		assertThat(problem().lines()).hasSize(3);
	}

	@Test
	void eventsAreReadOnAndOnWithoutAGap() throws DecisionRefused {
		String id = reported("u-1");
		at(MORNING).report(SCHOOL, "run-1", SampleProblems.unavailable("503"));
		at(MORNING).report(new SchoolId("school-2"), "run-1", notLinked("u-1"));
		at(NOON).acknowledge(SCHOOL, id, "it", null);
		at(NOON).closeUnseen(SCHOOL, "run-2", CloseScope.wholeSchool());
		List<ProblemEvent> all = at(NOON).eventsAfter(SCHOOL, 0, 100);
		assertThat(all).extracting(ProblemEvent::seq).containsExactly(1L, 2L, 3L, 4L, 5L);
		assertThat(all).extracting(ProblemEvent::kind)
			.containsExactly(ProblemEventKind.OPENED, ProblemEventKind.OPENED, ProblemEventKind.ACKNOWLEDGED,
					ProblemEventKind.CLOSED, ProblemEventKind.CLOSED);
		assertThat(at(NOON).eventsAfter(SCHOOL, 0, 2)).isEqualTo(all.subList(0, 2));
		assertThat(at(NOON).eventsAfter(SCHOOL, 2, 2)).isEqualTo(all.subList(2, 4));
		assertThat(at(NOON).eventsAfter(SCHOOL, 5, 2)).isEmpty();
		assertThat(at(NOON).eventsAfter(new SchoolId("school-2"), 0, 2)).hasSize(1);
		assertThat(at(NOON).eventsAfter(new SchoolId("school-3"), 0, 2)).isEmpty();
	}

	@Test
	void problemsAreFoundByWhatIsAskedOfThem() throws DecisionRefused {
		String id = reported("u-1");
		at(NOON).report(SCHOOL, "run-1", SampleProblems.unavailable("503"));
		assertThat(found(new ProblemQuery(null, null, null, null))).containsExactly("classroom", "c-1");
		assertThat(found(new ProblemQuery(null, null, null, SEVEN_A))).containsExactly("c-1");
		assertThat(found(new ProblemQuery(null, Owner.TEACHER, null, null))).isEmpty();
		assertThat(found(new ProblemQuery(null, Owner.IT_STAFF, ProblemCode.CLASSROOM_UNAVAILABLE, null)))
			.containsExactly("classroom");
		at(NOON).resolve(SCHOOL, id, "it", "Known");
		assertThat(found(query(ProblemState.RESOLVED))).containsExactly("c-1");
		assertThat(found(query(ProblemState.OPEN))).containsExactly("classroom");
		assertThat(found(query(ProblemState.CLOSED))).isEmpty();
		ProblemPage page = at(NOON).of(SCHOOL, new ProblemQuery(null, null, null, null), 1);
		assertThat(page.problems()).extracting(StoredProblem::subject).containsExactly("classroom");
		assertThat(page.leftOut()).isEqualTo(1);
	}

	@Test
	void whatIsTheMatterWithASubjectNowTakesThePlaceOfWhatWas() {
		Problem dates = file(ProblemCode.REPORT_DATES_AMBIGUOUS);
		Problem rows = file(ProblemCode.REPORT_ROW_UNUSABLE);
		at(MORNING).replace(SCHOOL, Problems.NO_RUN + "1", "report:1", List.of(dates));
		at(MORNING).replace(SCHOOL, Problems.NO_RUN + "1", "report:1", List.of(rows));
		at(MORNING).replace(SCHOOL, Problems.NO_RUN + "1", "report:1", List.of(rows));
		assertThat(at(MORNING).open(SCHOOL)).extracting(StoredProblem::code)
			.containsExactly(ProblemCode.REPORT_ROW_UNUSABLE);
		assertThat(at(MORNING).eventsAfter(SCHOOL, 0, 10)).extracting(ProblemEvent::kind)
			.containsExactly(ProblemEventKind.OPENED, ProblemEventKind.OPENED, ProblemEventKind.CLOSED);
		at(MORNING).replace(SCHOOL, Problems.NO_RUN + "2", "report:1", List.of());
		assertThat(at(MORNING).open(SCHOOL)).isEmpty();
	}

	@Test
	void thousandsOfProblemsComeInOneReport() {
		List<Problem> many = IntStream.range(0, 1200).mapToObj((i) -> notLinked("c-" + i, SEVEN_A, "u-1")).toList();
		at(MORNING).report(SCHOOL, "run-1", many);
		at(MORNING).report(SCHOOL, "run-2", many);
		assertThat(at(MORNING).open(SCHOOL)).hasSize(1200)
			.allMatch((problem) -> problem.lastRun().equals("run-2") && problem.lines().size() == 1);
		assertThat(at(MORNING).eventsAfter(SCHOOL, 0, 10_000)).hasSize(1200);
		assertThat(at(MORNING).closeUnseen(SCHOOL, "run-3", CloseScope.wholeSchool())).isEqualTo(1200);
	}

	private String reported(String... users) {
		at(MORNING).report(SCHOOL, "run-1", notLinked(users));
		return problem().id();
	}

	private void say(ProblemState said, String id) throws DecisionRefused {
		Problems problems = at(MORNING);
		switch (said) {
			case SEEN -> problems.seen(SCHOOL, id, "aizhan");
			case ACKNOWLEDGED -> problems.acknowledge(SCHOOL, id, "aizhan", null);
			case SNOOZED -> problems.snooze(SCHOOL, id, "aizhan", null, MORNING.plus(Duration.ofDays(3)));
			case RESOLVED -> problems.resolve(SCHOOL, id, "aizhan", "Known");
			case OPEN, CLOSED -> assertThat(problem().state()).isEqualTo(said);
		}
	}

	/** The only problem of the course, in whatever state. */
	private StoredProblem problem() {
		return problemAt(NOON);
	}

	private StoredProblem problemAt(Instant instant) {
		String id = this.database.jdbc().sql("select id from problem").query(String.class).single();
		return at(instant).find(SCHOOL, id).orElseThrow();
	}

	private List<String> history() {
		return at(NOON).history(SCHOOL, problem().id())
			.stream()
			.map((event) -> event.opening() + " " + event.kind() + " " + ((event.run() != null) ? event.run() : "")
					+ ((event.by() != null) ? event.by() : "")
					+ ((event.reason() != null) ? ": " + event.reason() : ""))
			.toList();
	}

	private List<String> found(ProblemQuery query) {
		return at(NOON).of(SCHOOL, query, 10).problems().stream().map(StoredProblem::subject).toList();
	}

	private static ProblemQuery query(ProblemState state) {
		return new ProblemQuery(state, null, null, null);
	}

	private Problems at(Instant instant) {
		return SampleProblems.at(this.database, instant);
	}

	private static Problem unlinkedCourse(String answer, String course) {
		return new Problem(ProblemCode.COURSE_UNREADABLE, "course:1", SEVEN_A, null, null,
				Map.of("answer", answer, "course", course), List.of(Problem.Line.of("course 1")));
	}

	private static Problem file(ProblemCode code) {
		return new Problem(code, "report:1", null, null, null, Map.of("file", "r.csv"), List.of());
	}

	private static void refused(DecisionRefused.Reason reason, Deed deed) {
		assertThatExceptionOfType(DecisionRefused.class).isThrownBy(deed::run)
			.satisfies((refused) -> assertThat(refused.reason()).isEqualTo(reason));
	}

	private interface Deed {

		void run() throws DecisionRefused;

	}

}
