package kz.kopir.routes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.call.BackOff;
import kz.kopir.call.Breakers;
import kz.kopir.call.Calls;
import kz.kopir.call.OutsideSystem;
import kz.kopir.call.Troubles;
import kz.kopir.classroom.Classroom;
import kz.kopir.classroom.ClassroomAccount;
import kz.kopir.classroom.Listing;
import kz.kopir.journal.JournalAnswer;
import kz.kopir.journal.JournalWrite;
import kz.kopir.journal.kundelik.Kundelik;
import kz.kopir.journal.kundelik.KundelikAccount;
import kz.kopir.journal.kundelik.KundelikAuthorization;
import kz.kopir.journal.kundelik.KundelikRequest;
import kz.kopir.mapping.Json;
import kz.kopir.mapping.Programs;
import kz.kopir.run.RunContext;
import kz.kopir.run.RunCounts;
import kz.kopir.school.Course;
import kz.kopir.school.PupilId;
import kz.kopir.school.SchoolId;
import kz.kopir.school.WorkId;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.AggregationStrategies;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The routes of calls to outside systems, as their files stand, without the gateway
 * around them.
 */
class CallRoutesTest {

	private static final String TOKEN = "{\"access_token\":\"t\",\"expires_in\":3600,\"token_type\":\"Bearer\"}";

	private static final JournalWrite.PutMark MARK = new JournalWrite.PutMark("d1", new WorkId("601"),
			new PupilId("42"), 8);

	@TempDir
	private Path folder;

	private final ScriptedServer server = new ScriptedServer();

	private final DefaultCamelContext camel = new DefaultCamelContext();

	private final AtomicInteger tokens = new AtomicInteger();

	private final RunContext run = new RunContext("run-1", new SchoolId("school-1"), "classroom", false,
			LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 20), new RunCounts());

	private Classroom classroom;

	@BeforeEach
	void start() throws Exception {
		Path file = Files.writeString(this.folder.resolve("token"), "refresh");
		Troubles troubles = new Troubles();
		Breakers breakers = new Breakers(troubles, 50, 100, Duration.ofHours(1));
		Programs programs = new Programs(new DefaultResourceLoader(), "file:mappings");
		BackOff backOff = new BackOff(breakers, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), Duration.ofMillis(5));
		this.classroom = new Classroom(
				(school) -> new ClassroomAccount(null, null, "c", "s", "r", this.server.url() + "/token"), programs,
				breakers);
		Kundelik kundelik = new Kundelik((school) -> new KundelikAccount(1, "c", "s", file),
				(request) -> Json.mapper().createObjectNode().put("accessToken", "t" + this.tokens.incrementAndGet()),
				programs, troubles, breakers, 120, ZoneId.of("Asia/Almaty"));
		Processor renewToken = (exchange) -> {
			backOff.process(exchange);
			Calls.tokenRenewed(exchange);
			if (exchange.getProperty(Calls.SYSTEM) == OutsideSystem.CLASSROOM) {
				this.classroom.tokenRefused(exchange);
			}
			else {
				kundelik.tokenRefused(exchange);
			}
		};
		this.camel.getRegistry().bind("troubles", troubles);
		this.camel.getRegistry().bind("classroom", this.classroom);
		this.camel.getRegistry().bind("kundelik", kundelik);
		this.camel.getRegistry().bind("kundelikAuthorization", new KundelikAuthorization());
		this.camel.getRegistry().bind("backOff", backOff);
		this.camel.getRegistry().bind("renewToken", Processor.class, renewToken);
		this.camel.getRegistry().bind("inOneList", AggregationStrategies.groupedBody());
		HttpComponent http = new HttpComponent();
		http.setHttpClientConfigurer((client) -> client.disableAutomaticRetries().disableRedirectHandling());
		this.camel.addComponent("http", http);
		this.camel.getPropertiesComponent().setInitialProperties(settings());
		for (String name : List.of("calls-reading", "calls-writing", "classroom-read", "journal-kundelik")) {
			PluginHelper.getRoutesLoader(this.camel)
				.loadRoutes(ResourceHelper.resolveResource(this.camel, "file:routes/" + name + ".camel.yaml"));
		}
		this.camel.start();
	}

	@AfterEach
	void stop() {
		this.camel.stop();
		this.server.close();
	}

	@Test
	void onlyThePageThatFailedIsReadAgain() throws Exception {
		this.server.answer(200, TOKEN)
			.answer(200, page("1", "p2"))
			.answer(503, "<html></html>")
			.answer(200, "<html></html>")
			.answer(200, page("2", "p3"))
			.answer(200, page("3", ""));
		Listing<Course> listing = courses();
		assertThat(listing.records()).extracting((course) -> course.id().value()).containsExactly("1", "2", "3");
		assertThat(this.server.requests.stream().filter((request) -> request.contains("pageToken=p2"))).hasSize(3);
		assertThat(this.server.requests.stream().filter((request) -> request.contains("pageToken=p3"))).hasSize(1);
	}

	@Test
	void aServerThatAsksToWaitIsAskedAgainAfterThatTime() throws Exception {
		this.server.answer(200, TOKEN).slowDown("0").answer(200, page("1", ""));
		assertThat(courses().records()).hasSize(1);
		assertThat(this.server.requests).hasSize(3);
	}

	@Test
	void aRefusedTokenIsRenewedOnce() throws Exception {
		this.server.answer(200, TOKEN).answer(401, "{}").answer(200, TOKEN).answer(200, page("1", ""));
		assertThat(courses().records()).hasSize(1);
		assertThat(this.server.requests).hasSize(4);
	}

	@Test
	void aTokenThatIsRefusedAgainIsAFailure() {
		this.server.answer(200, TOKEN).answer(401, "{}").answer(200, TOKEN).answer(401, "{}");
		Exchange exchange = send("direct:classroom-list", this.classroom.courses());
		assertThat(exchange.getException()).isInstanceOf(HttpOperationFailedException.class);
		assertThat(this.server.requests).hasSize(4);
	}

	@Test
	void aRefusalIsNotRepeated() {
		this.server.answer(200, TOKEN).answer(404, "{}");
		Exchange exchange = send("direct:classroom-list", this.classroom.courses());
		assertThat(exchange.getException()).isInstanceOf(HttpOperationFailedException.class);
		assertThat(this.server.requests).hasSize(2);
	}

	@Test
	void readingTheJournalIsRepeatedWhileItsTroubleMayPass() {
		this.server.lose().answer(500, "{}").answer(200, "[]");
		AtomicInteger answers = new AtomicInteger();
		Consumer<JsonNode> sink = (answer) -> answers.incrementAndGet();
		Exchange exchange = send("direct:kundelik-read", new KundelikRequest("marks", "/v2/marks", null, sink));
		assertThat(exchange.getException()).isNull();
		assertThat(answers).hasValue(1);
		assertThat(this.server.requests).containsOnly("GET /v2/marks as t1").hasSize(3);
	}

	@Test
	void aWriteWhoseAnswerIsLostIsSentOnceAndInDoubt() {
		this.server.lose();
		assertThat(write()).isEqualTo(new JournalAnswer.Unsettled("d1"));
		assertThat(this.server.requests).hasSize(1);
	}

	@Test
	void aWriteAnsweredWithAServerErrorIsSentOnceAndInDoubt() {
		this.server.answer(500, "{}");
		assertThat(write()).isEqualTo(new JournalAnswer.Unsettled("d1"));
		assertThat(this.server.requests).hasSize(1);
	}

	@Test
	void aWriteAnsweredWithWhatIsNoJsonIsSentOnceAndInDoubt() {
		this.server.answer(200, "<html></html>");
		assertThat(write()).isEqualTo(new JournalAnswer.Unsettled("d1"));
		assertThat(this.server.requests).hasSize(1);
	}

	@Test
	void aWriteThatSurelyWasNotTakenIsSentAgain() {
		this.server.slowDown("0").answer(200, "{\"id_str\":\"77\"}");
		assertThat(write()).isEqualTo(new JournalAnswer.Taken("d1", "77"));
		assertThat(this.server.requests).hasSize(2);
	}

	@Test
	void aWriteThatIsNeverTakenIsNotSent() {
		this.server.answer(503, "").answer(503, "").answer(503, "");
		assertThat(write()).isEqualTo(new JournalAnswer.NotSent("d1"));
		assertThat(this.server.requests).hasSize(3);
	}

	@Test
	void aRefusedWriteIsSentOnce() {
		this.server.answer(403, "{\"type\":\"notOwner\",\"description\":\"x\"}");
		assertThat(write()).isInstanceOf(JournalAnswer.Refused.class);
		assertThat(this.server.requests).hasSize(1);
	}

	@Test
	void aWriteWithARefusedTokenIsSentAgainWithANewOne() {
		this.server.answer(401, "{}").answer(200, "{\"id\":77}");
		assertThat(write()).isEqualTo(new JournalAnswer.Taken("d1", "77"));
		assertThat(this.server.requests).containsExactly("POST /v2/persons/42/works/601/mark as t1",
				"POST /v2/persons/42/works/601/mark as t2");
	}

	private Listing<Course> courses() throws Exception {
		Listing<Course> listing = this.classroom.courses();
		Exchange exchange = send("direct:classroom-list", listing);
		if (exchange.getException() != null) {
			throw exchange.getException();
		}
		return listing;
	}

	private JournalAnswer write() {
		Exchange exchange = send("direct:journal-write", MARK);
		assertThat(exchange.getException()).isNull();
		return exchange.getMessage().getBody(JournalAnswer.class);
	}

	private Exchange send(String uri, Object body) {
		return this.camel.createFluentProducerTemplate()
			.to(uri)
			.withExchangeProperty(Calls.RUN, this.run)
			.withBody(body)
			.send();
	}

	private Properties settings() {
		Properties settings = new Properties();
		settings.put("kopir.classroom.url", this.server.url());
		settings.put("kopir.kundelik.url", this.server.url());
		settings.put("kopir.classroom.requests-per-second", "1000");
		settings.put("kopir.classroom.requests-per-second-and-user", "1000");
		settings.put("kopir.kundelik.requests-per-second", "1000");
		settings.put("kopir.retry.attempts", "2");
		settings.put("kopir.retry.first-delay-ms", "1");
		settings.put("kopir.retry.longest-delay-ms", "5");
		return settings;
	}

	private static String page(String course, String token) {
		return "{\"courses\":[{\"id\":\"" + course + "\",\"name\":\"x\",\"ownerId\":\"9\",\"courseState\":\"ACTIVE\"}],"
				+ "\"nextPageToken\":\"" + token + "\"}";
	}

}
