package kz.kopir.manage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import kz.kopir.problem.CloseScope;
import kz.kopir.problem.Problem;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.Problems;
import kz.kopir.run.Run;
import kz.kopir.run.RunRequest;
import kz.kopir.run.RunStore;
import kz.kopir.run.RunTriggerKind;
import kz.kopir.school.ClassGroupId;
import kz.kopir.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A person sees the problems of a school and decides about them.
 */
@OnManagementHouse
class ProblemsOverHttpTest {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static final String IT = "Basic "
			+ Base64.getEncoder().encodeToString("kopir:right-password".getBytes(StandardCharsets.UTF_8));

	@LocalServerPort
	private int port;

	@Autowired
	private TestDatabase database;

	@Autowired
	private Problems problems;

	@Autowired
	private RunStore runs;

	private String id = "";

	@BeforeEach
	void oneProblem() {
		this.database.empty();
		for (String run : List.of("run-1", "run-2")) {
			this.runs.begin(Run.begun(run,
					new RunRequest(ManagementHouse.SCHOOL, "classroom", RunTriggerKind.MANUAL, "it", false, null, null),
					ManagementHouse.MORNING));
		}
		this.problems.report(ManagementHouse.SCHOOL, "run-1",
				new Problem(ProblemCode.PUPIL_NOT_LINKED, "course:1", new ClassGroupId("7a"), null, null,
						Map.of("course", "Алгебра"), List.of(Problem.Line.of("u-1"), Problem.Line.of("u-2"))));
		this.id = this.problems.open(ManagementHouse.SCHOOL).get(0).id();
	}

	@ParameterizedTest
	@CsvSource({ "GET, /problems/school-1", "GET, /problems/school-1/1", "POST, /problems/school-1/1/resolve" })
	void whoHasNotSignedInGetsNothing(String method, String path) throws Exception {
		assertThat(send(method, path, null, "{}").statusCode()).isEqualTo(401);
	}

	@Test
	void theListShowsWhatWaitsAndCountsTheLines() throws Exception {
		JsonNode list = json(get("/problems/school-1"), 200);
		assertThat(list.get("leftOut").asInt()).isZero();
		JsonNode problem = list.at("/problems/0");
		assertThat(problem.get("id").asText()).isEqualTo(this.id);
		assertThat(problem.get("code").asText()).isEqualTo("PUPIL_NOT_LINKED");
		assertThat(problem.get("owner").asText()).isEqualTo("it_staff");
		assertThat(problem.get("urgency").asText()).isEqualTo("at_deadline");
		assertThat(problem.get("state").asText()).isEqualTo("open");
		assertThat(problem.get("lines").asInt()).isEqualTo(2);
		assertThat(problem.at("/texts/kk").asText()).contains("2 қатысушы");
	}

	@ParameterizedTest
	@CsvSource({ "state=open, 1", "state=resolved, 0", "owner=it_staff, 1", "owner=teacher, 0",
			"code=PUPIL_NOT_LINKED, 1", "code=NO_LESSON, 0", "classGroup=7a, 1", "classGroup=7b, 0",
			"state=open&owner=it_staff&code=PUPIL_NOT_LINKED&classGroup=7a, 1" })
	void theListIsNarrowedDown(String query, int found) throws Exception {
		assertThat(json(get("/problems/school-1?" + query), 200).get("problems")).hasSize(found);
	}

	@Test
	void aDecisionIsTakenInTheNameOfTheSignedInUserAndStandsInTheHistory() throws Exception {
		JsonNode taken = json(decide("acknowledge", "{\"reason\": \"I ask the teacher\"}"), 200);
		assertThat(taken.at("/problem/state").asText()).isEqualTo("acknowledged");
		assertThat(taken.at("/problem/decidedBy").asText()).isEqualTo("kopir");
		assertThat(taken.at("/problem/lines/1/entryKey").asText()).isEqualTo("u-2");
		json(decide("resolve", "{\"reason\": \"They left\"}"), 200);
		json(decide("reopen", "{}"), 200);
		JsonNode shown = json(get("/problems/school-1/" + this.id), 200);
		assertThat(shown.at("/problem/opening").asInt()).isEqualTo(2);
		assertThat(shown.get("history").findValuesAsText("event")).containsExactly("opened", "acknowledged", "resolved",
				"reopened");
		assertThat(shown.at("/history/0/run").asText()).isEqualTo("run-1");
		assertThat(shown.at("/history/2/by").asText()).isEqualTo("kopir");
		assertThat(shown.at("/history/2/reason").asText()).isEqualTo("They left");
	}

	@Test
	void aProblemRestsUntilADayOfTheSchoolOrAMoment() throws Exception {
		ZoneId almaty = ZoneId.of("Asia/Almaty");
		LocalDate day = LocalDate.now(almaty).plusDays(3);
		JsonNode rests = json(decide("snooze", "{\"until\": \"" + day + "\"}"), 200);
		assertThat(rests.at("/problem/state").asText()).isEqualTo("snoozed");
		assertThat(Instant.parse(rests.at("/problem/snoozedUntil").asText()))
			.isEqualTo(day.atStartOfDay(almaty).toInstant());
		Instant moment = Instant.now().plus(5, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
		JsonNode longer = json(decide("snooze", "{\"until\": \"" + moment.atZone(almaty).toOffsetDateTime() + "\"}"),
				200);
		assertThat(Instant.parse(longer.at("/problem/snoozedUntil").asText())).isEqualTo(moment);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "resolve | {} | 400 | Without a reason", "snooze | {} | 400 | until when",
					"snooze | {\"until\": \"tomorrow\"} | 400 | until when",
					"snooze | {\"until\": \"2020-01-01\"} | 400 | in the future",
					"snooze | {\"until\": \"9999-12-31\"} | 400 | 30 days",
					"snooze | {\"until\": \"2026-13-01T99\"} | 400 | until when", "reopen | {} | 409 | It is open",
					"forget | {} | 400 | not known", "resolve | nonsense | 400 | not readable" })
	void whatIsNotADecisionIsRefusedWithTheReason(String decision, String body, int status, String what)
			throws Exception {
		assertRefusal(decide(decision, body), status, what);
		assertThat(this.problems.history(ManagementHouse.SCHOOL, this.id)).hasSize(1);
	}

	@Test
	void whatIsClosedTakesNoDecision() throws Exception {
		this.problems.closeUnseen(ManagementHouse.SCHOOL, "run-2", CloseScope.wholeSchool());
		assertRefusal(decide("acknowledge", "{}"), 409, "Its cause is gone");
		assertThat(json(get("/problems/school-1"), 200).get("problems")).isEmpty();
		assertThat(json(get("/problems/school-1?state=closed"), 200).get("problems")).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "/problems/school-1/no-such, 404", "/problems/no-such, 400", "/problems/school-1?state=away, 400",
			"/problems/school-1?owner=me, 400", "/problems/school-1?code=OOPS, 400" })
	void whatDoesNotExistIsSaidSo(String path, int status) throws Exception {
		assertRefusal(get(path), status, "");
	}

	@Test
	void aFormOfAForeignPageDecidesNothing() throws Exception {
		HttpRequest form = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/problems/school-1/" + this.id + "/resolve"))
			.header("Authorization", IT)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("reason=none"))
			.build();
		assertThat(CLIENT.send(form, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(415);
	}

	private HttpResponse<String> decide(String decision, String body) throws Exception {
		return send("POST", "/problems/school-1/" + this.id + "/" + decision, IT, body);
	}

	private HttpResponse<String> get(String path) throws Exception {
		return send("GET", path, IT, null);
	}

	private HttpResponse<String> send(String method, String path, String authorization, String body) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.header("Content-Type", "application/json")
			.method(method,
					(body != null) ? HttpRequest.BodyPublishers.ofString(body) : HttpRequest.BodyPublishers.noBody());
		if (authorization != null) {
			request.header("Authorization", authorization);
		}
		return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
	}

	private static JsonNode json(HttpResponse<String> response, int status) throws IOException {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		return JSON.readTree(response.body());
	}

	private static void assertRefusal(HttpResponse<String> response, int status, String what) throws IOException {
		JsonNode refusal = json(response, status);
		assertThat(refusal.fieldNames()).toIterable().containsExactly("what", "where", "do");
		assertThat(refusal.get("what").asText()).contains(what);
		assertThat(refusal.get("do").asText()).isNotBlank();
	}

}
