package kz.kopir.manage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import kz.kopir.manage.ManagementHouse.DeskOfPlans;
import kz.kopir.manage.ManagementHouse.WrittenDownRuns;
import kz.kopir.problem.Problem;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.Problems;
import kz.kopir.school.ClassGroupId;
import kz.kopir.run.BalanceRow;
import kz.kopir.run.RunRequest;
import kz.kopir.run.RunState;
import java.time.Instant;
import kz.kopir.run.RunStore;
import kz.kopir.run.RunTriggerKind;
import kz.kopir.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@OnManagementHouse
class ManagementTest {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final String IT = basic("kopir", "right-password");

	/** Wrong passwords from one address are limited. */
	private static final AtomicInteger ADDRESSES = new AtomicInteger();

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Autowired
	private TestDatabase database;

	@Autowired
	private WrittenDownRuns trigger;

	@Autowired
	private DeskOfPlans plans;

	@Autowired
	private RunStore runs;

	@Autowired
	private Problems problems;

	@BeforeEach
	void empty() {
		this.database.empty();
		this.trigger.requests.clear();
		this.plans.plans.clear();
	}

	@ParameterizedTest
	@CsvSource({ "GET, /actuator", "GET, /actuator/info", "GET, /actuator/metrics", "GET, /actuator/runs",
			"GET, /actuator/runs/run-1", "POST, /actuator/runs", "GET, /actuator/plans", "GET, /actuator/plans/plan-1",
			"POST, /actuator/plans/plan-1", "GET, /actuator/env", "GET, /", "GET, /anything" })
	void whoHasNotSignedInGetsNothing(String method, String path) throws Exception {
		assertThat(send(method, path, null, "{}").statusCode()).isEqualTo(401);
		assertThat(send(method, path, basic("careless", "wrong"), "{}").statusCode()).isEqualTo(401);
		assertThat(send(method, path, basic("somebody", "right-password"), "{}").statusCode()).isEqualTo(401);
		assertThat(this.trigger.requests).isEmpty();
	}

	@Test
	void aForeignPageCanPostNothingOutsideTheEndpoints() throws Exception {
		assertThat(send("POST", "/anything", IT, "{}").statusCode()).isEqualTo(403);
		assertThat(send("POST", "/anything", null, "{}").statusCode()).isEqualTo(403);
	}

	@Test
	void everybodyMaySeeWhetherTheGatewayIsWellButNotTheDetails() throws Exception {
		JsonNode health = json(send("GET", "/actuator/health", null, null), 200);
		assertThat(health.get("status").asText()).isEqualTo("UP");
		assertThat(health.has("components")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "env", "beans", "heapdump", "threaddump", "loggers", "configprops", "shutdown", "camel" })
	void whatIsNotNamedDoesNotExist(String endpoint) throws Exception {
		assertThat(send("GET", "/actuator/" + endpoint, IT, null).statusCode()).isEqualTo(403);
		assertThat(send("POST", "/actuator/" + endpoint, IT, "{}").statusCode()).isEqualTo(403);
	}

	@Test
	void aSignedInUserSeesTheListOfEndpoints() throws Exception {
		JsonNode links = json(send("GET", "/actuator", IT, null), 200).get("_links");
		assertThat(links.fieldNames()).toIterable().contains("runs", "plans", "health").doesNotContain("env", "camel");
	}

	@Test
	void aRunIsStartedInTheNameOfTheSignedInUser() throws Exception {
		JsonNode started = json(
				post("/actuator/runs", "{\"dryRun\": true, \"from\": \"2026-11-02\", \"to\": \"2026-11-20\"}"), 202);
		assertThat(started.get("id").asText()).isEqualTo("run-1");
		assertThat(started.get("where").asText()).isEqualTo("/actuator/runs/run-1");
		assertThat(this.trigger.requests).containsExactly(new RunRequest(ManagementHouse.SCHOOL, "classroom",
				RunTriggerKind.MANUAL, "kopir", true, LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 20)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "{\"school\": \"school-1\", \"flow\": \"classroom\", \"dryRun\": false}" })
	void whatIsNotSaidIsTheWholeClassroomFlowOfTheOnlySchool(String body) throws Exception {
		json(post("/actuator/runs", body), 202);
		assertThat(this.trigger.requests).containsExactly(
				new RunRequest(ManagementHouse.SCHOOL, "classroom", RunTriggerKind.MANUAL, "kopir", false, null, null));
	}

	@Test
	void aFlowThatRunsIsNotStartedTwice() throws Exception {
		json(post("/actuator/runs", "{}"), 202);
		assertRefusal(post("/actuator/runs", "{}"), 409, "runs for this school");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "[]", "\"classroom\"", "nonsense", "{\"flow\": {}}", "{\"dryRun\": [true]}",
			"{\"flow\": \"classroom\"", "<run/>" })
	void aBodyThatIsNoObjectOfPlainValuesIsRefused(String body) throws Exception {
		assertRefusal(post("/actuator/runs", body), 400, "not readable");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{\"dryRun\": \"yes\"} | dryRun", "{\"dryRun\": \"TRUE\"} | dryRun", "{\"dryRun\": 1} | dryRun",
					"{\"from\": \"20.11.2026\"} | from", "{\"to\": \"2026-11-31\"} | to",
					"{\"from\": \"2026-11-20\", \"to\": \"2026-11-02\"} | from, to",
					"{\"school\": \"no-such\"} | school", "{\"flow\": \"zoom\"} | flow" })
	void anArgumentThatIsNotUnderstoodIsNamed(String body, String argument) throws Exception {
		JsonNode refusal = assertRefusal(post("/actuator/runs", body), 400, "");
		assertThat(refusal.get("where").asText()).endsWith("argument " + argument);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "/actuator/runs | {\"dryrun\": true}", "/actuator/runs | {\"dry_run\": true}",
			"/actuator/runs?dryrun=true | {}", "/actuator/runs?dryrun=true | ''" })
	void aMisspeltDryRunDoesNotBecomeARealOne(String path, String body) throws Exception {
		JsonNode refusal = assertRefusal(post(path, body), 400, "not known");
		assertThat(refusal.get("do").asText()).contains("dryRun");
	}

	@Test
	void aFormOfAForeignPageStartsNothing() throws Exception {
		HttpRequest form = request("/actuator/runs").header("Authorization", IT)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("flow=classroom"))
			.build();
		assertThat(CLIENT.send(form, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(415);
		assertThat(this.trigger.requests).isEmpty();
	}

	@Test
	void aRunIsShownWithItsCountsBalancePlansAndProblems() throws Exception {
		json(post("/actuator/runs", "{}"), 202);
		this.runs.addCounts("run-1", Map.of("requests", 42L));
		this.runs.saveBalance("run-1", List.of(new BalanceRow("7a", "7 «А»", "formative", 0, 3, 1, 1, 1, 0)));
		this.runs.end("run-1", RunState.FINISHED, ManagementHouse.MORNING.plusSeconds(60), null);
		this.plans.plans.put("plan-1", DeskOfPlans.plan("plan-1", "waiting", null));
		this.problems.report(ManagementHouse.SCHOOL, "run-1", new Problem(ProblemCode.COURSE_NOT_LINKED, "c-1",
				new ClassGroupId("7a"), null, null, Map.of("course", "Алгебра"), List.of(Problem.Line.of("c-1"))));
		JsonNode details = json(send("GET", "/actuator/runs/run-1", IT, null), 200);
		assertThat(details.at("/run/state").asText()).isEqualTo("finished");
		assertThat(details.at("/run/startedAt").asText()).isEqualTo("2026-11-23T03:00:00Z");
		assertThat(details.at("/counts/requests").asLong()).isEqualTo(42);
		assertThat(details.at("/balance/0/classGroupName").asText()).isEqualTo("7 «А»");
		assertThat(details.at("/balanced").asBoolean()).isTrue();
		assertThat(details.at("/plans/0/hash").asText()).isEqualTo("hash-plan-1");
		assertThat(details.at("/problems/0/code").asText()).isEqualTo("COURSE_NOT_LINKED");
		assertThat(details.at("/problems/0/texts/kk").asText()).contains("«Алгебра»");
		assertThat(details.at("/problems/0/texts/ru").asText()).contains("Впишите курс");
		assertThat(details.at("/problems/0/texts/en").asText()).contains("table of courses");
		assertThat(details.at("/problems/0/lines/0/entryKey").asText()).isEqualTo("c-1");
		assertThat(json(send("GET", "/actuator/runs", IT, null), 200).at("/runs/0/id").asText()).isEqualTo("run-1");
	}

	@Test
	void aRunThatDoesNotExistIsNotFound() throws Exception {
		assertRefusal(send("GET", "/actuator/runs/nowhere", IT, null), 404, "no such run");
	}

	@Test
	void aWaitingPlanIsShownWithItsChangesAndApprovedByItsHash() throws Exception {
		post("/actuator/runs", "{\"from\": \"2026-11-02\", \"to\": \"2026-11-20\"}");
		this.runs.end("run-1", RunState.FINISHED, Instant.EPOCH, null);
		this.plans.plans.put("plan-1", DeskOfPlans.plan("plan-1", "waiting", null));
		assertThat(json(send("GET", "/actuator/plans", IT, null), 200).at("/plans/0/id").asText()).isEqualTo("plan-1");
		JsonNode plan = json(send("GET", "/actuator/plans/plan-1", IT, null), 200);
		assertThat(plan.at("/changes/0/to").asText()).isEqualTo("8");
		JsonNode approved = json(post("/actuator/plans/plan-1",
				"{\"hash\": \"" + plan.get("hash").asText() + "\", \"reason\": \"seen\"}"), 200);
		assertThat(approved.get("state").asText()).isEqualTo("approved");
		assertThat(approved.get("decidedBy").asText()).isEqualTo("kopir");
		assertThat(approved.get("executedBy").asText()).isEqualTo("run-2");
		assertThat(this.trigger.requests.get(1).from()).isEqualTo(LocalDate.of(2026, 11, 2));
		assertRefusal(post("/actuator/plans/plan-1", "{\"hash\": \"hash-plan-1\", \"reason\": \"seen\"}"), 409,
				"does not wait");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "plan-1 | {} | 400", "plan-1 | {\"hash\": \" \"} | 400",
					"plan-1 | {\"hash\": \"other\", \"reason\": \"r\"} | 409",
					"plan-9 | {\"hash\": \"hash-plan-1\", \"reason\": \"r\"} | 404",
					"plan-1 | {\"hash\": \"hash-plan-1\"} | 400",
					"plan-1 | {\"hash\": \"hash-plan-1\", \"force\": true} | 400" })
	void anApprovalOfSomethingElseDoesNotCount(String plan, String body, int status) throws Exception {
		this.plans.plans.put("plan-1", DeskOfPlans.plan("plan-1", "waiting", null));
		assertRefusal(post("/actuator/plans/" + plan, body), status, "");
		assertThat(this.plans.waiting()).hasSize(1);
	}

	private JsonNode assertRefusal(HttpResponse<String> response, int status, String what) throws IOException {
		JsonNode refusal = json(response, status);
		assertThat(refusal.fieldNames()).toIterable().containsExactly("what", "where", "do");
		assertThat(refusal.get("what").asText()).contains(what);
		assertThat(refusal.get("where").asText()).contains("/actuator/");
		assertThat(refusal.get("do").asText()).isNotBlank();
		return refusal;
	}

	private static JsonNode json(HttpResponse<String> response, int status) throws IOException {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		return JSON.readTree(response.body());
	}

	private HttpResponse<String> post(String path, String body) throws Exception {
		return send("POST", path, IT, body);
	}

	private HttpResponse<String> send(String method, String path, String authorization, String body) throws Exception {
		HttpRequest.Builder request = request(path).header("X-Forwarded-For",
				"10.1.0." + (ADDRESSES.incrementAndGet() % 250));
		if (authorization != null) {
			request.header("Authorization", authorization);
		}
		if (method.equals("POST")) {
			request.header("Content-Type", "application/json")
				.POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
		}
		return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path));
	}

	private static String basic(String user, String password) {
		return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

}
