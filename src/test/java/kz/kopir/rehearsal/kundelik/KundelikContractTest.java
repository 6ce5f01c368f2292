package kz.kopir.rehearsal.kundelik;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.http.Call;
import kz.kopir.rehearsal.http.FaultScript;
import kz.kopir.rehearsal.world.LessonFacts;
import kz.kopir.rehearsal.world.World;
import kz.kopir.rehearsal.world.WorldSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KundelikContractTest {

	private static final World WORLD = World.generate(WorldSettings.defaults());

	private static final String PERIOD = "/2026-11-02/2026-11-20";

	private KundelikStandIn standIn;

	private KundelikContract contract;

	private KundelikClient admin;

	@BeforeEach
	void start() {
		this.standIn = KundelikStandIn.start(WORLD, KundelikSettings.defaults(), FaultScript.none());
		this.contract = KundelikContract.watch(this.standIn);
		this.admin = new KundelikClient(this.standIn, KundelikSettings.defaults().credentials().adminToken());
	}

	@AfterEach
	void stop() {
		this.standIn.close();
	}

	@Test
	void everyOperationAnswersAsDescribed() throws Exception {
		walk();
		assertThat(this.contract.violations()).isEmpty();
		assertThat(succeeded()).containsExactlyInAnyOrderElementsOf(documented());
	}

	@Test
	void everyOperationRefusesAsDescribed() throws Exception {
		KundelikClient nobody = new KundelikClient(this.standIn, null);
		KundelikClient stranger = new KundelikClient(this.standIn,
				KundelikSettings.defaults().credentials().strangerToken());
		for (String operation : documented()) {
			String[] parts = operation.split(" ");
			String path = "/v2" + parts[1].replaceAll("\\{(from|to)}", "2026-11-02").replaceAll("\\{\\w+}", "1");
			String body = (parts[0].equals("POST") || parts[0].equals("PUT")) ? "[\"x\"]" : null;
			nobody.send(parts[0], path, body);
			stranger.send(parts[0], path, body);
			this.admin.send(parts[0], path, body);
			this.admin.send("PATCH", path, body);
		}
		this.admin.get("/v2/no-such-thing");
		this.standIn.change((switches) -> switches.withMaintenance(true));
		this.admin.get("/v2/users/me");
		assertThat(this.contract.violations()).isEmpty();
		assertThat(this.contract.answered()).anyMatch((line) -> line.endsWith(" 400"))
			.anyMatch((line) -> line.endsWith(" 401"))
			.anyMatch((line) -> line.endsWith(" 403"))
			.anyMatch((line) -> line.endsWith(" 404"))
			.anyMatch((line) -> line.endsWith(" 405"))
			.anyMatch((line) -> line.endsWith(" 503"));
	}

	@Test
	void whatIsServedIsDescribedAndWhatIsDescribedIsServed() throws Exception {
		assertThat(this.standIn.operations()).containsExactlyInAnyOrderElementsOf(documented());
	}

	@Test
	void everyOperationSaysHowGoodItsEvidenceIs() throws Exception {
		for (Map.Entry<String, JsonNode> operation : operations().entrySet()) {
			assertThat(operation.getValue().path("x-evidence").asText()).as(operation.getKey())
				.isIn("KZ", "DN", "SW", "INF", "SIM");
		}
	}

	@Test
	void theContractNoticesAnAnswerThatIsNotAsDescribed() {
		Call call = new Call("GET", "/v2/lesson-log-entries/statuses", Map.of(), Map.of("access-token", "x"),
				new byte[0]);
		this.contract.after(call, Answer.json(200, "{\"statuses\":[]}"));
		assertThat(this.contract.violations()).hasSize(1);
		this.contract.after(new Call("GET", "/v2/secret", Map.of(), Map.of(), new byte[0]), Answer.json(200, "[]"));
		assertThat(this.contract.violations()).hasSize(2);
	}

	private void criteria(LessonFacts lesson, long pupil) {
		long section = this.standIn.putCriteriaSectionByHand(lesson.groupId(), lesson.subjectId(), 2, 3, 20).id();
		String group = "/v2/edu-group/" + lesson.groupId();
		String term = "/period/" + WORLD.terms().get(1).id();
		this.admin.get(group + "/subject/" + lesson.subjectId() + term + "/criteria-marks-sections");
		this.admin.post("/v2/criteriajournalsections/many", "[" + section + "]");
		this.standIn.change((switches) -> switches.withCriteriaWrite(true));
		this.admin.post(group + "/criteriajournalsection/" + section + "/criteria-marks",
				"[{\"person\":" + pupil + ",\"value\":17}]");
		this.admin.get(group + term + "/criteria-marks");
		this.admin.get(group + "/person/" + pupil + "/criteria-marks");
	}

	private void walk() {
		LessonFacts lesson = WORLD.lessons(WORLD.groups().get(0).id()).get(0);
		String group = "/v2/edu-groups/" + lesson.groupId();
		String school = "/v2/schools/" + WORLD.schoolId();
		String subject = group + "/subjects/" + lesson.subjectId();
		long pupil = WORLD.groups().get(0).pupilIds().get(0);
		for (String path : List.of("/v2/users/me", "/v2.0/users/me/roles", "/v2/users/me/schools",
				"/v2/schools/person-schools?excludeOrganizations=true", school, school + "/edu-groups",
				school + "/teachers", school + "/subjects", school + "/timetables", group, group + "/persons",
				group + "/students", group + "/subjects", group + "/reporting-periods",
				group + "/reporting-period-group", group + "/timetables", "/v2/work-types/" + WORLD.schoolId(),
				"/v2/marks/values", "/v2/marks/values/type/Mark10", "/v2/lesson-log-entries/statuses")) {
			this.admin.get(path);
		}
		String groups = "[" + lesson.groupId() + "]";
		this.admin.post("/v2/edu-groups", groups);
		this.admin.post("/v2/edu-groups/students", groups);
		this.admin.post("/v2/lessons/many", "[" + lesson.id() + "]");
		String work = this.admin
			.post("/v2/works",
					"{\"lesson\":" + lesson.id() + ",\"type\":\"Homework\",\"displayInJournal\":true,\"markCount\":1}")
			.json()
			.get("id")
			.asText();
		this.admin.put("/v2/works/" + work, "{\"text\":\"§ 12\",\"status\":\"Sent\"}");
		String mark = this.admin.post("/v2/persons/" + pupil + "/works/" + work + "/mark", "{\"value\":\"8\"}")
			.json()
			.get("id")
			.asText();
		this.standIn.putMarkByHand(Long.parseLong(work), WORLD.groups().get(0).pupilIds().get(1), "УДВ");
		this.admin.post("/v2/works/many", "[" + work + "]");
		String all = "/2026-09-01/2026-12-27";
		for (String path : List.of("/v2/lessons/" + lesson.id(), "/v2/lessons/" + lesson.id() + "/works",
				"/v2/lessons/" + lesson.id() + "/marks", "/v2/works?lesson=" + lesson.id(), "/v2/works/" + work,
				"/v2/works/" + work + "/tasks?persons=" + pupil, "/v2/works/" + work + "/marks", "/v2/marks/" + mark,
				group + "/lessons" + PERIOD, subject + "/lessons" + all, group + "/marks" + all,
				subject + "/marks" + all, group + "/avg-marks" + all,
				"/v2/persons/" + pupil + "/schools/" + WORLD.schoolId() + "/marks" + all)) {
			this.admin.get(path);
		}
		attendance(lesson, pupil);
		criteria(lesson, pupil);
		this.admin.delete("/v2/works/" + work);
		KundelikSettings.Credentials credentials = KundelikSettings.defaults().credentials();
		new KundelikClient(this.standIn, null).post("/v2/authorizations", String.format(
				"{\"grant_type\":\"RefreshToken\",\"refreshToken\":\"%s\",\"client_id\":\"%s\",\"client_secret\":\"%s\"}",
				credentials.adminRefreshToken(), credentials.clientId(), credentials.clientSecret()));
	}

	private void attendance(LessonFacts lesson, long pupil) {
		String ofLesson = "/v2/lessons/" + lesson.id() + "/log-entries";
		this.admin.post(ofLesson, "{\"person\":" + pupil + ",\"status\":\"Late\"}");
		this.admin.put(ofLesson + "?person=" + pupil, "{\"status\":\"Ill\",\"comment\":\"x\"}");
		this.standIn.putLogEntryByHand(lesson.id(), WORLD.groups().get(0).pupilIds().get(1), "LateJustified");
		for (String path : List.of(ofLesson,
				"/v2/lesson-log-entries?lessons=" + lesson.id() + "&lessons=" + lesson.id(),
				"/v2/lesson-log-entries/group/" + lesson.groupId() + "?subject=" + lesson.subjectId()
						+ "&from=2026-09-01&to=2026-12-27",
				"/v2/persons/" + pupil + "/lesson-log-entries?startDate=" + lesson.date() + "&endDate="
						+ lesson.date())) {
			this.admin.get(path);
		}
		this.admin.delete(ofLesson + "?person=" + pupil);
	}

	/** The operations that answered with 200. */
	private Set<String> succeeded() throws IOException {
		Set<String> succeeded = new HashSet<>();
		for (String operation : documented()) {
			String pattern = "/v2(\\.0)?" + operation.replaceFirst("\\w+ ", "").replaceAll("\\{\\w+}", "[^/]+");
			String method = operation.split(" ")[0];
			if (this.contract.answered().stream().anyMatch((line) -> line.matches(method + " " + pattern + " 200"))) {
				succeeded.add(operation);
			}
		}
		return succeeded;
	}

	private static List<String> documented() throws IOException {
		return new ArrayList<>(operations().keySet());
	}

	private static Map<String, JsonNode> operations() throws IOException {
		Map<String, JsonNode> operations = new LinkedHashMap<>();
		JsonNode paths = new YAMLMapper().readTree(KundelikContract.document()).get("paths");
		for (Map.Entry<String, JsonNode> path : paths.properties()) {
			path.getValue().fieldNames().forEachRemaining((verb) -> {
				if (!verb.equals("parameters")) {
					operations.put(verb.toUpperCase(Locale.ROOT) + " " + path.getKey(), path.getValue().get(verb));
				}
			});
		}
		return operations;
	}

}
