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
import java.util.Set;

import kz.kopir.call.BackOff;
import kz.kopir.call.Breakers;
import kz.kopir.call.Calls;
import kz.kopir.call.Troubles;
import kz.kopir.journal.AttendanceQuestion;
import kz.kopir.journal.JournalAnswer;
import kz.kopir.journal.JournalAttendance;
import kz.kopir.journal.JournalWrite;
import kz.kopir.journal.LessonSlotQuestion;
import kz.kopir.journal.LessonSlots;
import kz.kopir.journal.kundelik.Kundelik;
import kz.kopir.journal.kundelik.KundelikAccount;
import kz.kopir.journal.kundelik.KundelikAuthorization;
import kz.kopir.mapping.Json;
import kz.kopir.mapping.Programs;
import kz.kopir.run.RunContext;
import kz.kopir.run.RunCounts;
import kz.kopir.school.AttendanceStatus;
import kz.kopir.school.ClassGroup;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.LessonId;
import kz.kopir.school.PupilId;
import kz.kopir.school.SchoolId;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What attendance asks of the journal, through the routes as their files stand.
 */
class AttendanceRoutesTest {

	@TempDir
	private Path folder;

	private final ScriptedServer server = new ScriptedServer();

	private final DefaultCamelContext camel = new DefaultCamelContext();

	private final RunContext run = new RunContext("run-1", new SchoolId("school-1"), "zoom", false,
			LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 20), new RunCounts());

	@BeforeEach
	void start() throws Exception {
		Path file = Files.writeString(this.folder.resolve("token"), "refresh");
		Troubles troubles = new Troubles();
		Breakers breakers = new Breakers(troubles, 50, 100, Duration.ofHours(1));
		BackOff backOff = new BackOff(breakers, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), Duration.ofMillis(5));
		Kundelik kundelik = new Kundelik((school) -> new KundelikAccount(1, "c", "s", file),
				(request) -> Json.mapper().createObjectNode().put("accessToken", "t1"),
				new Programs(new DefaultResourceLoader(), "file:mappings"), troubles, breakers, 120,
				ZoneId.of("Asia/Almaty"));
		Processor renewToken = (exchange) -> backOff.process(exchange);
		this.camel.getRegistry().bind("troubles", troubles);
		this.camel.getRegistry().bind("kundelik", kundelik);
		this.camel.getRegistry().bind("kundelikAuthorization", new KundelikAuthorization());
		this.camel.getRegistry().bind("backOff", backOff);
		this.camel.getRegistry().bind("renewToken", Processor.class, renewToken);
		this.camel.getPropertiesComponent().setInitialProperties(settings());
		for (String name : List.of("calls-reading", "calls-writing", "journal-kundelik",
				"journal-kundelik-attendance")) {
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
	void attendanceIsReadForManyLessonsAtOnceInTheWordsOfTheSchool() {
		this.server.answer(503, "").answer(200, "[{\"lesson\":7,\"person\":42,\"status\":\"Pass\"}]");
		Exchange exchange = send("direct:journal-attendance",
				new AttendanceQuestion(new ClassGroupId("70"), List.of(new LessonId("7"), new LessonId("8"))));
		assertThat(exchange.getException()).isNull();
		assertThat(exchange.getMessage().getBody(List.class)).containsExactly(
				new JournalAttendance(new LessonId("7"), new PupilId("42"), AttendanceStatus.ABSENT, "Pass"));
		assertThat(this.server.requests).containsOnly("GET /v2/lesson-log-entries?lessons=7&lessons=8 as t1")
			.hasSize(2);
	}

	@Test
	void attendanceThatIsRefusedIsAFailureAndNoEmptyAnswer() {
		this.server.answer(404, "{}");
		Exchange exchange = send("direct:journal-attendance",
				new AttendanceQuestion(new ClassGroupId("70"), List.of(new LessonId("7"))));
		assertThat(exchange.getException()).hasCauseInstanceOf(HttpOperationFailedException.class);
	}

	@Test
	void theStatusesOfTheSchoolAreReadWithoutAnyQuestion() {
		this.server.answer(200, "[\"Attend\",\"Pass\"]");
		Exchange exchange = send("direct:journal-attendance-statuses", null);
		assertThat(exchange.getMessage().getBody(Set.class))
			.isEqualTo(Set.of(AttendanceStatus.PRESENT, AttendanceStatus.ABSENT));
	}

	@Test
	void lessonsGetTheirTimesFromTheBellsOfTheClass() {
		this.server.answer(200, "{\"Items\":[{\"LessonNumber\":1,\"Start\":\"13:30\",\"Finish\":\"14:15\"}]}")
			.answer(200, "[{\"id\":7,\"date\":\"2026-11-20T00:00:00\",\"number\":1,\"subject\":{\"id\":4}}]");
		LocalDate day = LocalDate.of(2026, 11, 20);
		ClassGroup subgroup = new ClassGroup(new ClassGroupId("71"), "7/1", 7, new ClassGroupId("70"));
		Exchange exchange = send("direct:journal-lesson-slots", new LessonSlotQuestion(List.of(subgroup), day, day));
		assertThat(exchange.getException()).isNull();
		assertThat(exchange.getMessage().getBody(LessonSlots.class).slots()).singleElement().satisfies((slot) -> {
			assertThat(slot.start()).isEqualTo(Instant.parse("2026-11-20T08:30:00Z"));
			assertThat(slot.firstBell()).isEqualTo("13:30");
		});
		assertThat(this.server.requests).containsExactly("GET /v2/edu-groups/70/timetables as t1",
				"GET /v2/edu-groups/71/lessons/2026-11-20/2026-11-20 as t1");
	}

	@Test
	void anAttendanceThatReplacesOneNamesItsPupilInTheQuery() {
		this.server.answer(200, "{\"person\":42,\"lesson\":7,\"status\":\"Late\"}");
		Exchange exchange = send("direct:journal-write", new JournalWrite.PutAttendance("d2", new LessonId("7"),
				new PupilId("42"), AttendanceStatus.LATE, true));
		assertThat(exchange.getMessage().getBody()).isEqualTo(new JournalAnswer.Taken("d2", null));
		assertThat(this.server.requests).containsExactly("PUT /v2/lessons/7/log-entries?person=42 as t1");
	}

	private Exchange send(String uri, @Nullable Object body) {
		return this.camel.createFluentProducerTemplate()
			.to(uri)
			.withExchangeProperty(Calls.RUN, this.run)
			.withBody(body)
			.send();
	}

	private Properties settings() {
		Properties settings = new Properties();
		settings.put("kopir.kundelik.url", this.server.url());
		settings.put("kopir.kundelik.requests-per-second", "1000");
		settings.put("kopir.retry.attempts", "2");
		settings.put("kopir.retry.first-delay-ms", "1");
		settings.put("kopir.retry.longest-delay-ms", "5");
		return settings;
	}

}
