package kz.kopir.flow;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import kz.kopir.flow.WantedMarks.Place;
import kz.kopir.audit.Audit;
import kz.kopir.audit.AuditAction;
import kz.kopir.audit.AuditEntry;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.Problems;
import kz.kopir.problem.StoredProblem;
import kz.kopir.run.BalanceRow;
import kz.kopir.run.Run;
import kz.kopir.run.RunState;
import kz.kopir.sync.PlanSummary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What is written, and what waits for a person first.
 */
class PlansTest {

	private static final ObjectMapper JSON = new ObjectMapper();

	private final GatewayHouse house = GatewayHouse.shared();

	private final HttpClient http = HttpClient.newHttpClient();

	@BeforeEach
	void newTerm() {
		this.house.newTerm();
	}

	@Test
	void aDryRunOverHttpStoresThePlanAndWritesNothing() throws Exception {
		JsonNode started = call("POST", "/actuator/runs",
				"{\"school\": \"rehearsal\", \"dryRun\": true, \"from\": \"2026-11-09\", \"to\": \"2026-11-13\"}", 202);
		Run run = this.house.await(started.get("id").asText());

		assertThat(run.state()).isEqualTo(RunState.FINISHED);
		assertThat(this.house.journal().writes()).isZero();
		assertThat(this.house.delivered(run)).isZero();
		JsonNode shown = call("GET", "/actuator/runs/" + run.id(), null, 200);
		assertThat(shown.get("balanced").asBoolean()).isTrue();
		assertThat(shown.get("plans")).isNotEmpty();
		for (PlanSummary plan : this.house.plans().ofRun(run.id())) {
			assertThat(plan.state()).isEqualTo("dry");
			assertThat(this.house.plans().changes(plan.id())).hasSize(plan.changes());
		}
	}

	@Test
	void aRunOverSomeDaysDeliversOnlyTheseAndALaterOneTheRest() throws Exception {
		JsonNode started = call("POST", "/actuator/runs",
				"{\"school\": \"rehearsal\", \"from\": \"2026-11-09\", \"to\": \"2026-11-13\"}", 202);
		Run some = this.house.await(started.get("id").asText());

		assertThat(some.state()).isEqualTo(RunState.FINISHED);
		Map<Place, Integer> wanted = this.house.wanted();
		this.house.journal().holdsNothingWrong(wanted);
		assertThat(this.house.journal().carriedMarks().size()).isBetween(1, wanted.size() - 1);

		Run rest = this.house.run();
		assertThat(rest.state()).isEqualTo(RunState.FINISHED);
		this.house.journal().holdsExactly(wanted);

		Run again = this.house.await(call("POST", "/actuator/runs",
				"{\"school\": \"rehearsal\", \"from\": \"2026-11-09\", \"to\": \"2026-11-13\"}", 202)
			.get("id")
			.asText());
		assertThat(this.house.delivered(again)).isZero();
		assertThat(this.house.problems(ProblemCode.WITHDRAWN_AT_SOURCE)).isEmpty();
	}

	@Test
	void whereEveryPlanWaitsExactlyTheApprovedOneIsExecuted() throws Exception {
		Run waiting = this.house.run(GatewayHouse.CAREFUL_SCHOOL);
		assertThat(waiting.state()).isEqualTo(RunState.FINISHED);
		assertThat(this.house.journal().writes()).isZero();
		assertThat(this.house.bean(Problems.class).open(GatewayHouse.CAREFUL_SCHOOL)).extracting(StoredProblem::code)
			.contains(ProblemCode.PLAN_AWAITS_APPROVAL);

		JsonNode plans = call("GET", "/actuator/plans", null, 200).get("plans");
		assertThat(plans.size()).isGreaterThan(1);
		String id = plans.get(0).get("id").asText();
		call("POST", "/actuator/plans/" + id, "{\"hash\": \"0000\", \"reason\": \"seen\"}", 409);
		String run = call("POST", "/actuator/plans/" + id,
				"{\"hash\": \"" + plans.get(0).get("hash").asText() + "\", \"reason\": \"seen\"}", 200)
			.get("executedBy")
			.asText();
		PlanSummary approved = this.house.plans().find(id).orElseThrow();
		assertThat(approved.decidedBy()).isEqualTo(GatewayHouse.USER);
		assertThat(this.house.bean(Audit.class).before(GatewayHouse.CAREFUL_SCHOOL, Long.MAX_VALUE, 2))
			.extracting(AuditEntry::who, AuditEntry::action, AuditEntry::object, AuditEntry::reason)
			.containsExactly(
					tuple(GatewayHouse.USER, AuditAction.RUN_STARTED, "run:" + run + " flow:classroom", "seen"),
					tuple(GatewayHouse.USER, AuditAction.PLAN_APPROVED, "plan:" + id + " hash:" + approved.hash(),
							"seen"));

		Run executing = this.house.await(run);

		assertThat(this.house.delivered(executing)).isEqualTo(approved.changes());
		assertThat(this.house.journal().works().values())
			.allMatch((work) -> String.valueOf(work.groupId()).equals(approved.classGroup()));
		this.house.journal().holdsNothingWrong(this.house.wanted());
		List<PlanSummary> executed = this.house.plans()
			.ofRun(executing.id())
			.stream()
			.filter((plan) -> plan.classGroup().equals(approved.classGroup()))
			.toList();
		assertThat(executed).singleElement().satisfies((plan) -> {
			assertThat(plan.hash()).isEqualTo(approved.hash());
			assertThat(plan.state()).isEqualTo("done");
		});
	}

	@Test
	void anApprovalDoesNotCountForWhatChangedSince() throws Exception {
		this.house.run(GatewayHouse.CAREFUL_SCHOOL);
		for (PlanSummary plan : this.house.plans().waiting()) {
			this.house.plans().approve(plan.id(), plan.hash(), "deputy", "looked through");
		}
		this.house.rehearsal().world().regradeShare(1, 3);

		Run run = this.house.run(GatewayHouse.CAREFUL_SCHOOL);

		assertThat(this.house.delivered(run)).isZero();
		assertThat(this.house.journal().writes()).isZero();
	}

	@Test
	void aMassRegradeWaitsForAPerson() throws Exception {
		this.house.run();
		Map<Place, String> before = this.house.journal().carriedMarks();
		this.house.rehearsal().world().regradeShare(0.9, 7);

		Run braked = this.house.run();

		assertThat(braked.state()).isEqualTo(RunState.FINISHED);
		assertThat(this.house.balance(braked)).allMatch(BalanceRow::comesOut);
		assertThat(this.house.journal().carriedMarks()).isEqualTo(before);
		assertThat(this.house.problems(ProblemCode.PLAN_BRAKED)).isNotEmpty();

		for (PlanSummary plan : this.house.plans().waiting()) {
			this.house.plans().approve(plan.id(), plan.hash(), "deputy", "looked through");
		}
		this.house.run();
		this.house.journal().holdsExactly(this.house.wanted());
		this.house.run();
		assertThat(this.house.problems(ProblemCode.PLAN_BRAKED)).isEmpty();
	}

	@Test
	void aSchoolThatSwitchedWritingOffGetsNothingButIsTold() {
		Run run = this.house.run(GatewayHouse.READING_SCHOOL);

		assertThat(run.state()).isEqualTo(RunState.FINISHED);
		assertThat(this.house.journal().writes()).isZero();
		assertThat(this.house.held(run)).isPositive();
		assertThat(this.house.bean(Problems.class).open(GatewayHouse.READING_SCHOOL)).extracting(StoredProblem::code)
			.contains(ProblemCode.WRITING_SWITCHED_OFF);
	}

	private JsonNode call(String method, String path, String body, int status)
			throws IOException, InterruptedException {
		String basic = Base64.getEncoder()
			.encodeToString((GatewayHouse.USER + ":" + GatewayHouse.PASSWORD).getBytes(StandardCharsets.UTF_8));
		HttpResponse<String> response = this.http.send(HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + this.house.port() + path))
			.header("Authorization", "Basic " + basic)
			.header("Content-Type", "application/json")
			.method(method,
					(body != null) ? HttpRequest.BodyPublishers.ofString(body) : HttpRequest.BodyPublishers.noBody())
			.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		return JSON.readTree(response.body());
	}

}
