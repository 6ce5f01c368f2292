package kz.kopir.zoom.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

import kz.kopir.database.DatabaseTime;
import kz.kopir.mapping.Programs;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.ProblemEvent;
import kz.kopir.problem.ProblemEventKind;
import kz.kopir.problem.Problems;
import kz.kopir.rehearsal.world.MeetingFacts;
import kz.kopir.rehearsal.world.World;
import kz.kopir.rehearsal.world.WorldSettings;
import kz.kopir.rehearsal.zoom.Webhooks;
import kz.kopir.rehearsal.zoom.ZoomStandIn;
import kz.kopir.school.MeetingId;
import kz.kopir.school.MeetingRow;
import kz.kopir.school.SchoolId;
import kz.kopir.mapping.SampleTables;
import kz.kopir.testing.DrivenClock;
import kz.kopir.testing.OnBothDatabases;
import kz.kopir.testing.TestDatabase;
import kz.kopir.zoom.MeetingStore;
import kz.kopir.zoom.StoredMeeting;
import kz.kopir.zoom.ZoomParticipants;
import kz.kopir.zoom.ZoomTeachers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class ZoomWebhookTest {

	private static final SchoolId SCHOOL = new SchoolId("school-1");

	private static final WebhookAnswer.Kind NOT_SIGNED = WebhookAnswer.Kind.NOT_SIGNED;

	private static final Webhooks ZOOM = ZoomStandIn.webhooks("secret");

	private static final MeetingFacts MEETING = World.generate(WorldSettings.defaults())
		.meetings(World.DISTANCE_DAY)
		.stream()
		.filter((one) -> one.type() == 8 && one.participants().size() > 5)
		.findFirst()
		.orElseThrow();

	private static final List<Webhooks.Signed> EVENTS = ZOOM.of(MEETING, "host-id");

	private final TestDatabase database;

	private final MeetingStore meetings;

	private final DrivenClock clock = new DrivenClock();

	private Instant now = MEETING.end();

	ZoomWebhookTest(TestDatabase database) {
		this.database = database;
		this.meetings = new MeetingStore(database.template(), database.transactions());
	}

	@BeforeEach
	void empty() {
		this.database.empty();
	}

	@Test
	void inAnyOrderAndTwiceTheSameStaysStandProvisionallyInTheMeeting() {
		for (int seed = 0; seed < 5; seed++) {
			this.database.empty();
			List<Webhooks.Signed> mixed = new ArrayList<>(EVENTS);
			mixed.addAll(EVENTS);
			Collections.shuffle(mixed, new Random(seed));
			mixed.forEach((event) -> assertThat(receive(event)).isEqualTo(WebhookAnswer.Kind.TAKEN));

			assertThat(stored().reported()).isFalse();
			assertThat(stored().isComplete()).as("no judgement is made of it").isFalse();
			assertThat(stored().meeting().host()).isEqualTo("host-id");
			assertThat(rows()).isEqualTo(MEETING.participants()
				.stream()
				.filter((one) -> !one.waiting())
				.map((one) -> one.join() + " " + one.leave() + " " + one.name())
				.sorted()
				.toList());
		}
	}

	@Test
	void theReportIsTheTruthAndNothingThatComesAfterItChangesIt() {
		EVENTS.forEach(this::receive);
		List<MeetingRow> report = List
			.of(new MeetingRow("А", MEETING.start(), MEETING.end(), false, false, null, null));
		MeetingId id = stored().meeting().id();
		for (int pull = 0; pull < 2; pull++) {
			this.meetings.pulled(SCHOOL, id, report, "print", 0, this.now);
			EVENTS.forEach(this::receive);
			assertThat(this.meetings.rows(SCHOOL, id)).isEqualTo(report);
		}
		assertThat(stored().isComplete()).isTrue();
	}

	@Test
	void whileZoomsReportIsNotReadyOrRefusedTheStaysStayProvisional() {
		EVENTS.forEach(this::receive);
		MeetingId id = stored().meeting().id();
		this.meetings.notReady(SCHOOL, id, this.now);
		assertThat(stored().reported()).isFalse();
		assertThat(rows()).isNotEmpty();
		this.meetings.refused(SCHOOL, id, "400 200", this.now);
		assertThat(stored().reported()).isFalse();
	}

	@Test
	void theHostIsTheUserWhoseIdZoomTells() {
		this.database.template()
			.update("insert into zoom_user (school, email, user_id, type, read_at) values (?, ?, ?, 2, ?)",
					SCHOOL.value(), "t1@school.example", "host-id", DatabaseTime.toColumn(this.now));
		EVENTS.forEach(this::receive);
		assertThat(stored().meeting().host()).isEqualTo("t1@school.example");
	}

	@Test
	void whatZoomDidNotSignIsNotTaken() {
		Webhooks.Signed event = EVENTS.get(0);
		String stamp = event.headers().get("x-zm-request-timestamp");
		String signature = event.headers().get("x-zm-signature");
		byte[] rewritten = new String(event.body(), StandardCharsets.UTF_8).replace("\\uD83D\\uDE92", "\uD83D\uDE92")
			.getBytes(StandardCharsets.UTF_8);
		this.now = Instant.ofEpochSecond(Long.parseLong(stamp));
		assertThat(rewritten).isNotEqualTo(event.body());
		assertThat(kind(rewritten, stamp, signature)).as("the same JSON, written anew").isEqualTo(NOT_SIGNED);
		assertThat(kind(event.body(), stamp + "0", signature)).isEqualTo(NOT_SIGNED);
		assertThat(kind(event.body(), null, signature)).isEqualTo(NOT_SIGNED);
		assertThat(kind(event.body(), stamp, null)).isEqualTo(NOT_SIGNED);
		assertThat(kind(event.body(), "", signature)).isEqualTo(NOT_SIGNED);
		assertThat(kind(event.body(), "٣", signature)).isEqualTo(NOT_SIGNED);
		assertThat(kind(event.body(), "-1", signature)).isEqualTo(NOT_SIGNED);
		assertThat(kind(event.body(), stamp, "v0=" + "0".repeat(64))).isEqualTo(NOT_SIGNED);
		this.now = Instant.ofEpochSecond(Long.parseLong(stamp) + 301);
		assertThat(kind(event.body(), stamp, signature)).as("five minutes and a second old").isEqualTo(NOT_SIGNED);
		this.now = Instant.ofEpochSecond(Long.parseLong(stamp) + 300);
		assertThat(kind(event.body(), stamp, signature)).isEqualTo(WebhookAnswer.Kind.TAKEN);
		assertThat(webhook().receive(new SchoolId("school-2"), event.body(), stamp, signature).kind())
			.as("a school that takes none")
			.isEqualTo(WebhookAnswer.Kind.OFF);
	}

	@Test
	void zoomsCheckOfTheAddressIsAnsweredWithItsTokenSigned() {
		Webhooks.Signed check = ZOOM.validation("qgg8vlvZRS6UYooatFL8Aw", this.now);
		WebhookAnswer answer = webhook().receive(SCHOOL, check.body(), check.headers().get("x-zm-request-timestamp"),
				check.headers().get("x-zm-signature"));
		assertThat(answer.kind()).isEqualTo(WebhookAnswer.Kind.VALIDATED);
		assertThat(answer.plainToken()).isEqualTo("qgg8vlvZRS6UYooatFL8Aw");
		assertThat(answer.encryptedToken()).isEqualTo(new Signature("secret").answer("qgg8vlvZRS6UYooatFL8Aw"))
			.hasSize(64);
	}

	@Test
	void whatIsOldIsErasedWithTheNames() {
		EVENTS.forEach(this::receive);
		this.meetings.erase(SCHOOL, MEETING.end().plusSeconds(1));
		assertThat(new Sightings(this.database.template()).of(SCHOOL, new MeetingId(MEETING.uuid()))).isEmpty();
	}

	@Test
	void aNulInANameKeepsNobodyOut() {
		String stamp = Long.toString(this.now.getEpochSecond());
		String body = """
				{"event":"meeting.participant_joined","event_ts":1795143900123,"payload":{"object":{"uuid":"m","host_id":"h",
				"participant":{"user_id":"1","user_name":"А\\u0000ман","join_time":"2026-11-20T03:02:00Z"}}}}""";
		assertThat(kind(body.getBytes(StandardCharsets.UTF_8), stamp,
				"v0=" + new Signature("secret").answer("v0:" + stamp + ":" + body)))
			.isEqualTo(WebhookAnswer.Kind.TAKEN);
		assertThat(new Sightings(this.database.template()).of(SCHOOL, new MeetingId("m"))).singleElement()
			.satisfies((seen) -> assertThat(seen.name()).isEqualTo("Аман"));
	}

	@Test
	void anEventThatCannotBeUnderstoodIsNoFaultOfOurs() {
		Signature signer = new Signature("secret");
		for (String body : new String[] { "", "[", "{}", "{\"event\":\"meeting.ended\"}",
				"{\"event\":\"meeting.participant_joined\",\"payload\":{\"object\":{\"uuid\":7}}}" }) {
			String stamp = Long.toString(this.now.getEpochSecond());
			WebhookAnswer.Kind kind = kind(body.getBytes(StandardCharsets.UTF_8), stamp,
					"v0=" + signer.answer("v0:" + stamp + ":" + body));
			assertThat(kind).as(body).isEqualTo(WebhookAnswer.Kind.UNREADABLE);
		}
		assertThat(this.meetings.between(SCHOOL, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"))).isEmpty();
	}

	@Test
	void eventsThatNobodySignedAreOneProblemThatClosesWhenOnlySignedOnesCome() {
		ZoomWebhook webhook = webhook(this.clock);
		byte[] foreign = "{}".getBytes(StandardCharsets.UTF_8);
		for (int event = 0; event < 20; event++) {
			assertThat(webhook.receive(SCHOOL, foreign, "1", "v0=forged").kind()).isEqualTo(NOT_SIGNED);
		}
		assertThat(problems().open(SCHOOL)).singleElement()
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(ProblemCode.ZOOM_EVENT_NOT_SIGNED));
		assertThat(taken(webhook)).isEqualTo(WebhookAnswer.Kind.TAKEN);
		assertThat(problems().open(SCHOOL)).as("somebody may go on").hasSize(1);
		this.clock.pass(Duration.ofHours(1));
		assertThat(taken(webhook)).isEqualTo(WebhookAnswer.Kind.TAKEN);
		assertThat(problems().open(SCHOOL)).isEmpty();
		webhook.receive(SCHOOL, foreign, "1", "v0=forged");
		assertThat(problems().open(SCHOOL)).hasSize(1);
		assertThat(problems().eventsAfter(SCHOOL, 0, 100)).extracting(ProblemEvent::kind)
			.containsExactly(ProblemEventKind.OPENED, ProblemEventKind.CLOSED, ProblemEventKind.REOPENED);
	}

	@Test
	void anEventThatCannotBeUnderstoodIsToldToThoseWhoMaintainTheGateway() {
		String stamp = Long.toString(this.now.getEpochSecond());
		kind("[]".getBytes(StandardCharsets.UTF_8), stamp,
				"v0=" + new Signature("secret").answer("v0:" + stamp + ":[]"));
		assertThat(problems().open(SCHOOL)).singleElement()
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(ProblemCode.ZOOM_EVENT_UNREADABLE));
	}

	private WebhookAnswer.Kind taken(ZoomWebhook webhook) {
		String stamp = Long.toString(this.clock.instant().getEpochSecond());
		String body = "{\"event\":\"meeting.started\"}";
		return webhook
			.receive(SCHOOL, body.getBytes(StandardCharsets.UTF_8), stamp,
					"v0=" + new Signature("secret").answer("v0:" + stamp + ":" + body))
			.kind();
	}

	private Problems problems() {
		return new Problems(this.database.template(), this.database.transactions(), this.clock);
	}

	private WebhookAnswer.Kind receive(Webhooks.Signed event) {
		Map<String, String> headers = event.headers();
		this.now = Instant.ofEpochSecond(Long.parseLong(headers.get("x-zm-request-timestamp")));
		return kind(event.body(), headers.get("x-zm-request-timestamp"), headers.get("x-zm-signature"));
	}

	private WebhookAnswer.Kind kind(byte[] body, @Nullable String stamp, @Nullable String signature) {
		return webhook().receive(SCHOOL, body, stamp, signature).kind();
	}

	private ZoomWebhook webhook() {
		return webhook(Clock.fixed(this.now, ZoneOffset.UTC));
	}

	private ZoomWebhook webhook(Clock clock) {
		WebhookRules rules = new WebhookRules("secret", ZoomTeachers.of(SampleTables.of(ZoomTeachers.COLUMNS)),
				ZoomParticipants.of(SampleTables.of(ZoomParticipants.COLUMNS)));
		return new ZoomWebhook((school) -> school.equals(SCHOOL) ? rules : null,
				new Programs(new DefaultResourceLoader(), "file:mappings"), this.meetings, this.database.template(),
				this.database.transactions(),
				new Problems(this.database.template(), this.database.transactions(), clock), clock);
	}

	private StoredMeeting stored() {
		return this.meetings.find(SCHOOL, new MeetingId(MEETING.uuid())).orElseThrow();
	}

	private List<String> rows() {
		return this.meetings.rows(SCHOOL, new MeetingId(MEETING.uuid()))
			.stream()
			.map((row) -> row.join() + " " + row.leave() + " " + row.name())
			.sorted(Comparator.naturalOrder())
			.toList();
	}

}
