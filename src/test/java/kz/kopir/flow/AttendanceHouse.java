package kz.kopir.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import kz.kopir.testing.DrivenClock;
import kz.kopir.testing.PolicyText;
import kz.kopir.KopirApplication;
import kz.kopir.problem.Problems;
import kz.kopir.problem.StoredProblem;
import kz.kopir.rehearsal.Rehearsal;
import kz.kopir.rehearsal.RehearsalSettings;
import kz.kopir.rehearsal.http.FaultScript;
import kz.kopir.rehearsal.world.World;
import kz.kopir.rehearsal.zoom.ZoomSettings;
import kz.kopir.rehearsal.zoom.ZoomStandIn;
import kz.kopir.run.BalanceRow;
import kz.kopir.run.Run;
import kz.kopir.run.RunRefused;
import kz.kopir.run.RunRequest;
import kz.kopir.run.RunState;
import kz.kopir.run.RunStore;
import kz.kopir.run.RunTrigger;
import kz.kopir.run.RunTriggerKind;
import kz.kopir.school.SchoolId;
import kz.kopir.sync.AttendanceMemory;
import kz.kopir.sync.Flows;
import kz.kopir.testing.TestDatabase;
import kz.kopir.testing.TestDatabases;
import kz.kopir.testing.WhoIsWho;
import org.awaitility.Awaitility;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * The whole gateway on a distance-learning day that the test drives: its clock and Zoom's
 * stand when the test lets them. {@link #newDay} gives it an empty database and an
 * untouched school behind the same addresses.
 */
final class AttendanceHouse {

	/** Asks the teacher about everybody who was not seen. */
	static final SchoolId ASKING = new SchoolId("rehearsal");

	/** Writes absences by rule. */
	static final SchoolId STRICT = new SchoolId("strict");

	static final LocalDate DAY = World.DISTANCE_DAY;

	/** The app's secret token, of no real app. */
	static final String WEBHOOK_SECRET = "rehearsal-webhook";

	private static final int PUPILS = 300;

	private static final DrivenClock CLOCK = new DrivenClock();

	private static final AttendanceHouse SHARED = open();

	private final TestDatabase database;

	private final ConfigurableApplicationContext context;

	private final RehearsalSettings settings;

	private final int zoomPort;

	private final FaultScript zoomFaults = FaultScript.none();

	private Rehearsal rehearsal;

	private ZoomStandIn zoom;

	private AttendanceHouse(TestDatabase database, ConfigurableApplicationContext context, RehearsalSettings settings,
			Rehearsal rehearsal, ZoomStandIn zoom) {
		this.database = database;
		this.context = context;
		this.settings = settings;
		this.zoomPort = zoom.url().getPort();
		this.rehearsal = rehearsal;
		this.zoom = zoom;
	}

	/** The one gateway of this JVM. */
	static AttendanceHouse shared() {
		return SHARED;
	}

	private static AttendanceHouse open() {
		RehearsalSettings usual = new RehearsalSettings(RehearsalSettings.defaults().seed(), PUPILS,
				LocalDateTime.parse("2026-11-20T17:00"), folder(), 0, 0);
		Rehearsal rehearsal = Rehearsal.start(usual);
		ZoomStandIn zoom = ZoomStandIn.start(rehearsal.world(), ZoomSettings.defaults(), FaultScript.none(), CLOCK);
		TestDatabase database = TestDatabases.sqlite();
		GatewayStart.hasBeenRun(database, ASKING);
		GatewayStart.hasBeenRun(database, STRICT);
		RehearsalSettings samePorts = new RehearsalSettings(usual.seed(), PUPILS, usual.now(), usual.folder(),
				rehearsal.classroom().url().getPort(), rehearsal.kundelik().url().getPort(),
				rehearsal.zoom().url().getPort(), rehearsal.gmail().url().getPort());
		AttendanceHouse house = new AttendanceHouse(database, start(settings(rehearsal, zoom, database)), samePorts,
				rehearsal, zoom);
		Runtime.getRuntime().addShutdownHook(new Thread(house::close));
		return house;
	}

	private static Map<String, String> settings(Rehearsal rehearsal, ZoomStandIn zoom, TestDatabase database) {
		Map<String, String> gateway = new LinkedHashMap<>();
		rehearsal.gatewaySettings().forEach((key, value) -> {
			gateway.put(key, value);
			gateway.put(key.replace("kopir.schools." + ASKING + ".", "kopir.schools." + STRICT + "."), value);
		});
		for (SchoolId school : List.of(ASKING, STRICT)) {
			String prefix = "kopir.schools." + school + ".";
			gateway.put(prefix + "cron", GatewayStart.NEVER);
			gateway.put(prefix + "write", "attendance,attendance-change");
			gateway.put(prefix + "attendance.cron", GatewayStart.NEVER);
			gateway.put(prefix + "attendance.statuses-confirmed", "true");
		}
		gateway.put("kopir.schools." + STRICT + ".policies",
				GatewayStart.policies(rehearsal, "strict-policies", PolicyText.approved().with("not-seen", "absent")));
		gateway.put("kopir.schools." + ASKING + ".attendance.reports",
				rehearsal.folder().resolve("reports").toString());
		gateway.put("kopir.schools." + ASKING + ".zoom.webhook-secret-file",
				secret(rehearsal.folder().resolve("zoom-webhook-secret")).toString());
		gateway.put("kopir.zoom.url", zoom.url().toString());
		gateway.put("kopir.zoom.token-url", zoom.tokenUrl().toString());
		gateway.putAll(GatewayStart.users());
		gateway.put("kopir.rehearsal.embedded", "false");
		gateway.put("kopir.rehearsal.starts-at", "");
		gateway.put("kopir.database.url", database.settings().url());
		gateway.put("kopir.manage.port", "0");
		gateway.put("kopir.retry.first-delay-ms", "10");
		gateway.put("kopir.retry.longest-delay-ms", "100");
		gateway.put("kopir.retry.response-timeout", "2s");
		gateway.put("kopir.retry.breaker-pause", "50ms");
		gateway.put("spring.main.allow-bean-definition-overriding", "true");
		return gateway;
	}

	private static ConfigurableApplicationContext start(Map<String, String> gateway) {
		return new SpringApplicationBuilder(KopirApplication.class, Driven.class).web(WebApplicationType.SERVLET)
			.profiles("rehearsal")
			.registerShutdownHook(false)
			.run(gateway.entrySet()
				.stream()
				.map((setting) -> "--" + setting.getKey() + "=" + setting.getValue())
				.toArray(String[]::new));
	}

	/** The morning of the distance-learning day: nothing was read or written yet. */
	void newDay() {
		newDay(ZoomSettings.defaults());
	}

	void newDay(ZoomSettings zoomSettings) {
		this.rehearsal.close();
		this.zoom.close();
		this.zoomFaults.clear();
		this.database.emptyButForLocks();
		CLOCK.set(DAY + "T08:00");
		this.rehearsal = Rehearsal.start(this.settings);
		this.zoom = ZoomStandIn.start(this.rehearsal.world(), zoomSettings.withPort(this.zoomPort), this.zoomFaults,
				CLOCK);
	}

	/** Moves the time of day. */
	void at(String time) {
		CLOCK.set(time);
	}

	World world() {
		return this.rehearsal.world();
	}

	Rehearsal rehearsal() {
		return this.rehearsal;
	}

	ZoomStandIn zoom() {
		return this.zoom;
	}

	FaultScript zoomFaults() {
		return this.zoomFaults;
	}

	TestDatabase database() {
		return this.database;
	}

	/** Names that only one person of a class group used that day. */
	void teachersConfirmWhoIsWho(SchoolId school) {
		WhoIsWho.confirmed(world(), DAY, school, bean(AttendanceMemory.class));
	}

	/** Where the management endpoint listens. */
	int port() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	/** Waits for the end of a run. */
	Run await(String id) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.pollInterval(Duration.ofMillis(5))
			.until(() -> bean(RunStore.class).find(id).orElseThrow(), (run) -> run.state() != RunState.RUNNING);
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	/** A run of attendance as the schedule starts it, to its end. */
	Run run(SchoolId school) {
		RunRequest request = new RunRequest(school, Flows.ATTENDANCE, RunTriggerKind.SCHEDULE, "schedule", false, null,
				null);
		String id = Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.pollInterval(Duration.ofMillis(5))
			.until(() -> started(request), Optional::isPresent)
			.orElseThrow();
		return await(id);
	}

	private Optional<String> started(RunRequest request) {
		try {
			return Optional.of(bean(RunTrigger.class).start(request));
		}
		catch (RunRefused ex) {
			if (ex.reason() != RunRefused.Reason.ALREADY_RUNNING) {
				throw new IllegalStateException(ex);
			}
			return Optional.empty();
		}
	}

	List<BalanceRow> balance(Run run) {
		return bean(RunStore.class).balance(run.id());
	}

	long count(Run run, String prefix) {
		return bean(RunStore.class).counts(run.id())
			.entrySet()
			.stream()
			.filter((count) -> count.getKey().startsWith(prefix))
			.mapToLong(Map.Entry::getValue)
			.sum();
	}

	List<StoredProblem> problems(SchoolId school) {
		return bean(Problems.class).open(school);
	}

	private void close() {
		this.context.close();
		this.rehearsal.close();
		this.zoom.close();
		this.database.close();
	}

	private static Path secret(Path file) {
		try {
			return Files.writeString(file, WEBHOOK_SECRET + "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path folder() {
		try {
			return Files.createTempDirectory("kopir-attendance");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The clock of the test in place of the machine's. Not annotated as a configuration:
	 * other gateways of the tests must not find it.
	 */
	static class Driven {

		@Bean
		@Primary
		Clock clock() {
			return CLOCK;
		}

	}

}
