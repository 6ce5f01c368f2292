package kz.kopir.flow;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.mapping.Json;
import kz.kopir.audit.Audit;
import kz.kopir.audit.AuditAction;
import kz.kopir.problem.ProblemCode;
import kz.kopir.rehearsal.http.Effect;
import kz.kopir.rehearsal.http.Fault;
import kz.kopir.rehearsal.kundelik.JournalLogEntry;
import kz.kopir.rehearsal.world.LessonTruth;
import kz.kopir.rehearsal.world.MeetingFacts;
import kz.kopir.rehearsal.zoom.ReportFile;
import kz.kopir.rehearsal.zoom.ZoomSettings;
import kz.kopir.run.BalanceRow;
import kz.kopir.run.Run;
import kz.kopir.run.RunState;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What persons answer to the questions of a distance-learning day, and what happens when
 * Zoom cannot be asked.
 */
class AttendanceAnswersTest {

	private static final String EVENING = AttendanceHouse.DAY + "T20:30";

	private final AttendanceHouse house = AttendanceHouse.shared();

	private final HttpClient http = HttpClient.newHttpClient();

	@BeforeEach
	void newDay() {
		this.house.newDay();
	}

	@Test
	void onlyWhatAPersonSaysBecomesAnAbsence() throws Exception {
		this.house.at(EVENING);
		this.house.run(AttendanceHouse.ASKING);
		JsonNode lesson = lessonWith(ProblemCode.ATTENDANCE_NOT_SEEN, 3);
		String id = lesson.path("lesson").asText();
		List<String> notSeen = pupilsOf(lesson, "not_seen");
		this.house.rehearsal().kundelik().putLogEntryByHand(Long.parseLong(id), Long.parseLong(notSeen.get(2)), "Ill");

		answer(id, notSeen.get(0), "absent");
		answer(id, notSeen.get(1), "excused");
		Run run = this.house.run(AttendanceHouse.ASKING);

		assertThat(run.state()).isEqualTo(RunState.FINISHED);
		assertThat(entry(id, notSeen.get(0))).hasValue("Pass");
		assertThat(entry(id, notSeen.get(1))).hasValue("Absent");
		assertThat(entry(id, notSeen.get(2))).as("set by hand").hasValue("Ill");
		assertThat(get("/actuator/attendance/" + id + "?school=rehearsal").path("decisions")).hasSize(2);
		assertThat(this.house.bean(Audit.class).before(AttendanceHouse.ASKING, Long.MAX_VALUE, 20))
			.filteredOn((row) -> row.action() == AuditAction.ATTENDANCE_DECIDED)
			.hasSizeGreaterThanOrEqualTo(2)
			.allSatisfy((row) -> {
				assertThat(row.object()).startsWith("lesson:").contains("pupil:~");
				assertThat(row.object()).doesNotContain(notSeen.get(0), notSeen.get(1));
				assertThat(row.reason()).isEqualTo("The class teacher said so");
			});

		answer(id, notSeen.get(0), "present");
		this.house.run(AttendanceHouse.ASKING);
		assertThat(entry(id, notSeen.get(0))).as("the person thought better of it").hasValue("Attend");
	}

	@Test
	void anAnswerAboutSomebodyWhoIsNotInQuestionChangesNothing() throws Exception {
		this.house.at(EVENING);
		this.house.run(AttendanceHouse.ASKING);
		String id = lessonWith(ProblemCode.ATTENDANCE_NOT_SEEN, 1).path("lesson").asText();
		int before = this.house.rehearsal().kundelik().logEntries().size();

		assertThat(post("/actuator/attendance/" + id,
				"{\"school\":\"rehearsal\",\"pupil\":\"1\",\"status\":\"absent\",\"reason\":\"r\"}")
			.statusCode()).isEqualTo(404);
		assertThat(post("/actuator/attendance/1",
				"{\"school\":\"rehearsal\",\"pupil\":\"1\",\"status\":\"absent\",\"reason\":\"r\"}")
			.statusCode()).isEqualTo(404);
		assertThat(post("/actuator/attendance/" + id,
				"{\"school\":\"rehearsal\",\"pupil\":\"1\",\"status\":\"away\",\"reason\":\"r\"}")
			.statusCode()).isEqualTo(400);
		assertThat(post("/actuator/attendance/" + id, "{\"school\":\"rehearsal\",\"student\":\"1\"}").statusCode())
			.isEqualTo(400);

		this.house.run(AttendanceHouse.ASKING);
		assertThat(this.house.rehearsal().kundelik().logEntries()).hasSize(before);
	}

	@Test
	void whileZoomIsAwayNobodyIsAbsentAndAfterwardsNothingIsLost() {
		this.house.zoomFaults().add(Fault.next("GET", "/v2/.*", 1000, Effect.maintenance()));
		this.house.at(EVENING);
		Run without = this.house.run(AttendanceHouse.STRICT);

		assertThat(without.state()).isEqualTo(RunState.FINISHED);
		assertThat(this.house.balance(without)).allMatch(BalanceRow::comesOut);
		assertThat(this.house.rehearsal().kundelik().logEntries()).isEmpty();
		assertThat(this.house.problems(AttendanceHouse.STRICT)).extracting((problem) -> problem.code())
			.contains(ProblemCode.ZOOM_UNAVAILABLE);

		this.house.zoomFaults().clear();
		this.house.at(AttendanceHouse.DAY + "T20:40");
		Run after = this.house.run(AttendanceHouse.STRICT);

		assertThat(after.state()).isEqualTo(RunState.FINISHED);
		assertThat(this.house.count(after, "meetings.complete")).isPositive();
		assertThat(this.house.problems(AttendanceHouse.STRICT)).extracting((problem) -> problem.code())
			.doesNotContain(ProblemCode.ZOOM_UNAVAILABLE);
	}

	@Test
	void aUsedUpDayIsToldAndTheRestIsReadWhenZoomsNextDayBegins() {
		this.house
			.newDay(ZoomSettings.defaults().withSwitches(ZoomSettings.defaults().switches().withLimits(0, 20, true)));
		this.house.at(EVENING);
		Run first = this.house.run(AttendanceHouse.ASKING);

		assertThat(first.state()).isEqualTo(RunState.FINISHED);
		assertThat(this.house.problems(AttendanceHouse.ASKING)).extracting((problem) -> problem.code())
			.contains(ProblemCode.ZOOM_BUDGET_SPENT);
		long known = this.house.count(first, "meetings.complete");

		this.house.zoom().change((switches) -> switches.withLimits(0, 0, true));
		this.house.at(AttendanceHouse.DAY.plusDays(1) + "T05:10");
		Run second = this.house.run(AttendanceHouse.ASKING);
		assertThat(this.house.count(second, "meetings.complete")).isGreaterThan(known);
		assertThat(this.house.problems(AttendanceHouse.ASKING)).extracting((problem) -> problem.code())
			.doesNotContain(ProblemCode.ZOOM_BUDGET_SPENT);
	}

	@Test
	void withoutAccessToZoomTeachersReportsTellWhoWasLate() throws Exception {
		this.house.zoomFaults().add(Fault.next("GET", "/v2/.*", 1000, Effect.maintenance()));
		this.house.at(EVENING);
		this.house.teachersConfirmWhoIsWho(AttendanceHouse.ASKING);
		Map<Long, LessonTruth> truth = new HashMap<>();
		this.house.world()
			.attendanceTruth(AttendanceHouse.DAY)
			.forEach((lesson) -> truth.put(lesson.lesson().id(), lesson));
		String last = "";
		for (MeetingFacts meeting : this.house.world().meetings(AttendanceHouse.DAY)) {
			last = "/reports/rehearsal/" + meeting.hostId() + "/participants_" + meeting.number() + ".csv";
			HttpResponse<String> taken = put(last, report(meeting));
			assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
		}
		assertThat(put(last, "no report".getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(422);

		Run run = this.house.run(AttendanceHouse.ASKING);

		assertThat(run.state()).isEqualTo(RunState.FINISHED);
		assertThat(this.house.rehearsal().kundelik().logEntries()).isNotEmpty()
			.allMatch((entry) -> entry.status().equals("Late"))
			.allMatch((entry) -> truth.get(entry.lessonId()).seen().get(entry.personId()) == LessonTruth.Seen.LATE);
	}

	@Test
	void aFilePutIntoATeachersFolderIsTakenAndPutAside() throws Exception {
		this.house.at(EVENING);
		MeetingFacts meeting = this.house.world().meetings(AttendanceHouse.DAY).get(0);
		Path folder = this.house.rehearsal().folder().resolve("reports");
		Path own = Files.createDirectories(folder.resolve(String.valueOf(meeting.hostId())));
		Files.write(own.resolve("participants_" + meeting.number() + ".csv"), report(meeting));
		Files.writeString(own.resolve("damaged.csv"), "<html></html>");

		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			assertThat(folder.resolve(".taken")).isDirectoryContaining("glob:**participants_*.csv");
			assertThat(folder.resolve(".refused")).isDirectoryContaining("glob:**damaged.csv");
		});
		assertThat(this.house.problems(AttendanceHouse.ASKING)).extracting((problem) -> problem.code())
			.contains(ProblemCode.REPORT_REFUSED);
		assertThat(this.house.database()
			.jdbc()
			.sql("select host from meeting where source = 'file'")
			.query(String.class)
			.list()).containsExactly("teacher/" + meeting.hostId());
	}

	/** As Excel leaves a Russian report that keeps its letters. */
	private static byte[] report(MeetingFacts meeting) {
		return ReportFile.of(ReportFile.Layout.ROWS,
				new ReportFile.Dialect(true, ';', StandardCharsets.UTF_8, true, "dd.MM.yyyy HH:mm:ss"),
				List.of(meeting));
	}

	private HttpResponse<String> put(String path, byte[] body) throws Exception {
		return send(HttpRequest.newBuilder(uri(path))
			.header("Content-Type", "text/csv")
			.PUT(HttpRequest.BodyPublishers.ofByteArray(body)));
	}

	private JsonNode lessonWith(ProblemCode code, int pupils) throws Exception {
		return StreamSupport.stream(get("/actuator/attendance?school=rehearsal").path("lessons").spliterator(), false)
			.filter((lesson) -> lesson.path("questions").path(code.name()).asInt() >= pupils)
			.findFirst()
			.orElseThrow();
	}

	private List<String> pupilsOf(JsonNode lesson, String state) throws Exception {
		String id = lesson.path("lesson").asText();
		return StreamSupport
			.stream(get("/actuator/attendance/" + id + "?school=rehearsal").path("evidence").spliterator(), false)
			.filter((evidence) -> evidence.path("state").asText().equals(state))
			.map((evidence) -> evidence.path("entryKey").asText())
			.map((key) -> key.substring(key.lastIndexOf('/') + 1))
			.toList();
	}

	private void answer(String lesson, String pupil, String status) throws Exception {
		HttpResponse<String> response = post("/actuator/attendance/" + lesson, "{\"school\":\"rehearsal\",\"pupil\":\""
				+ pupil + "\",\"status\":\"" + status + "\",\"reason\":\"The class teacher said so\"}");
		assertThat(response.statusCode()).isEqualTo(200);
		String run = Json.mapper().readTree(response.body()).path("run").asText("");
		if (!run.isEmpty()) {
			this.house.await(run);
		}
	}

	private Optional<String> entry(String lesson, String pupil) {
		return this.house.rehearsal()
			.kundelik()
			.logEntries()
			.stream()
			.filter((entry) -> entry.lessonId() == Long.parseLong(lesson) && entry.personId() == Long.parseLong(pupil))
			.map(JournalLogEntry::status)
			.findFirst();
	}

	private JsonNode get(String path) throws Exception {
		HttpResponse<String> response = send(HttpRequest.newBuilder(uri(path)).GET());
		assertThat(response.statusCode()).isEqualTo(200);
		return Json.mapper().readTree(response.body());
	}

	private HttpResponse<String> post(String path, String body) throws Exception {
		return send(HttpRequest.newBuilder(uri(path))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		String user = GatewayHouse.USER + ":" + GatewayHouse.PASSWORD;
		return this.http.send(request
			.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)))
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	private URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.house.port() + path);
	}

}
