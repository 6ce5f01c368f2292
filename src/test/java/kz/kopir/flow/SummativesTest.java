package kz.kopir.flow;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.mapping.Json;
import kz.kopir.problem.ProblemCode;
import kz.kopir.rehearsal.google.ClassroomSettings;
import kz.kopir.rehearsal.kundelik.KundelikSettings;
import kz.kopir.rehearsal.kundelik.KundelikStandIn;
import kz.kopir.rehearsal.world.CriteriaSectionFacts;
import kz.kopir.run.BalanceRow;
import kz.kopir.run.Run;
import kz.kopir.run.RunState;
import kz.kopir.sync.ControlDesk;
import kz.kopir.sync.ControlItem;
import kz.kopir.sync.PreparationBook;
import kz.kopir.sync.SummativeScoreRow;
import kz.kopir.testing.PolicyText;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * БЖБ and ТЖБ of the rehearsal school, through the whole gateway: handed to teachers,
 * typed by them, read back.
 */
class SummativesTest {

	private final GatewayHouse house = GatewayHouse.shared();

	private final HttpClient http = HttpClient.newHttpClient();

	@BeforeEach
	void newTerm() {
		this.house.newTerm();
	}

	@Test
	void whatIsHandedToATeacherAndTypedIsReadBackAndCloses() throws Exception {
		Run first = this.house.run();
		assertThat(this.house.balance(first)).allMatch(BalanceRow::comesOut);
		ControlItem handed = items().stream().filter((item) -> item.handedOver() > 0).findFirst().orElseThrow();
		assertThat(this.house.problems(ProblemCode.SUMMATIVE_HANDED_OVER))
			.anyMatch((problem) -> problem.subject().endsWith(handed.course() + "/" + handed.coursework()));

		try (Workbook book = workbook(handed.classGroup())) {
			assertThat(book.getNumberOfSheets()).isPositive();
		}
		type(handed);

		Run second = this.house.run();
		assertThat(second.state()).isEqualTo(RunState.FINISHED);
		ControlItem typed = item(handed);
		assertThat(typed.handedOver()).isZero();
		assertThat(typed.standing()).isEqualTo(handed.standing() + handed.handedOver());
		assertThat(this.house.problems(ProblemCode.SUMMATIVE_HANDED_OVER))
			.noneMatch((problem) -> problem.subject().endsWith(handed.course() + "/" + handed.coursework()));
	}

	@Test
	void aLateResultIsLetThroughByTheOneWhomThePolicyNamesAndWithAReason() throws Exception {
		this.house.run();
		ControlItem late = items().stream()
			.filter((item) -> item.codes().contains("SUMMATIVE_LATE"))
			.findFirst()
			.orElseThrow();
		String path = "/control/" + GatewayHouse.SCHOOL + "/" + late.course() + "/" + late.coursework() + "/late";

		assertThat(post(path, "{\"reason\":\" \"}").statusCode()).isEqualTo(400);
		assertThat(post("/control/" + GatewayHouse.SCHOOL + "/1/2/late", "{\"reason\":\"Illness\"}").statusCode())
			.isEqualTo(404);
		HttpResponse<String> decided = post(path, "{\"reason\":\"The teacher was ill\"}");
		assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
		String run = Json.mapper().readTree(decided.body()).path("run").asText();
		assertThat(this.house.await(run).state()).isEqualTo(RunState.FINISHED);

		assertThat(item(late).codes()).doesNotContain("SUMMATIVE_LATE");
		assertThat(item(late).handedOver()).isGreaterThan(late.handedOver());
	}

	@Test
	void theListShowsEveryGradedWorkOfTheTermWithItsClocks() throws Exception {
		this.house.run();
		JsonNode page = Json.mapper().readTree(get("/control/" + GatewayHouse.SCHOOL + "?term=2").body());
		assertThat(page.path("works").asInt()).isPositive().isEqualTo(page.path("items").size());
		assertThat(page.path("graded").asInt()).isPositive();
		assertThat(page.path("standing").asInt()).isPositive();
		List<JsonNode> summative = StreamSupport.stream(page.path("items").spliterator(), false)
			.filter((item) -> item.path("kind").asText().endsWith("summative") && item.hasNonNull("stage"))
			.toList();
		assertThat(summative).isNotEmpty().allSatisfy((item) -> {
			assertThat(item.path("publishBy").asText()).isNotEmpty();
			assertThat(item.path("onTimeUntil").asText()).isNotEmpty();
			assertThat(item.path("policy").asText()).isEqualTo("2026-09-01");
		});
		assertThat(post("/control/" + GatewayHouse.SCHOOL + "/terms/2/closing", "{\"reason\":\"Over\"}").statusCode())
			.isEqualTo(409);
		try (Workbook list = book("/control/" + GatewayHouse.SCHOOL + "/list.xlsx?term=2")) {
			assertThat(list.getSheetAt(0).getLastRowNum()).isEqualTo(page.path("works").asInt());
			assertThat(list.getSheetAt(0).getRow(0).getCell(1).getStringCellValue()).isEqualTo("Пән / Предмет");
		}
	}

	@Test
	void whatTeachersGaveIsKnownToTheMoment() throws Exception {
		this.house.run();
		assertThat(this.house.bean(PreparationBook.class).given(GatewayHouse.SCHOOL)).isNotEmpty();
		JsonNode page = Json.mapper()
			.readTree(get("/control/" + GatewayHouse.SCHOOL + "/preparation?from=2026-11-02&to=2026-11-20").body());
		assertThat(page.path("from").asText()).isEqualTo("2026-11-02");
		assertThat(get("/control/" + GatewayHouse.SCHOOL + "/preparation?from=2026-11-20&to=2026-11-02").statusCode())
			.isEqualTo(400);
	}

	@Test
	void whereTheSchoolSwitchedItOnEveryScoreIsWrittenReadBackAndWrittenOnce() throws Exception {
		KundelikSettings usual = KundelikSettings.defaults();
		this.house.newTerm(ClassroomSettings.defaults(), usual.withSwitches(usual.switches().withCriteriaWrite(true)));
		Run first = this.house.run(GatewayHouse.WRITING_SCHOOL);
		assertThat(this.house.balance(first)).allMatch(BalanceRow::comesOut);
		assertThat(this.house.balance(first)).filteredOn((row) -> row.kind().equals("summative"))
			.anyMatch((row) -> row.delivered() > 0);
		long delivered = summatives(first);
		Run second = this.house.run(GatewayHouse.WRITING_SCHOOL);
		assertThat(summatives(second)).isZero();
		assertThat(delivered).isPositive();
	}

	@Test
	void whereTheCallDoesNotExistNothingIsLostAndEveryScoreIsHeld() throws Exception {
		Run run = this.house.run(GatewayHouse.WRITING_SCHOOL);
		assertThat(run.state()).isEqualTo(RunState.FINISHED);
		assertThat(this.house.balance(run)).allMatch(BalanceRow::comesOut);
		assertThat(summatives(run)).isZero();
	}

	private long summatives(Run run) {
		return this.house.balance(run)
			.stream()
			.filter((row) -> row.kind().equals("summative"))
			.mapToLong(BalanceRow::delivered)
			.sum();
	}

	@Test
	void aFileThatIsNoExportIsRefusedWithItsReason() throws Exception {
		this.house.run();
		ControlItem handed = items().stream().filter((item) -> item.handedOver() > 0).findFirst().orElseThrow();
		String path = "/workbooks/" + GatewayHouse.SCHOOL + "/" + handed.classGroup() + "/export?term=" + handed.term();
		HttpResponse<String> refused = export(path, "application/vnd.ms-excel");
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("NOT_AN_XLS");
		JsonNode report = Json.mapper().readTree(export(path, "application/json").body());
		assertThat(report.path("filled").asInt()).isZero();
		assertThat(report.path("refusals").get(0).path("reason").asText()).isEqualTo("NOT_AN_XLS");
	}

	private HttpResponse<String> export(String path, String accept) throws Exception {
		return this.http.send(request(path).header("Accept", accept)
			.header("Content-Type", "application/octet-stream")
			.POST(HttpRequest.BodyPublishers.ofString("no journal"))
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	@Test
	void aDraftOfAPolicyIsJudgedOverATermThatIsOverAndWritesNothing() throws Exception {
		this.house.run();
		long writes = this.house.journal().writes();
		String path = "/control/" + GatewayHouse.SCHOOL + "/simulation?term=1";
		HttpResponse<String> malformed = send(path, "application/yaml",
				PolicyText.approved().with("section-school-days", "many").toString());
		assertThat(malformed.statusCode()).isEqualTo(400);
		assertThat(malformed.body()).contains("line").contains("many");
		HttpResponse<String> started = send(path, "application/yaml",
				PolicyText.approved().with("section-school-days", "10").toString());
		assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
		String run = Json.mapper().readTree(started.body()).path("run").asText();
		assertThat(this.house.await(run).state()).isEqualTo(RunState.FINISHED);
		JsonNode differences = Json.mapper()
			.readTree(get("/control/" + GatewayHouse.SCHOOL + "/simulation/" + run).body());
		assertThat(differences).isNotEmpty()
			.allSatisfy((one) -> assertThat(one.path("now").asText()).isNotEqualTo(one.path("then").asText()));
		assertThat(this.house.journal().writes()).isEqualTo(writes);
	}

	@Test
	void whatAForeignPageCouldSendIsNotTaken() throws Exception {
		for (String path : List.of("/control/" + GatewayHouse.SCHOOL + "/terms/2/closing",
				"/control/" + GatewayHouse.SCHOOL + "/1/2/late", "/control/" + GatewayHouse.SCHOOL + "/simulation")) {
			assertThat(send(path, "text/plain", "{}").statusCode()).as(path).isEqualTo(415);
		}
	}

	private HttpResponse<String> send(String path, String type, String body) throws Exception {
		return this.http.send(
				request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	@Test
	void whatNobodyMaySeeIsNotShown() throws Exception {
		for (String path : List.of("/control/rehearsal", "/workbooks/rehearsal/1")) {
			HttpRequest anonymous = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.house.port() + path))
				.build();
			assertThat(this.http.send(anonymous, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(401);
		}
		assertThat(get("/workbooks/" + GatewayHouse.SCHOOL + "/1").statusCode()).isEqualTo(404);
	}

	/** The teacher types what the workbook shows. */
	private void type(ControlItem item) {
		KundelikStandIn journal = this.house.rehearsal().kundelik();
		long group = Long.parseLong(item.classGroup());
		CriteriaSectionFacts section = journal.criteriaSections(group)
			.stream()
			.filter((one) -> one.subjectId() == Long.parseLong(item.subject()) && one.term() == item.term()
					&& one.part() == item.part())
			.findFirst()
			.orElseThrow();
		for (SummativeScoreRow score : desk().scores(GatewayHouse.SCHOOL, item.classGroup())) {
			if (score.coursework().equals(item.coursework()) && score.state().equals("handed-over")) {
				journal.putCriteriaMarkByHand(section.id(), Long.parseLong(score.pupil().value()), score.wanted());
			}
		}
	}

	private ControlDesk desk() {
		return this.house.bean(ControlDesk.class);
	}

	private List<ControlItem> items() throws Exception {
		List<ControlItem> items = new ArrayList<>();
		for (int term = 1; term <= 2; term++) {
			items.addAll(desk().items(GatewayHouse.SCHOOL, desk().term(GatewayHouse.SCHOOL, term)));
		}
		return items;
	}

	private ControlItem item(ControlItem before) throws Exception {
		Map<String, ControlItem> byKey = items().stream()
			.collect(Collectors.toMap((item) -> item.classGroup() + "/" + item.course() + "/" + item.coursework(),
					(item) -> item));
		return byKey.get(before.classGroup() + "/" + before.course() + "/" + before.coursework());
	}

	private Workbook workbook(String classGroup) throws Exception {
		return book("/workbooks/" + GatewayHouse.SCHOOL + "/" + classGroup);
	}

	private Workbook book(String path) throws Exception {
		HttpResponse<byte[]> answer = this.http.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Disposition"))
			.hasValueSatisfying((disposition) -> assertThat(disposition).contains(".xlsx"));
		return WorkbookFactory.create(new ByteArrayInputStream(answer.body()));
	}

	private HttpResponse<String> get(String path) throws Exception {
		return this.http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
	}

	private HttpResponse<String> post(String path, String body) throws Exception {
		return this.http.send(request(path).header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	private HttpRequest.Builder request(String path) {
		String user = GatewayHouse.USER + ":" + GatewayHouse.PASSWORD;
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.house.port() + path))
			.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
	}

}
