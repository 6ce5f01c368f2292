package kz.kopir.rehearsal.zoom;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Set;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import kz.kopir.rehearsal.http.FaultScript;
import kz.kopir.rehearsal.world.MeetingFacts;
import kz.kopir.rehearsal.world.World;
import kz.kopir.rehearsal.world.WorldSettings;
import kz.kopir.rehearsal.world.ZoomUserFacts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The stand-in has Zoom's quirks, and its answers have Zoom's shapes.
 */
class ZoomStandInTest {

	private static final World WORLD = World.generate(WorldSettings.defaults());

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final String DAY = "from=2026-11-20&to=2026-11-20";

	private final Hand clock = new Hand();

	private final ZoomStandIn zoom = ZoomStandIn.start(WORLD, ZoomSettings.defaults(), FaultScript.none(), this.clock);

	private final ZoomContract contract = ZoomContract.watch(this.zoom);

	private String token = token();

	@AfterEach
	void everyAnswerHasZoomsShape() {
		this.zoom.close();
		assertThat(this.contract.violations()).isEmpty();
	}

	@Test
	void theTokenEndpointSaysWhatIsWrong() {
		assertThat(grant("wrong", "account_credentials", "x").path("error").asText()).isEqualTo("invalid_client");
		assertThat(grant(app(), "password", "x").path("error").asText()).isEqualTo("unsupported_grant_type");
		assertThat(grant(app(), "account_credentials", "x").path("error").asText()).isEqualTo("invalid_request");
	}

	@Test
	void aTokenExpiresAndKeepsTheScopesOfItsBirth() {
		this.zoom.change((now) -> now.withScopes(Set.of(Scopes.USERS)));
		assertThat(get("/v2/report/history_meetings?" + DAY).statusCode()).isEqualTo(200);
		this.token = token();
		HttpResponse<String> refused = get("/v2/report/history_meetings?" + DAY);
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(code(refused)).isEqualTo(4711);
		this.clock.now = this.clock.now.plus(Duration.ofHours(1));
		assertThat(get("/v2/users").statusCode()).isEqualTo(401);
		assertThat(code(get("/v2/users"))).isEqualTo(124);
	}

	@Test
	void usersComeInPagesWhoseTokensLiveAQuarterOfAnHour() {
		JsonNode first = body(get("/v2/users?page_size=5"));
		assertThat(first.path("users")).hasSize(5);
		assertThat(first.path("total_records").asInt()).isEqualTo(WORLD.zoomUsers().size());
		String next = "&next_page_token=" + first.path("next_page_token").asText();
		assertThat(body(get("/v2/users?page_size=5" + next)).path("users")).hasSize(5);
		assertThat(code(get("/v2/users?page_size=6" + next))).isEqualTo(300);
		this.clock.now = this.clock.now.plus(Duration.ofMinutes(16));
		assertThat(code(get("/v2/users?page_size=5" + next))).isEqualTo(300);
	}

	@Test
	void aTouchyUuidMustBeEncodedTwiceAndAnOrdinaryOneNeedNot() {
		String touchy = meeting((one) -> one.uuid().startsWith("/") || one.uuid().contains("//")).uuid();
		assertThat(get("/v2/report/meetings/" + encoded(encoded(touchy)) + "/participants").statusCode())
			.isEqualTo(200);
		assertThat(code(get("/v2/report/meetings/" + encoded(touchy) + "/participants"))).isEqualTo(3001);
		String slash = meeting((one) -> one.uuid().indexOf('/') > 0 && !one.uuid().contains("//")).uuid();
		assertThat(get("/v2/past_meetings/" + encoded(slash) + "/participants").statusCode()).isEqualTo(200);
		assertThat(get("/v2/report/meetings/" + encoded(slash)).statusCode()).isEqualTo(200);
		assertThat(get("/v2/past_meetings/" + encoded(slash)).statusCode()).isEqualTo(200);
	}

	@Test
	void aReportIsReadyOnlySomeTimeAfterTheEnd() {
		MeetingFacts meeting = meeting((one) -> true);
		String path = "/v2/report/meetings/" + encoded(encoded(meeting.uuid())) + "/participants?page_size=300";
		this.clock.now = meeting.end().minusSeconds(1);
		this.token = token();
		assertThat(code(get(path))).isEqualTo(3001);
		this.clock.now = meeting.end().plusSeconds(60);
		assertThat(code(get(path))).isEqualTo(3001);
		this.clock.now = meeting.end().plus(Duration.ofMinutes(5));
		assertThat(body(get(path)).path("participants")).allMatch((row) -> row.path("duration").asInt() == 0);
		this.clock.now = meeting.end().plus(Duration.ofMinutes(13));
		assertThat(body(get(path)).path("participants").size()).isLessThan(meeting.participants().size());
		this.clock.now = meeting.end().plus(Duration.ofMinutes(21));
		JsonNode whole = body(get(path)).path("participants");
		assertThat(whole).hasSize(meeting.participants().size()).allMatch((row) -> row.path("duration").asInt() > 0);
		assertThat(whole).noneMatch((row) -> row.has("registrant_id"));
		assertThat(body(get(path + "&include_fields=registrant_id")).path("participants"))
			.allMatch((row) -> row.has("registrant_id"));
	}

	@Test
	void aTeacherWithoutALicenceHasNoReportAndAMeetingOfOneIsNotListed() {
		ZoomUserFacts unpaid = WORLD.zoomUsers().stream().filter((user) -> !user.licensed()).findFirst().orElseThrow();
		assertThat(code(get("/v2/report/users/" + unpaid.id() + "/meetings?" + DAY))).isEqualTo(200);
		MeetingFacts alone = WORLD.meetings(World.DISTANCE_DAY)
			.stream()
			.filter((one) -> one.participants().size() == 1 && licensed(one))
			.findFirst()
			.orElseThrow();
		String path = "/v2/report/users/" + encoded(alone.hostEmail()) + "/meetings?page_size=300&" + DAY;
		assertThat(body(get(path)).findValuesAsText("uuid")).doesNotContain(alone.uuid());
		assertThat(body(get(path + "&type=pastOne")).findValuesAsText("uuid")).contains(alone.uuid());
		assertThat(code(get("/v2/report/users/nobody/meetings?" + DAY))).isEqualTo(1001);
		assertThat(code(get("/v2/report/users/" + unpaid.id() + "/meetings?from=2026-09-01&to=2026-11-20"))).isIn(200,
				300);
		assertThat(get("/v2/report/users?" + DAY).statusCode()).isEqualTo(200);
	}

	@Test
	void aNumberStandsForTheLatestOccurrence() {
		MeetingFacts first = WORLD.meetings(World.DISTANCE_DAY)
			.stream()
			.filter((one) -> licensed(one) && WORLD.meetings(World.DISTANCE_DAY)
				.stream()
				.anyMatch((other) -> other.number() == one.number() && other.start().isAfter(one.start())))
			.findFirst()
			.orElseThrow();
		assertThat(body(get("/v2/past_meetings/" + first.number())).path("uuid").asText()).isNotEqualTo(first.uuid());
		assertThat(body(get("/v2/past_meetings/" + first.number() + "/instances")).findValuesAsText("uuid"))
			.contains(first.uuid());
	}

	@Test
	void refusalsAndLimitsComeInEveryGuise() {
		this.zoom.change((now) -> now.withPaid(false).withErrors(true, true));
		HttpResponse<String> refused = get("/v2/report/history_meetings?" + DAY);
		assertThat(refused.statusCode()).isEqualTo(200);
		assertThat(code(refused)).isEqualTo(200);
		this.zoom.change((now) -> now.withPaid(true).withLimits(0, 1, true));
		HttpResponse<String> limited = get("/v2/users");
		assertThat(limited.statusCode()).isEqualTo(429);
		assertThat(limited.headers().firstValue("Retry-After")).contains("2026-11-21T00:00:00Z");
		this.zoom.change((now) -> now.withLimits(1, 0, false));
		get("/v2/report/history_meetings?" + DAY);
		HttpResponse<String> fast = get("/v2/report/history_meetings?" + DAY);
		assertThat(fast.statusCode()).isEqualTo(429);
		assertThat(fast.headers().firstValue("Retry-After")).isEmpty();
	}

	private static boolean licensed(MeetingFacts meeting) {
		return WORLD.zoomUsers().stream().anyMatch((user) -> user.personId() == meeting.hostId() && user.licensed());
	}

	private static MeetingFacts meeting(Predicate<MeetingFacts> which) {
		return WORLD.meetings(World.DISTANCE_DAY)
			.stream()
			.filter((one) -> licensed(one) && one.participants().size() > 5)
			.filter(which)
			.findFirst()
			.orElseThrow();
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static String app() {
		return ZoomSettings.Credentials.defaults().clientSecret();
	}

	private String token() {
		return grant(app(), "account_credentials", ZoomSettings.Credentials.defaults().accountId()).path("access_token")
			.asText();
	}

	private JsonNode grant(String secret, String type, String account) {
		String basic = ZoomSettings.Credentials.defaults().clientId() + ":" + secret;
		return body(send(HttpRequest.newBuilder(this.zoom.tokenUrl())
			.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("grant_type=" + type + "&account_id=" + account))
			.build()));
	}

	private HttpResponse<String> get(String path) {
		return send(HttpRequest.newBuilder(URI.create(this.zoom.url() + path))
			.header("Authorization", "Bearer " + this.token)
			.build());
	}

	private static HttpResponse<String> send(HttpRequest request) {
		try {
			return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static int code(HttpResponse<String> response) {
		return body(response).path("code").asInt();
	}

	private static JsonNode body(HttpResponse<String> response) {
		try {
			return JSON.readTree(response.body());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A clock that is moved by hand; it begins in the evening of the distance day. */
	private static final class Hand extends Clock {

		private volatile Instant now = Instant.parse("2026-11-20T16:00:00Z");

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return Clock.fixed(instant(), zone);
		}

	}

}
