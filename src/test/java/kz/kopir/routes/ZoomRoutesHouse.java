package kz.kopir.routes;

import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.call.BackOff;
import kz.kopir.call.Breakers;
import kz.kopir.call.Calls;
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
import kz.kopir.zoom.ZoomCollection;
import kz.kopir.zoom.ZoomParticipants;
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

import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The routes that read Zoom, as their file stands, without the gateway around them, and a
 * server that answers as it is told.
 */
abstract class ZoomRoutesHouse {

	static final SchoolId SCHOOL = new SchoolId("school-1");

	static final Instant START = Instant.parse("2026-11-20T03:00:00Z");

	static final Instant END = START.plusSeconds(1500);

	static final String SCOPES = "user:read:admin report:read:admin";

	final TestDatabase database = TestDatabases.sqlite();

	final ScriptedServer server = new ScriptedServer();

	DefaultCamelContext camel = new DefaultCamelContext();

	final MeetingStore meetings = new MeetingStore(this.database.template(), this.database.transactions());

	final RunContext run = new RunContext("run-1", SCHOOL, "attendance", false, LocalDate.of(2026, 11, 20),
			LocalDate.of(2026, 11, 20), new RunCounts());

	Zoom zoom;

	ZoomCollection collection;

	@BeforeEach
	void start() throws Exception {
		start(END.plus(Duration.ofHours(2)), 100);
	}

	void start(Instant now, long requestsPerDay) throws Exception {
		start(now, requestsPerDay, ZoomAccount.Discovery.ACCOUNT);
	}

	void start(Instant now, long requestsPerDay, ZoomAccount.Discovery discovery) throws Exception {
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

	Exchange collect() {
		return send("direct:zoom-collect", this.collection);
	}

	Exchange pull(String uuid) {
		List<ParticipantPull> pulls = pulls(uuid);
		assertThat(pulls).hasSize(1);
		return send("direct:zoom-meeting", pulls.get(0));
	}

	List<ParticipantPull> pulls(String uuid) {
		return this.zoom.pulls(this.collection, List.of(meeting(uuid)));
	}

	Exchange send(String uri, Object body) {
		return this.camel.createFluentProducerTemplate()
			.to(uri)
			.withExchangeProperty(Calls.RUN, this.run)
			.withExchangeProperty("zoomCollection", this.collection)
			.withBody(body)
			.send();
	}

	JsonNode signIn(ZoomAccount account) throws IOException {
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

	ScriptedServer token() {
		return this.server.answer(200, "{\"access_token\":\"t\",\"expires_in\":3600,\"scope\":\"" + SCOPES + "\"}");
	}

	void found(String uuid) {
		this.meetings.found(SCHOOL, List.of(meeting(uuid)));
	}

	StoredMeeting stored(String uuid) {
		return this.meetings.find(SCHOOL, new MeetingId(uuid)).orElseThrow();
	}

	List<ProblemCode> problems() {
		return this.collection.problems().stream().map(Problem::code).toList();
	}

	static Throwable cause(Exchange exchange) {
		return Calls.cause(exchange.getException());
	}

	static Meeting meeting(String uuid) {
		return new Meeting(new MeetingId(uuid), "123", "t1@school.example", START, END);
	}

	static LessonSlot slot() {
		return new LessonSlot(
				new Lesson(new LessonId("900"), LocalDate.of(2026, 11, 20), 1, new SubjectId("4"),
						new ClassGroupId("70")),
				START, START.plusSeconds(2700), LocalTime.of(8, 0), Set.of(new TeacherId("501")));
	}

	static String history(String uuid, String token) {
		return """
				{"next_page_token":"%s","history_meetings":[{"meeting_uuid":"%s","meeting_id":123,"host_email":"T1@school.example",
				"start_time":"2026-11-20T03:00:00Z","end_time":"2026-11-20T03:25:00Z"}]}"""
			.formatted(token, uuid);
	}

	static String participants(String name, int duration) {
		return """
				{"next_page_token":"","page_count":1,"page_size":300,"total_records":1,"participants":[{"id":"","name":"%s",
				"user_id":"1","user_email":"","join_time":"2026-11-20T03:02:00Z","leave_time":"2026-11-20T03:25:00Z",
				"duration":%d,"registrant_id":"r-1","status":"in_meeting"}]}"""
			.formatted(name, duration);
	}

	static Table table(String text, List<String> columns) throws IOException {
		return Table.read("test.csv", new StringReader(text), columns);
	}

	Properties settings() {
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
