package kz.kopir.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import kz.kopir.KopirApplication;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.Problems;
import kz.kopir.problem.StoredProblem;
import kz.kopir.rehearsal.Rehearsal;
import kz.kopir.rehearsal.RehearsalSettings;
import kz.kopir.rehearsal.google.ClassroomSettings;
import kz.kopir.rehearsal.kundelik.KundelikSettings;
import kz.kopir.rehearsal.world.World;
import kz.kopir.rehearsal.world.WorldSettings;
import kz.kopir.run.BalanceRow;
import kz.kopir.run.Run;
import kz.kopir.run.RunRefused;
import kz.kopir.run.RunRequest;
import kz.kopir.run.RunState;
import kz.kopir.run.RunStore;
import kz.kopir.run.RunTrigger;
import kz.kopir.run.RunTriggerKind;
import kz.kopir.school.SchoolId;
import kz.kopir.sync.PlanApproval;
import kz.kopir.testing.TestDatabase;
import kz.kopir.testing.TestDatabases;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole gateway, with its database and the stand-ins it works against. It starts
 * once; {@link #newTerm} gives it an empty database and an untouched school behind the
 * same addresses, so that every test begins alike.
 * <p>
 * The gateway knows the one rehearsal school under several ids, which differ in their
 * policy only. No schedule fires by itself.
 */
final class GatewayHouse implements AutoCloseable {

	/** Writes everything by itself. */
	static final SchoolId SCHOOL = new SchoolId(Rehearsal.SCHOOL);

	/** Lets no plan run without a person. */
	static final SchoolId CAREFUL_SCHOOL = new SchoolId("careful");

	/** Has every kind of writing switched off. */
	static final SchoolId READING_SCHOOL = new SchoolId("reading");

	/** The default rehearsal's 300 pupils; see {@link #newTermOfTheBigSchool}. */
	static final SchoolId BIG_SCHOOL = new SchoolId("big");

	static final String USER = "deputy";

	static final String PASSWORD = "only-for-tests";

	private static final List<SchoolId> SCHOOLS = List.of(SCHOOL, CAREFUL_SCHOOL, READING_SCHOOL, BIG_SCHOOL);

	private static final int PUPILS = 60;

	private static final int MANY_PUPILS = 300;

	private static final String NEVER = "0 0 0 1 1 ? 2098";

	private static final Duration LONGEST_RUN = Duration.ofSeconds(60);

	private final RehearsalSettings settings;

	private final TestDatabase database;

	private final ConfigurableApplicationContext context;

	private Rehearsal rehearsal;

	private GatewayHouse(RehearsalSettings settings, Rehearsal rehearsal, TestDatabase database,
			ConfigurableApplicationContext context) {
		this.settings = settings;
		this.rehearsal = rehearsal;
		this.database = database;
		this.context = context;
	}

	/** The one gateway of this JVM. */
	static GatewayHouse shared() {
		return Shared.HOUSE;
	}

	private static GatewayHouse open() {
		RehearsalSettings usual = RehearsalSettings.defaults();
		RehearsalSettings settings = new RehearsalSettings(usual.seed(), PUPILS, usual.now(), temporaryFolder(), 0, 0);
		Rehearsal rehearsal = Rehearsal.start(settings);
		TestDatabase database = TestDatabases.sqlite();
		try {
			haveBeenRun(database);
			return new GatewayHouse(samePorts(settings, rehearsal), rehearsal, database,
					start(gatewaySettings(rehearsal, database)));
		}
		catch (RuntimeException ex) {
			rehearsal.close();
			database.close();
			throw ex;
		}
	}

	private static RehearsalSettings samePorts(RehearsalSettings settings, Rehearsal rehearsal) {
		return new RehearsalSettings(settings.seed(), settings.pupils(), settings.now(), settings.folder(),
				rehearsal.classroom().url().getPort(), rehearsal.kundelik().url().getPort());
	}

	/** What a gateway has to be told to work with this school. */
	static Map<String, String> gatewaySettings(Rehearsal rehearsal, TestDatabase database) {
		Map<String, String> gateway = new LinkedHashMap<>();
		String own = "kopir.schools." + SCHOOL + ".";
		rehearsal.gatewaySettings().forEach((key, value) -> {
			gateway.put(key, value);
			if (key.startsWith(own)) {
				SCHOOLS.forEach((school) -> gateway.put(key.replace(own, "kopir.schools." + school + "."), value));
			}
		});
		for (SchoolId school : SCHOOLS) {
			gateway.put("kopir.schools." + school + ".cron", NEVER);
			gateway.put("kopir.schools." + school + ".write",
					school.equals(READING_SCHOOL) ? "" : "homework,homework-change,mark,mark-change");
		}
		gateway.put("kopir.schools." + CAREFUL_SCHOOL + ".approval", "always");
		World big = World.generate(new WorldSettings(RehearsalSettings.defaults().seed(), MANY_PUPILS,
				RehearsalSettings.defaults().now().toLocalDate()));
		gateway.put("kopir.schools." + BIG_SCHOOL + ".course-links",
				file(rehearsal, "big-course-links.csv", big.courseLinksCsv()));
		gateway.put("kopir.schools." + BIG_SCHOOL + ".pupil-links",
				file(rehearsal, "big-pupil-links.csv", big.pupilLinksCsv()));
		gateway.put("kopir.manage.user", USER);
		gateway.put("kopir.manage.password-hash", new BCryptPasswordEncoder(4).encode(PASSWORD));
		gateway.put("kopir.rehearsal.embedded", "false");
		gateway.put("kopir.database.url", database.settings().url());
		gateway.put("kopir.manage.port", "0");
		gateway.put("kopir.retry.first-delay-ms", "10");
		gateway.put("kopir.retry.longest-delay-ms", "100");
		gateway.put("kopir.retry.response-timeout", "2s");
		gateway.put("kopir.retry.breaker-pause", "50ms");
		return gateway;
	}

	private static String file(Rehearsal rehearsal, String name, String text) {
		try {
			return Files.writeString(rehearsal.folder().resolve(name), text).toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Starts the real application with these settings. */
	static ConfigurableApplicationContext start(Map<String, String> gateway) {
		String[] arguments = gateway.entrySet()
			.stream()
			.map((setting) -> "--" + setting.getKey() + "=" + setting.getValue())
			.toArray(String[]::new);
		return new SpringApplicationBuilder(KopirApplication.class).web(WebApplicationType.SERVLET)
			.profiles("rehearsal")
			.registerShutdownHook(false)
			.run(arguments);
	}

	/** A school that was never run would be run at the start. */
	private static void haveBeenRun(TestDatabase database) {
		for (SchoolId school : SCHOOLS) {
			RunStore store = new RunStore(database.template());
			Instant now = Instant.parse("2026-11-20T11:00:00Z");
			store.begin(Run.begun("before-" + school,
					new RunRequest(school, "classroom", RunTriggerKind.SCHEDULE, "schedule", false, null, null), now));
			store.end("before-" + school, RunState.FINISHED, now, null);
		}
	}

	/** An empty database and an untouched school. */
	void newTerm() {
		newTerm(ClassroomSettings.defaults(), KundelikSettings.defaults());
	}

	/** The same with stand-ins that are set otherwise. */
	void newTerm(ClassroomSettings classroom, KundelikSettings kundelik) {
		newTerm(this.settings, classroom, kundelik);
	}

	/** The school of the default rehearsal instead; run it as {@link #BIG_SCHOOL}. */
	void newTermOfTheBigSchool() {
		newTerm(new RehearsalSettings(this.settings.seed(), MANY_PUPILS, this.settings.now(), this.settings.folder(),
				this.settings.classroomPort(), this.settings.kundelikPort()), ClassroomSettings.defaults(),
				KundelikSettings.defaults());
	}

	private void newTerm(RehearsalSettings school, ClassroomSettings classroom, KundelikSettings kundelik) {
		this.rehearsal.close();
		this.database.emptyButForLocks();
		this.rehearsal = Rehearsal.start(school, classroom, kundelik);
	}

	JournalPage journal() {
		return new JournalPage(this.rehearsal.kundelik());
	}

	Map<WantedMarks.Place, Integer> wanted() {
		return WantedMarks.of(this.rehearsal.world());
	}

	Rehearsal rehearsal() {
		return this.rehearsal;
	}

	TestDatabase database() {
		return this.database;
	}

	/** Where the management endpoint listens. */
	int port() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	PlanApproval plans() {
		return bean(PlanApproval.class);
	}

	/** A run as the schedule starts it, to its end. */
	Run run() {
		return run(SCHOOL);
	}

	Run run(SchoolId school) {
		return run(new RunRequest(school, "classroom", RunTriggerKind.SCHEDULE, "schedule", false, null, null));
	}

	/** A run that a person starts, to its end. */
	Run runByHand(boolean dryRun, @Nullable LocalDate from, @Nullable LocalDate to) {
		return run(new RunRequest(SCHOOL, "classroom", RunTriggerKind.MANUAL, "it", dryRun, from, to));
	}

	private Run run(RunRequest request) {
		Optional<String> id = Awaitility.await()
			.atMost(LONGEST_RUN)
			.pollInterval(Duration.ofMillis(10))
			.until(() -> started(request), Optional::isPresent);
		return await(id.orElseThrow());
	}

	/** The end of the run before is told before its lock is free. */
	private Optional<String> started(RunRequest request) {
		try {
			return Optional.of(bean(RunTrigger.class).start(request));
		}
		catch (RunRefused ex) {
			assertThat(ex.reason()).isEqualTo(RunRefused.Reason.ALREADY_RUNNING);
			return Optional.empty();
		}
	}

	/** Waits for the end of a run. */
	Run await(String id) {
		return Awaitility.await()
			.atMost(LONGEST_RUN)
			.pollInterval(Duration.ofMillis(10))
			.until(() -> bean(RunStore.class).find(id).orElseThrow(), (run) -> run.state() != RunState.RUNNING);
	}

	List<BalanceRow> balance(Run run) {
		return bean(RunStore.class).balance(run.id());
	}

	long delivered(Run run) {
		return balance(run).stream().mapToLong(BalanceRow::delivered).sum();
	}

	long held(Run run) {
		return balance(run).stream().mapToLong(BalanceRow::held).sum();
	}

	/** Problems of the school that are open now. */
	List<StoredProblem> problems() {
		return bean(Problems.class).open(SCHOOL);
	}

	List<StoredProblem> problems(ProblemCode code) {
		return problems().stream().filter((problem) -> problem.code() == code).toList();
	}

	@Override
	public void close() {
		this.context.close();
		this.rehearsal.close();
		this.database.close();
		try {
			FileSystemUtils.deleteRecursively(this.settings.folder());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static final class Shared {

		static final GatewayHouse HOUSE = openForThisJvm();

		private static GatewayHouse openForThisJvm() {
			GatewayHouse house = open();
			Runtime.getRuntime().addShutdownHook(new Thread(house::close));
			return house;
		}

	}

	private static Path temporaryFolder() {
		try {
			return Files.createTempDirectory("kopir-flow");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
