package kz.kopir.routes;

import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.call.BackOff;
import kz.kopir.call.Breakers;
import kz.kopir.call.Calls;
import kz.kopir.call.OutageException;
import kz.kopir.call.SignInRefusedException;
import kz.kopir.call.Troubles;
import kz.kopir.mapping.Programs;
import kz.kopir.mapping.Table;
import kz.kopir.problem.Problem;
import kz.kopir.problem.ProblemCode;
import kz.kopir.run.RunContext;
import kz.kopir.run.RunCounts;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.Lesson;
import kz.kopir.school.LessonId;
import kz.kopir.school.LessonSlot;
import kz.kopir.school.Meeting;
import kz.kopir.school.MeetingId;
import kz.kopir.school.MeetingRow;
import kz.kopir.school.SchoolId;
import kz.kopir.school.SubjectId;
import kz.kopir.school.TeacherId;
import kz.kopir.testing.TestDatabase;
import kz.kopir.testing.TestDatabases;
import kz.kopir.zoom.MeetingStore;
import kz.kopir.zoom.ParticipantPull;
import kz.kopir.zoom.PullMoments;
import kz.kopir.zoom.StoredMeeting;
import kz.kopir.zoom.Zoom;
import kz.kopir.zoom.ZoomAccount;
import kz.kopir.zoom.ZoomAuthorization;
import kz.kopir.zoom.ZoomClosedException;
import kz.kopir.zoom.ZoomCollection;
import kz.kopir.zoom.ZoomParticipants;
import kz.kopir.zoom.ZoomRefusedException;
import kz.kopir.zoom.ZoomStores;
import kz.kopir.zoom.ZoomTeachers;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The routes that read Zoom, as their file stands, without the gateway around them.
 */
class ZoomRoutesTest {

	private static final SchoolId SCHOOL = new SchoolId("school-1");

	private static final Instant START = Instant.parse("2026-11-20T03:00:00Z");

	private static final Instant END = START.plusSeconds(1500);

	private static final String SCOPES = "user:read:admin report:read:admin";

	private final TestDatabase database = TestDatabases.sqlite();

	private final ScriptedServer server = new ScriptedServer();

	private DefaultCamelContext camel = new DefaultCamelContext();

	private final MeetingStore meetings = new MeetingStore(this.database.template(), this.database.transactions());

	private final RunContext run = new RunContext("run-1", SCHOOL, "attendance", false, LocalDate.of(2026, 11, 20),
			LocalDate.of(2026, 11, 20), new RunCounts());

	private Zoom zoom;

	private ZoomCollection collection;

	@BeforeEach
	void start() throws Exception {
		start(END.plus(Duration.ofHours(2)), 100);
	}

	private void start(Instant now, long requestsPerDay) throws Exception {
		start(now, requestsPerDay, ZoomAccount.Discovery.ACCOUNT);
	}

	private void start(Instant now, long requestsPerDay, ZoomAccount.Discovery discovery) throws Exception {
		Clock clock = Clock.fixed(now, ZoneOffset.UTC);
		Troubles troubles = new Troubles();
		Breakers breakers = new Breakers(troubles, 50, 100, Duration.ofHours(1));
		Programs programs = new Programs(new DefaultResourceLoader(), "file:mappings");
		BackOff backOff = new BackOff(breakers, clock, Duration.ofMillis(5));
		ZoomAccount account = new ZoomAccount("acc", "id", "secret", discovery, requestsPerDay,
				ZoomTeachers.of(table("zoom_user,teacher_id\nT1@school.example,501\n", ZoomTeachers.COLUMNS)),
				ZoomParticipants.of(table("kind,key,pupil_id\nregistrant,r-1,11\nemail,p2@school.example,12\n",
						ZoomParticipants.COLUMNS)));
		this.zoom = new Zoom((school) -> account, (asked) -> signIn(asked), programs, breakers,
				ZoomStores.of(this.meetings, this.database.template(), this.database.transactions(), clock),
				new PullMoments(ZoneId.of("Asia/Almaty")), clock);
		this.collection = this.zoom.collect(this.run, List.of(slot()));
		Processor renewToken = (exchange) -> {
			backOff.process(exchange);
			Calls.tokenRenewed(exchange);
			this.zoom.tokenRefused(exchange);
		};
		this.camel.stop();
		this.camel = new DefaultCamelContext();
		this.camel.getShutdownStrategy().setTimeout(1);
		this.camel.getRegistry().bind("troubles", troubles);
		this.camel.getRegistry().bind("zoom", this.zoom);
		this.camel.getRegistry().bind("zoomAuthorization", new ZoomAuthorization());
		this.camel.getRegistry().bind("backOff", backOff);
		this.camel.getRegistry().bind("renewToken", Processor.class, renewToken);
		HttpComponent http = new HttpComponent();
		http.setResponseTimeout(500);
		http.setHttpClientConfigurer((client) -> client.disableAutomaticRetries().disableRedirectHandling());
		this.camel.addComponent("http", http);
		this.camel.getPropertiesComponent().setInitialProperties(settings());
		for (String name : List.of("calls-reading", "zoom-read")) {
			PluginHelper.getRoutesLoader(this.camel)
				.loadRoutes(ResourceHelper.resolveResource(this.camel, "file:routes/" + name + ".camel.yaml"));
		}
		this.camel.start();
	}

	@AfterEach
	void stop() {
		this.camel.stop();
		this.server.close();
		this.database.close();
	}

	@Test
	void theMeetingsOfADayAreReadPageByPageWithTheUsersOnceADay() {
		token().answer(200, "{\"users\":[{\"id\":\"u\",\"email\":\"t1@school.example\",\"type\":2}]}")
			.answer(200, history("/u2F0gUNSqqC7DT+08xKrw==", "p2"))
			.answer(200, history("M8TigfzxRTKJmhXnV7bNjw==", ""));
		assertThat(collect().getException()).isNull();
		assertThat(this.server.requests).containsExactly("POST /token", "GET /v2/users?page_size=300",
				"GET /v2/report/history_meetings?date_type=start_time&from=2026-11-19&meeting_type=meeting&page_size=300&to=2026-11-21",
				"GET /v2/report/history_meetings?date_type=start_time&from=2026-11-19&meeting_type=meeting&page_size=300&to=2026-11-21&next_page_token=p2");
		assertThat(this.meetings.between(SCHOOL, START, END)).hasSize(2);

		assertThat(collect().getException()).isNull();
		assertThat(this.server.requests).as("nothing is due any more").hasSize(4);
	}

	@Test
	void byTeacherOnlyTheListsOfThoseWhoTaughtAreRead() throws Exception {
		start(END.plus(Duration.ofHours(2)), 100, ZoomAccount.Discovery.TEACHER);
		token().answer(200, "{\"users\":[]}").answer(200, """
				{"next_page_token":"","meetings":[{"uuid":"m","id":123,"user_email":"t1@school.example",
				"start_time":"2026-11-20T03:00:00Z","end_time":"2026-11-20T03:25:00Z"}]}""");
		assertThat(collect().getException()).isNull();
		assertThat(this.server.requests.get(2)).startsWith("GET /v2/report/users/t1%40school.example/meetings?")
			.contains("type=past", "from=2026-11-19", "to=2026-11-21");
		assertThat(this.meetings.between(SCHOOL, START, END)).hasSize(1);
	}

	@Test
	void theStartTellsWhetherTheAppMayReadAllThatIsNeeded() {
		this.collection = this.zoom.collect(this.run, List.of());
		token().answer(200, "{\"users\":[{\"id\":\"u\",\"email\":\"t2@school.example\",\"type\":1}]}");
		assertThat(send("direct:zoom-check", this.collection).getException()).isNull();
		assertThat(this.collection.problems()).isEmpty();
		assertThat(this.zoom.withoutLicence(SCHOOL)).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "/u2F0gUNSqqC7DT+08xKrw==, %252Fu2F0gUNSqqC7DT%252B08xKrw%253D%253D",
			"Ahqu+zVcQpO//RcAUUWkNA==, Ahqu%252BzVcQpO%252F%252FRcAUUWkNA%253D%253D",
			"M8TigfzxRTKJmhXnV7bNjw==, M8TigfzxRTKJmhXnV7bNjw%3D%3D",
			"S0yLEEh6TjGcRgau8T0/3A==, S0yLEEh6TjGcRgau8T0%2F3A%3D%3D" })
	void aMeetingsUuidReachesZoomAsZoomWantsIt(String uuid, String segment) {
		found(uuid);
		token().answer(200, participants("P 1", 1380)).answer(200, participants("P 1", 1380));
		assertThat(pull(uuid).getException()).isNull();
		assertThat(this.server.requests.get(1)).startsWith("GET /v2/report/meetings/" + segment + "/participants?")
			.contains("include_fields=registrant_id");
		assertThat(stored(uuid).isComplete()).isTrue();
	}

	@Test
	void aMeetingThatIsLongOverIsAskedForTwiceAndAcceptedWhenBothAgree() {
		found("m");
		token().answer(200, participants("P 1", 1380)).answer(200, participants("P 1", 1380));
		pull("m");
		List<MeetingRow> rows = this.meetings.rows(SCHOOL, new MeetingId("m"));
		assertThat(rows).hasSize(1);
		assertThat(rows.get(0).pupil()).hasToString("11");
		assertThat(rows.get(0).evidence()).isEqualTo("registrant-id");
		assertThat(stored("m").isComplete()).isTrue();
		assertThat(pulls("m")).as("nothing is due any more").isEmpty();
	}

	@Test
	void aReportThatIsNotReadyIsAskedForAgainLater() {
		found("m");
		token().answer(404, "{\"code\":3001,\"message\":\"réunion introuvable\"}");
		assertThat(pull("m").getException()).isNull();
		assertThat(stored("m").state()).isEqualTo(StoredMeeting.State.WAITING);
		assertThat(problems()).isEmpty();
	}

	@Test
	void rowsWithoutDurationAreNoReportYet() {
		found("m");
		token().answer(200, participants("P 1", 0));
		pull("m");
		assertThat(stored("m").isComplete()).isFalse();
		assertThat(this.meetings.rows(SCHOOL, new MeetingId("m"))).isEmpty();
	}

	@Test
	void fewerRowsThanZoomCountsAreNoReport() {
		found("m");
		token().answer(200, participants("P 1", 1380).replace("\"total_records\":1", "\"total_records\":2"));
		pull("m");
		assertThat(stored("m").isComplete()).isFalse();
	}

	@Test
	void aPageTokenThatRanOutBeginsTheListAnew() {
		found("m");
		token().answer(200, participants("P 1", 1380).replace("\"next_page_token\":\"\"", "\"next_page_token\":\"x\""))
			.answer(400, "{\"code\":300,\"message\":\"The next page token is invalid or expired.\"}")
			.answer(200, participants("P 1", 1380))
			.answer(200, participants("P 1", 1380));
		assertThat(pull("m").getException()).isNull();
		assertThat(stored("m").isComplete()).isTrue();
	}

	@Test
	void aPlanWithoutReportsIsAProblemAndNeverAskedAgain() {
		found("m");
		token().answer(200, "{\"code\":200,\"message\":\"Only available for Paid or ZMP account\"}");
		assertThat(pull("m").getException()).isNull();
		assertThat(stored("m").state()).isEqualTo(StoredMeeting.State.REFUSED);
		assertThat(problems()).containsExactly(ProblemCode.ZOOM_PLAN_TOO_SMALL);
		assertThat(pulls("m")).isEmpty();
	}

	@Test
	void aMissingScopeStopsAskingAndIsNamed() {
		this.server.answer(200, "{\"access_token\":\"t\",\"expires_in\":3600,\"scope\":\"user:read:admin\"}");
		assertThat(collect().getException()).isNull();
		assertThat(this.server.requests).hasSize(1);
		assertThat(this.collection.problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.code()).isEqualTo(ProblemCode.ZOOM_SCOPE_MISSING);
			assertThat(problem.details().get("scopes")).contains("report:read:list_history_meetings:admin",
					"report:read:list_meeting_participants:admin");
		});
	}

	@Test
	void aScopeThatZoomMissesWithoutHavingSaidSoStopsTheRunOfZoom() {
		found("m");
		token().answer(400, "{\"code\":4711,\"message\":\"Invalid access token, does not contain scopes\"}");
		assertThat(cause(pull("m"))).isInstanceOfSatisfying(ZoomRefusedException.class,
				(refused) -> assertThat(refused.isScopeMissing()).isTrue());
		assertThat(this.server.requests).hasSize(2);
	}

	@Test
	void tooManyCallsInASecondAreAskedAgain() {
		found("m");
		token().answer(429, "{\"code\":429}")
			.answer(200, participants("P 1", 1380))
			.answer(200, participants("P 1", 1380));
		assertThat(pull("m").getException()).isNull();
		assertThat(stored("m").isComplete()).isTrue();
	}

	@Test
	void aUsedUpDayStopsAtOnceAndIsRememberedOverARestart() throws Exception {
		found("m");
		token().slowDown("2026-11-21T00:00:00Z");
		assertThat(cause(pull("m"))).isInstanceOfSatisfying(ZoomClosedException.class,
				(closed) -> assertThat(closed.until()).isEqualTo("2026-11-21T00:00:00Z"));
		assertThat(this.server.requests).hasSize(2);

		start(END.plus(Duration.ofHours(3)), 100);
		token();
		assertThat(cause(pull("m"))).isInstanceOf(ZoomClosedException.class);
		assertThat(this.server.requests).as("only the token").hasSize(3);

		start(Instant.parse("2026-11-21T00:00:01Z"), 100);
		token().answer(200, participants("P 1", 1380)).answer(200, participants("P 1", 1380));
		assertThat(pull("m").getException()).isNull();
		assertThat(stored("m").isComplete()).isTrue();
	}

	@Test
	void theSchoolsOwnBudgetStopsCleanly() throws Exception {
		start(END.plus(Duration.ofHours(2)), 1);
		found("m");
		token().answer(200, participants("P 1", 1380));
		assertThat(cause(pull("m"))).isInstanceOf(ZoomClosedException.class);
		assertThat(stored("m").state()).as("the first pull is kept").isEqualTo(StoredMeeting.State.WAITING);
	}

	@Test
	void aRefusedTokenIsRenewedOnce() {
		found("m");
		token().answer(401, "{\"code\":124,\"message\":\"Access token is expired.\"}");
		token().answer(200, participants("P 1", 1380)).answer(200, participants("P 1", 1380));
		assertThat(pull("m").getException()).isNull();
		assertThat(this.server.requests).hasSize(5);
	}

	@ParameterizedTest
	@CsvSource({ "invalid_client", "invalid_request", "unsupported_grant_type" })
	void aRefusedAppIsToldInZoomsWord(String error) {
		this.server.answer(400, "{\"reason\":\"x\",\"error\":\"" + error + "\"}");
		assertThat(cause(collect())).isInstanceOf(SignInRefusedException.class).hasMessageContaining(error);
	}

	@Test
	void anOutageIsNoMatterOfOneMeeting() {
		token();
		for (int i = 0; i < 60; i++) {
			this.server.answer(503, "<html></html>");
		}
		Exchange exchange = null;
		for (int i = 0; i < 20 && (exchange == null || exchange.getException() == null); i++) {
			found("m" + i);
			exchange = pull("m" + i);
		}
		assertThat(cause(exchange)).isInstanceOf(OutageException.class);
	}

	private Exchange collect() {
		return send("direct:zoom-collect", this.collection);
	}

	private Exchange pull(String uuid) {
		List<ParticipantPull> pulls = pulls(uuid);
		assertThat(pulls).hasSize(1);
		return send("direct:zoom-meeting", pulls.get(0));
	}

	private List<ParticipantPull> pulls(String uuid) {
		return this.zoom.pulls(this.collection, List.of(meeting(uuid)));
	}

	private Exchange send(String uri, Object body) {
		return this.camel.createFluentProducerTemplate()
			.to(uri)
			.withExchangeProperty(Calls.RUN, this.run)
			.withExchangeProperty("zoomCollection", this.collection)
			.withBody(body)
			.send();
	}

	private JsonNode signIn(ZoomAccount account) throws IOException {
		Exchange exchange = this.camel.createFluentProducerTemplate()
			.to("direct:zoom-sign-in")
			.withBody(account)
			.send();
		if (exchange.getException() instanceof RuntimeException failure) {
			throw failure;
		}
		if (exchange.getException() instanceof IOException failure) {
			throw failure;
		}
		return exchange.getMessage().getBody(JsonNode.class);
	}

	private ScriptedServer token() {
		return this.server.answer(200, "{\"access_token\":\"t\",\"expires_in\":3600,\"scope\":\"" + SCOPES + "\"}");
	}

	private void found(String uuid) {
		this.meetings.found(SCHOOL, List.of(meeting(uuid)));
	}

	private StoredMeeting stored(String uuid) {
		return this.meetings.find(SCHOOL, new MeetingId(uuid)).orElseThrow();
	}

	private List<ProblemCode> problems() {
		return this.collection.problems().stream().map(Problem::code).toList();
	}

	private static Throwable cause(Exchange exchange) {
		return Calls.cause(exchange.getException());
	}

	private static Meeting meeting(String uuid) {
		return new Meeting(new MeetingId(uuid), "123", "t1@school.example", START, END);
	}

	private static LessonSlot slot() {
		return new LessonSlot(new Lesson(new LessonId("900"), LocalDate.of(2026, 11, 20), 1, new SubjectId("4"),
				new ClassGroupId("70")), START, START.plusSeconds(2700), 1, Set.of(new TeacherId("501")));
	}

	private static String history(String uuid, String token) {
		return """
				{"next_page_token":"%s","history_meetings":[{"meeting_uuid":"%s","meeting_id":123,"host_email":"T1@school.example",
				"start_time":"2026-11-20T03:00:00Z","end_time":"2026-11-20T03:25:00Z"}]}"""
			.formatted(token, uuid);
	}

	private static String participants(String name, int duration) {
		return """
				{"next_page_token":"","page_count":1,"page_size":300,"total_records":1,"participants":[{"id":"","name":"%s",
				"user_id":"1","user_email":"","join_time":"2026-11-20T03:02:00Z","leave_time":"2026-11-20T03:25:00Z",
				"duration":%d,"registrant_id":"r-1","status":"in_meeting"}]}"""
			.formatted(name, duration);
	}

	private static Table table(String text, List<String> columns) throws IOException {
		return Table.read("test.csv", new StringReader(text), columns);
	}

	private Properties settings() {
		Properties settings = new Properties();
		settings.put("kopir.zoom.url", this.server.url());
		settings.put("kopir.zoom.token-url", this.server.url() + "/token");
		settings.put("kopir.zoom.requests-per-second", "1000");
		settings.put("kopir.retry.attempts", "2");
		settings.put("kopir.retry.first-delay-ms", "1");
		settings.put("kopir.retry.longest-delay-ms", "5");
		return settings;
	}

}
