package kz.kopir.flow;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.StoredProblem;
import kz.kopir.rehearsal.google.ClassroomSettings;
import kz.kopir.rehearsal.http.Effect;
import kz.kopir.rehearsal.http.Fault;
import kz.kopir.rehearsal.http.FaultScript;
import kz.kopir.rehearsal.kundelik.KundelikSettings;
import kz.kopir.run.BalanceRow;
import kz.kopir.run.Run;
import kz.kopir.run.RunState;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever an outside system does: no mark is wrong or double, what is missing is told,
 * and the next run completes it.
 */
class FaultsTest {

	private static final List<String> OUTAGES = List.of("CLASSROOM_UNAVAILABLE", "JOURNAL_UNAVAILABLE");

	private static final Set<ProblemCode> OF_AN_OUTAGE_WHILE_WRITING = Set.of(ProblemCode.JOURNAL_UNAVAILABLE,
			ProblemCode.DELIVERY_UNSETTLED);

	private static final String JSON = "application/json";

	/** Longer than the gateway waits for an answer. */
	private static final Duration TOO_LONG = Duration.ofSeconds(5);

	private final GatewayHouse house = GatewayHouse.shared();

	@BeforeEach
	void newTerm() {
		this.house.newTerm();
	}

	@Test
	void classroomsPassingFaultsCostNothingButTime() {
		FaultScript script = this.house.rehearsal().classroomFaults();
		strikeOneEach(script, "GET", "/v1/courses/[0-9]+/.*", 3, passingFaults());

		Run run = this.house.run();

		assertCompleteInOneRun(run, script);
	}

	@Test
	void kundeliksPassingFaultsOfReadingCostNothingButTime() {
		FaultScript script = this.house.rehearsal().kundelikFaults();
		strikeOneEach(script, "GET", "/v2/edu-groups/[0-9]+/.*", 1, passingFaults());
		script.add(Fault.next("POST", "/v2/edu-groups/students", 2, Effect.maintenance()));

		Run run = this.house.run();

		assertCompleteInOneRun(run, script);
	}

	@Test
	void bothSignInsSurviveAFaultOfTheirEndpoint() {
		this.house.rehearsal().classroomFaults().add(Fault.next("POST", "/token", 1, Effect.serverError()));
		this.house.rehearsal().kundelikFaults().add(Fault.next("POST", "/v2/authorizations", 2, Effect.maintenance()));

		Run run = this.house.run();

		assertCompleteInOneRun(run, this.house.rehearsal().kundelikFaults());
	}

	@Test
	void aWriteInDoubtIsSettledByReadingAndNeverDoubled() {
		FaultScript script = this.house.rehearsal().kundelikFaults();
		strikeOneEach(script, "POST", "/v2/works", 3, doubtfulFaults());
		strikeOneEach(script, "POST", "/v2/persons/[0-9]+/works/[0-9]+/mark", 9, doubtfulFaults());

		Run first = this.house.run();

		assertThat(script.remaining()).isZero();
		assertThat(this.house.balance(first)).allMatch(BalanceRow::comesOut);
		this.house.journal().holdsNothingWrong(this.house.wanted());

		Run second = this.house.run();

		assertThat(second.state()).isEqualTo(RunState.FINISHED);
		this.house.journal().holdsExactly(this.house.wanted());
		assertNoTroubleLeft();
	}

	@Test
	void anOutageOfKundelikIsOneProblemThatClosesItself() {
		this.house.rehearsal().kundelik().change((switches) -> switches.withMaintenance(true));
		Run outage = this.house.run();

		assertThat(outage.state()).isEqualTo(RunState.FAILED);
		assertThat(this.house.problems()).extracting(StoredProblem::code)
			.containsExactly(ProblemCode.JOURNAL_UNAVAILABLE);

		this.house.rehearsal().kundelik().change((switches) -> switches.withMaintenance(false));
		assertHealed();
	}

	@Test
	void anOutageOfClassroomInTheMiddleOfARunIsOneProblemThatClosesItself() {
		this.house.rehearsal()
			.classroomFaults()
			.add(new Fault("GET", Pattern.compile("/v1/courses/.*"), 40, 100_000, Effect.maintenance()));
		Run outage = this.house.run();

		assertThat(outage.state()).isEqualTo(RunState.RED);
		this.house.journal().holdsNothingWrong(this.house.wanted());
		assertThat(this.house.problems(ProblemCode.CLASSROOM_UNAVAILABLE)).hasSize(1);
		// only those whose own attempts opened the breaker are told by themselves
		assertThat(this.house.problems(ProblemCode.COURSE_UNREADABLE)).hasSizeLessThanOrEqualTo(4);

		this.house.rehearsal().classroomFaults().clear();
		assertHealed();
	}

	@Test
	void anOutageOfKundelikWhileWritingLeavesTheRestForTheNextRun() {
		this.house.rehearsal()
			.kundelikFaults()
			.add(new Fault("*", Pattern.compile("/v2/(works|persons).*"), 100, 100_000, Effect.serverError()));
		Run outage = this.house.run();

		assertThat(this.house.balance(outage)).allMatch(BalanceRow::comesOut);
		this.house.journal().holdsNothingWrong(this.house.wanted());
		assertThat(this.house.problems(ProblemCode.JOURNAL_UNAVAILABLE)).as("what could not be sent waits together")
			.singleElement()
			.satisfies((problem) -> {
				assertThat(problem.subject()).isEqualTo("system:JOURNAL");
				assertThat(problem.classGroup()).isNull();
			});
		assertThat(this.house.problems(ProblemCode.DELIVERY_UNSETTLED)).extracting(StoredProblem::classGroup)
			.doesNotContainNull()
			.doesNotHaveDuplicates();
		List<String> others = subjects(this.house.problems()
			.stream()
			.filter((problem) -> !OF_AN_OUTAGE_WHILE_WRITING.contains(problem.code()))
			.toList());

		this.house.rehearsal().kundelikFaults().clear();
		assertHealed();
		assertThat(subjects(this.house.problems())).as("all else would have been told without the outage, too")
			.containsAll(others);
	}

	@Test
	void tokensThatEndInTheMiddleOfARunAreRenewed() {
		this.house.newTerm(ClassroomSettings.defaults().withTokenLifetime(Duration.ofMillis(700)),
				KundelikSettings.defaults()
					.withCredentials(
							KundelikSettings.Credentials.defaults().withAccessTokenLifetime(Duration.ofMillis(700))));
		Run run = this.house.run();

		assertThat(run.state()).isEqualTo(RunState.FINISHED);
		this.house.run();
		this.house.journal().holdsExactly(this.house.wanted());
		assertThat(this.house.rehearsal().classroom().counts().of("POST /token")).isGreaterThan(1);
		assertThat(this.house.rehearsal().kundelik().counts().of("POST /v2/authorizations")).isGreaterThan(1);
	}

	private static List<String> subjects(List<StoredProblem> problems) {
		return problems.stream().map((problem) -> problem.code() + " " + problem.subject()).toList();
	}

	/** Faults of reading that are gone when the call is repeated. */
	private static List<Effect> passingFaults() {
		String httpDate = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(1));
		String iso = OffsetDateTime.now(ZoneOffset.UTC).plusSeconds(1).toString();
		return List.of(tooMany("0"), tooMany("1"), tooMany(httpDate), tooMany(iso), tooMany(null), tooMany("soon"),
				Effect.serverError(), Effect.maintenance(), Effect.answer(200, "text/html", "<html>hello</html>", null),
				Effect.reset(), Effect.hang(TOO_LONG), Effect.truncated(),
				Effect.answer(200, JSON, "{\"courseWork\": [", null), Effect.answer(200, JSON, "", null),
				Effect.answer(200, JSON, "17", null));
	}

	/** Faults of writing after which nobody knows what became of it, and some others. */
	private static List<Effect> doubtfulFaults() {
		return List.of(tooMany("0"), tooMany(null), Effect.maintenance(), Effect.serverError(),
				Effect.answer(200, "text/html", "<html>hello</html>", null), Effect.answer(200, JSON, "{\"id\":", null),
				Effect.answer(200, JSON, "", null), Effect.reset(), Effect.truncated(),
				Effect.acceptedThenTimeout(TOO_LONG), Effect.hang(TOO_LONG));
	}

	private static Effect tooMany(String retryAfter) {
		return Effect.answer(429, JSON, "{\"type\":\"requestLimit\",\"description\":\"slow down\"}", retryAfter);
	}

	/** Between two faults the given number of calls goes well; a repeated call is one. */
	private static void strikeOneEach(FaultScript script, String method, String path, int well, List<Effect> effects) {
		for (int i = 0; i < effects.size(); i++) {
			script.add(Fault.after(method, path, well * (i + 1), effects.get(i)));
		}
	}

	private void assertCompleteInOneRun(Run run, FaultScript script) {
		assertThat(script.remaining()).isZero();
		assertThat(run.state()).isEqualTo(RunState.FINISHED);
		this.house.journal().holdsExactly(this.house.wanted());
		assertNoTroubleLeft();
	}

	/**
	 * A run in the pause of the breaker still fails; the first one after it heals all.
	 */
	private void assertHealed() {
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
			Run next = this.house.run();
			if (next.state() != RunState.FINISHED) {
				assertThat(next.failureCode()).as("the breaker's pause is the only reason left").isIn(OUTAGES);
			}
			return next.state() == RunState.FINISHED;
		});
		this.house.journal().holdsExactly(this.house.wanted());
		assertNoTroubleLeft();
	}

	private void assertNoTroubleLeft() {
		assertThat(this.house.problems()).extracting(StoredProblem::code)
			.doesNotContain(ProblemCode.CLASSROOM_UNAVAILABLE, ProblemCode.JOURNAL_UNAVAILABLE,
					ProblemCode.COURSE_UNREADABLE, ProblemCode.JOURNAL_UNREADABLE, ProblemCode.DELIVERY_UNSETTLED,
					ProblemCode.WORK_NOT_IN_JOURNAL, ProblemCode.READ_BACK_DIFFERS, ProblemCode.RUN_FAILED);
	}

}
