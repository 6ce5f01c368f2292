package kz.kopir.flow;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.mapping.Json;
import kz.kopir.rehearsal.world.MeetingFacts;
import kz.kopir.rehearsal.zoom.Webhooks;
import kz.kopir.rehearsal.zoom.ZoomStandIn;
import kz.kopir.school.SchoolId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Zoom sends by itself, over HTTP as Zoom sends it.
 */
class AttendanceWebhookTest {

	private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

	private static final Webhooks ZOOM = ZoomStandIn.webhooks(AttendanceHouse.WEBHOOK_SECRET);

	private final AttendanceHouse house = AttendanceHouse.shared();

	private final HttpClient http = HttpClient.newHttpClient();

	@BeforeEach
	void newDay() {
		this.house.newDay();
	}

	@Test
	void aMeetingIsKnownAtItsEndAndNothingIsWrittenUntilTheReportIsRead() throws Exception {
		MeetingFacts meeting = this.house.world()
			.meetings(AttendanceHouse.DAY)
			.stream()
			.filter((one) -> !one.lessonIds().isEmpty() && one.participants().size() > 5)
			.findFirst()
			.orElseThrow();
		for (Webhooks.Signed event : ZOOM.of(meeting, this.house.zoom().hostId(meeting))) {
			assertThat(send(AttendanceHouse.ASKING, event)).isEqualTo(204);
		}
		assertThat(meeting(meeting).path("provisional").asBoolean()).isTrue();
		assertThat(meeting(meeting).path("stays").asInt()).isPositive();
		this.house.at(local(meeting.end().plusSeconds(60)));
		this.house.run(AttendanceHouse.ASKING);
		assertThat(this.house.rehearsal().kundelik().logEntries()).isEmpty();

		this.house.at(AttendanceHouse.DAY + "T20:00");
		this.house.run(AttendanceHouse.ASKING);
		assertThat(meeting(meeting).path("provisional").asBoolean()).isFalse();
		assertThat(meeting(meeting).path("state").asText()).isEqualTo("accepted");
	}

	@Test
	void onlySignedEventsOfASchoolThatTakesThemAreTaken() throws Exception {
		this.house.at(AttendanceHouse.DAY + "T10:00");
		Instant now = LocalDateTime.parse(AttendanceHouse.DAY + "T10:00").atZone(ZONE).toInstant();
		Webhooks.Signed check = ZOOM.validation("token", now);
		assertThat(send(AttendanceHouse.ASKING, check)).isEqualTo(200);
		assertThat(send(AttendanceHouse.STRICT, check)).isEqualTo(404);
		assertThat(send(new SchoolId("nobody"), check)).isEqualTo(404);
		assertThat(send(AttendanceHouse.ASKING, ZoomStandIn.webhooks("another").validation("token", now)))
			.isEqualTo(401);
		assertThat(send(AttendanceHouse.ASKING, new Webhooks.Signed(check.headers(), new byte[300_000])))
			.isEqualTo(413);
		assertThat(get("/actuator/meetings?school=rehearsal&date=yesterday").statusCode()).isEqualTo(400);
	}

	private int send(SchoolId school, Webhooks.Signed event) throws Exception {
		String stamp = event.headers().get("x-zm-request-timestamp");
		this.house.at(local(Instant.ofEpochSecond(Long.parseLong(stamp))));
		HttpRequest.Builder request = HttpRequest.newBuilder(uri("/zoom/webhook/" + school))
			.POST(HttpRequest.BodyPublishers.ofByteArray(event.body()));
		event.headers().forEach(request::header);
		return this.http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
	}

	private JsonNode meeting(MeetingFacts meeting) throws Exception {
		HttpResponse<String> response = get("/actuator/meetings?school=rehearsal&date=" + AttendanceHouse.DAY);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).doesNotContain("@");
		return StreamSupport.stream(Json.mapper().readTree(response.body()).path("meetings").spliterator(), false)
			.filter((one) -> one.path("meeting").asText().equals(meeting.uuid()))
			.findFirst()
			.orElseThrow();
	}

	private HttpResponse<String> get(String path) throws Exception {
		String user = GatewayHouse.USER + ":" + GatewayHouse.PASSWORD;
		return this.http.send(HttpRequest.newBuilder(uri(path))
			.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)))
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	private URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.house.port() + path);
	}

	private static String local(Instant moment) {
		return LocalDateTime.ofInstant(moment, ZONE).toString();
	}

}
