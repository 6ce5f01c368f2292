package kz.kopir.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.Problems;
import kz.kopir.problem.StoredProblem;
import kz.kopir.rehearsal.Rehearsal;
import kz.kopir.rehearsal.RehearsalClock;
import kz.kopir.rehearsal.RehearsalSettings;
import kz.kopir.rehearsal.google.ClassroomSettings;
import kz.kopir.rehearsal.kundelik.KundelikSettings;
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
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.util.TimeValue;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ConfigurableApplicationContext;
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
public final class GatewayHouse implements AutoCloseable {

	/** Writes everything by itself. */
	public static final SchoolId SCHOOL = new SchoolId(Rehearsal.SCHOOL);

	/** Lets no plan run without a person. */
	public static final SchoolId CAREFUL_SCHOOL = new SchoolId("careful");

	/** Has every kind of writing switched off. */
	public static final SchoolId READING_SCHOOL = new SchoolId("reading");

	/** Has writing scores of БЖБ and ТЖБ switched on, which only the rehearsal knows. */
	public static final SchoolId WRITING_SCHOOL = new SchoolId("writing");

	/**
	 * Has an edit period of {@value #EDIT_PERIOD} days in its journal, and three days of
	 * distance learning in October.
	 */
	static final SchoolId LOCKING_SCHOOL = new SchoolId("locking");

	static final int EDIT_PERIOD = 10;

	/** The smallest school with a first grade and a subject without marks. */
	static final int PUPILS_OF_THE_LOCKING_SCHOOL = 90;

	/** The default rehearsal's 300 pupils; see {@link #newTermOfTheBigSchool}. */
	static final SchoolId BIG_SCHOOL = new SchoolId("big");

	public static final String USER = "deputy";

	public static final String PASSWORD = "only-for-tests";

	private static final int PUPILS = 60;

	static final int MANY_PUPILS = 300;

	private static final Duration LONGEST_RUN = Duration.ofSeconds(60);

	private final RehearsalSettings settings;

	private final RehearsalClock clock;

	private final TestDatabase database;

	private final ConfigurableApplicationContext context;

	private Rehearsal rehearsal;

	private GatewayHouse(RehearsalSettings settings, Rehearsal rehearsal, TestDatabase database,
			ConfigurableApplicationContext context) {
		this.settings = settings;
		this.clock = rehearsal.clock();
		this.rehearsal = rehearsal;
		this.database = database;
		this.context = context;
	}

	/** The one gateway of this JVM. */
	public static GatewayHouse shared() {
		return Shared.HOUSE;
	}

	private static GatewayHouse open() {
		RehearsalSettings usual = RehearsalSettings.defaults();
		RehearsalSettings settings = new RehearsalSettings(usual.seed(), PUPILS, usual.now(), temporaryFolder(), 0, 0);
		Rehearsal rehearsal = Rehearsal.start(settings);
		TestDatabase database = TestDatabases.sqlite();
		try {
			GatewayStart.haveBeenRun(database);
			return new GatewayHouse(samePorts(settings, rehearsal), rehearsal, database,
					GatewayStart.start(GatewayStart.settings(rehearsal, database), rehearsal.clock()));
		}
		catch (RuntimeException ex) {
			rehearsal.close();
			database.close();
			throw ex;
		}
	}

	private static RehearsalSettings samePorts(RehearsalSettings settings, Rehearsal rehearsal) {
		return new RehearsalSettings(settings.seed(), settings.pupils(), settings.now(), settings.folder(),
				rehearsal.classroom().url().getPort(), rehearsal.kundelik().url().getPort(),
				rehearsal.zoom().url().getPort(), rehearsal.gmail().url().getPort());
	}

	/** An empty database and an untouched school. */
	public void newTerm() {
		newTerm(ClassroomSettings.defaults(), KundelikSettings.defaults());
	}

	/** The same with stand-ins that are set otherwise. */
	void newTerm(ClassroomSettings classroom, KundelikSettings kundelik) {
		newTerm(this.settings, classroom, kundelik);
	}

	/** The school of the default rehearsal instead; run it as {@link #BIG_SCHOOL}. */
	void newTermOfTheBigSchool() {
		newTerm(school(MANY_PUPILS), ClassroomSettings.defaults(), KundelikSettings.defaults());
	}

	private void newTerm(RehearsalSettings school, ClassroomSettings classroom, KundelikSettings kundelik) {
		newTerm(school, classroom, kundelik, school.now());
	}

	/**
	 * The school behind {@link #LOCKING_SCHOOL} as it was on an earlier day;
	 * {@link #goTo} lets time pass there.
	 * @param start what time it is, Asia/Almaty
	 */
	void newTermOfTheLockingSchool(LocalDateTime start) {
		KundelikSettings journal = KundelikSettings.defaults();
		newTerm(school(PUPILS_OF_THE_LOCKING_SCHOOL), ClassroomSettings.defaults(),
				journal.withSwitches(journal.switches().withEditPeriodDays(EDIT_PERIOD)), start);
	}

	/** The school as it was at an earlier time; {@link #goTo} lets time pass there. */
	void newTermFrom(LocalDateTime start) {
		newTerm(this.settings, ClassroomSettings.defaults(), KundelikSettings.defaults(), start);
	}

	private RehearsalSettings school(int pupils) {
		return new RehearsalSettings(this.settings.seed(), pupils, this.settings.now(), this.settings.folder(),
				this.settings.classroomPort(), this.settings.kundelikPort(), this.settings.zoomPort(),
				this.settings.gmailPort());
	}

	private void newTerm(RehearsalSettings school, ClassroomSettings classroom, KundelikSettings kundelik,
			LocalDateTime start) {
		this.rehearsal.close();
		forgetConnections();
		this.database.emptyButForLocks();
		this.clock.restart(start);
		this.rehearsal = Rehearsal.start(school, classroom, kundelik, this.clock);
	}

	/** Lets time pass, for the gateway and for the school. */
	void goTo(LocalDateTime time) {
		this.clock.advanceTo(time);
	}

	/** The old school's connections are dead, and there may be more than attempts. */
	private void forgetConnections() {
		for (Endpoint endpoint : bean(CamelContext.class).getEndpoints()) {
			if (endpoint instanceof HttpEndpoint http
					&& http.getClientConnectionManager() instanceof PoolingHttpClientConnectionManager pool) {
				pool.closeIdle(TimeValue.ZERO_MILLISECONDS);
			}
		}
	}

	JournalPage journal() {
		return new JournalPage(this.rehearsal.kundelik());
	}

	Map<WantedMarks.Place, Integer> wanted() {
		return WantedMarks.of(this.rehearsal.world());
	}

	public Rehearsal rehearsal() {
		return this.rehearsal;
	}

	public TestDatabase database() {
		return this.database;
	}

	/** Where the management endpoint listens. */
	public int port() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	/** The whole application, for who asks it what it is made of. */
	ConfigurableApplicationContext context() {
		return this.context;
	}

	public PlanApproval plans() {
		return bean(PlanApproval.class);
	}

	/** A run as the schedule starts it, to its end. */
	public Run run() {
		return run(SCHOOL);
	}

	public Run run(SchoolId school) {
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
	public Run await(String id) {
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
		return problems(SCHOOL);
	}

	List<StoredProblem> problems(SchoolId school) {
		return bean(Problems.class).open(school);
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
