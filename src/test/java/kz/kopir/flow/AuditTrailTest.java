package kz.kopir.flow;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.audit.Audit;
import kz.kopir.audit.AuditAction;
import kz.kopir.audit.AuditEntry;
import kz.kopir.mapping.Json;
import kz.kopir.sync.ControlItem;
import kz.kopir.sync.ControlDesk;
import kz.kopir.sync.ControlRefused;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a person does or sees over the management endpoint leaves its row.
 */
class AuditTrailTest {

	private static final String SCHOOL = GatewayHouse.SCHOOL.value();

	private final GatewayHouse house = GatewayHouse.shared();

	private final HttpClient http = HttpClient.newHttpClient();

	@BeforeEach
	void newTerm() {
		this.house.newTerm();
	}

	@Test
	void whoStartedWhatAndWhySawWhoseMarksIsThere() throws Exception {
		String run = json(
				send("POST", "/actuator/runs", "{\"school\":\"" + SCHOOL + "\",\"reason\":\"Before the meeting\"}"),
				202)
			.path("id")
			.asText();
		assertTold(AuditAction.RUN_STARTED, "run:" + run + " flow:classroom", "Before the meeting");
		this.house.await(run);
		String classGroup = summative().classGroup();

		assertThat(
				send("GET", "/workbooks/" + SCHOOL + "/" + classGroup + "?term=2&reason=To+print", null).statusCode())
			.isEqualTo(200);
		assertTold(AuditAction.WORKBOOK_SEEN, "class-group:" + classGroup + " term:2", "To print");
		assertThat(send("GET", "/control/" + SCHOOL + "/" + classGroup + "/preview?term=2", null).statusCode())
			.isEqualTo(200);
		assertTold(AuditAction.PREVIEW_SEEN, "class-group:" + classGroup, null);

		ControlItem item = summative();
		assertThat(send("POST", "/control/" + SCHOOL + "/" + item.course() + "/" + item.coursework() + "/exclusion",
				"{\"reason\":\"On paper\"}")
			.statusCode()).isEqualTo(200);
		assertTold(AuditAction.CONTROL_EXCLUDED, "course:" + item.course() + " coursework:" + item.coursework(),
				"On paper");

		assertThat(send("PUT", "/reports/" + SCHOOL + "/headers?header=Kelgen&meaning=join&reason=Turkish", null)
			.statusCode()).isEqualTo(204);
		assertTold(AuditAction.REPORT_HEADER_LEARNED, "means:join", "Turkish");
		assertThat(send("PUT", "/reports/" + SCHOOL + "/-/Aizhan.csv", "nonsense").statusCode()).isEqualTo(422);
		assertTold(AuditAction.REPORT_PUT_IN, "taken:false", null);
		assertThat(last().object()).doesNotContain("Aizhan");
	}

	@Test
	void anExportIsVerifiedByWhatItTellsAlone() throws Exception {
		for (int i = 0; i < 3; i++) {
			this.house.bean(Audit.class)
				.record("deputy", AuditAction.TERM_CLOSED, GatewayHouse.SCHOOL, "term:" + i, "Бәрі түгел, №" + i);
		}
		HttpResponse<String> export = send("GET", "/audit/" + SCHOOL + "/export", null);
		assertThat(export.headers().firstValue("Content-Type")).contains("application/x-ndjson");
		List<JsonNode> rows = new ArrayList<>();
		for (String line : export.body().split("\n")) {
			rows.add(Json.mapper().readTree(line));
		}
		assertThat(rows).hasSizeGreaterThan(3);
		JsonNode before = null;
		for (JsonNode row : rows) {
			assertThat(row.path("hash").asText()).isEqualTo(DigestUtils.sha256Hex(String.join("\n", "kopir-audit-1",
					row.path("previousHash").asText(), row.path("school").asText(), row.path("seq").asText(),
					row.path("at").asText(), row.path("who").asText(), row.path("action").asText(),
					row.path("object").asText(), row.path("reasonHash").asText(""))));
			if (before != null) {
				assertThat(row.path("previousHash")).isEqualTo(before.path("hash"));
			}
			before = row;
		}
		JsonNode verification = json(send("GET", "/audit/" + SCHOOL + "/verification", null), 200);
		assertThat(verification.path("whole").asBoolean()).isTrue();
		assertThat(verification.path("head")).isEqualTo(rows.get(rows.size() - 1).path("hash"));
		assertThat(rows.get(rows.size() - 1).path("action").asText()).as("that it was exported is in it")
			.isEqualTo("AUDIT_EXPORTED");
	}

	@Test
	void theListShowsRowsPageByPageAndNoReason() throws Exception {
		for (int i = 0; i < 5; i++) {
			this.house.bean(Audit.class)
				.record("deputy", AuditAction.TERM_CLOSED, GatewayHouse.SCHOOL, "term:" + i, "secret reason");
		}
		JsonNode page = json(send("GET", "/audit/" + SCHOOL + "?limit=2", null), 200);
		assertThat(page.path("rows")).hasSize(2);
		assertThat(page.at("/rows/0/object").asText()).isEqualTo("term:4");
		assertThat(page.at("/rows/0/reasonGiven").asBoolean()).isTrue();
		assertThat(page.toString()).doesNotContain("secret reason");
		JsonNode next = json(send("GET", "/audit/" + SCHOOL + "?limit=2&before=" + page.path("before").asText(), null),
				200);
		assertThat(next.at("/rows/0/object").asText()).isEqualTo("term:2");
		assertThat(send("GET", "/audit/" + SCHOOL + "?limit=0", null).statusCode()).isEqualTo(400);
		assertThat(send("GET", "/audit/no-such", null).statusCode()).isEqualTo(400);
		this.house.bean(Audit.class).record("deputy", AuditAction.SIGNED_IN, null, "127.0.0.1", null);
		assertThat(json(send("GET", "/audit/-?limit=1", null), 200).toString()).contains("SIGNED_IN");
	}

	private ControlItem summative() throws ControlRefused {
		ControlDesk desk = this.house.bean(ControlDesk.class);
		return desk.items(GatewayHouse.SCHOOL, desk.term(GatewayHouse.SCHOOL, 2))
			.stream()
			.filter((item) -> item.part() != null)
			.findFirst()
			.orElseThrow();
	}

	private void assertTold(AuditAction action, String object, @Nullable String reason) {
		assertThat(last()).satisfies((row) -> {
			assertThat(row.who()).isEqualTo(GatewayHouse.USER);
			assertThat(row.action()).isEqualTo(action);
			assertThat(row.object()).startsWith(object);
			assertThat(row.reason()).isEqualTo(reason);
		});
	}

	private AuditEntry last() {
		return this.house.bean(Audit.class).before(GatewayHouse.SCHOOL, Long.MAX_VALUE, 1).get(0);
	}

	private static JsonNode json(HttpResponse<String> response, int status) throws IOException {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		return Json.mapper().readTree(response.body());
	}

	private HttpResponse<String> send(String method, String path, @Nullable String body)
			throws IOException, InterruptedException {
		String user = GatewayHouse.USER + ":" + GatewayHouse.PASSWORD;
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.house.port() + path))
			.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)))
			.header("Content-Type", "application/json");
		request.method(method, (body != null) ? HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)
				: HttpRequest.BodyPublishers.noBody());
		return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
	}

}
