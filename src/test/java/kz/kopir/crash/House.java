package kz.kopir.crash;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import kz.kopir.database.DatabaseSettings;
import kz.kopir.rehearsal.Rehearsal;
import kz.kopir.testing.PolicyText;
import kz.kopir.rehearsal.RehearsalSettings;
import kz.kopir.rehearsal.google.ClassroomSettings;
import kz.kopir.rehearsal.kundelik.KundelikSettings;
import kz.kopir.rehearsal.kundelik.KundelikSettings.MarkRepost;
import kz.kopir.rehearsal.world.World;
import kz.kopir.run.Run;
import kz.kopir.run.RunRequest;
import kz.kopir.run.RunState;
import kz.kopir.run.RunStore;
import kz.kopir.run.RunTriggerKind;
import kz.kopir.school.SchoolId;
import kz.kopir.sync.AttendanceMemory;
import kz.kopir.sync.Flows;
import kz.kopir.testing.TestDatabase;
import kz.kopir.testing.WhoIsWho;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * A small rehearsal school with its stand-ins in this JVM, a database, and gateways that
 * come and go. The school's clock goes on while no gateway runs.
 */
final class House implements AutoCloseable {

	private static final String PASSWORD_HASH = new BCryptPasswordEncoder(4).encode(GatewayProcess.PASSWORD);

	/** No gateway of this test lives until then: what is run, is caught up. */
	private static final String IN_THE_NIGHT = "0 0 3 * * ?";

	private final Path folder;

	private final Rehearsal rehearsal;

	private final TestDatabase database;

	private final Killer killer;

	private final String flow;

	private final LocalDateTime now;

	private final Books books;

	private final long begun = System.nanoTime();

	private final List<Path> logs = new ArrayList<>();

	/** One whose gateways carry marks, and find no distance-learning period. */
	static House ofMarks(Path folder, TestDatabase database, MarkRepost repost) throws IOException {
		House house = new House(folder, database, Flows.CLASSROOM, 30, RehearsalSettings.defaults().now(), repost);
		house.writeSettings(Map.of("attendance.distance-periods",
				Path.of("mappings", "distance-periods.csv").toAbsolutePath().toString(), "write",
				"homework,homework-change,mark,mark-change,summative"));
		return house;
	}

	/**
	 * One whose gateways carry the attendance of a distance-learning day, in its evening;
	 * the marks were carried before.
	 */
	static House ofAttendance(Path folder, TestDatabase database) throws IOException {
		House house = new House(folder, database, Flows.ATTENDANCE, 300, World.DISTANCE_DAY.atTime(20, 30),
				MarkRepost.OVERWRITE);
		RunStore runs = new RunStore(database.template());
		Instant before = house.now.minusHours(1).atZone(ZoneId.of("Asia/Almaty")).toInstant();
		runs.begin(Run.begun("before", new RunRequest(new SchoolId(Rehearsal.SCHOOL), Flows.CLASSROOM,
				RunTriggerKind.SCHEDULE, "schedule", false, null, null), before));
		runs.end("before", RunState.FINISHED, before, null);
		WhoIsWho.confirmed(house.rehearsal.world(), World.DISTANCE_DAY, new SchoolId(Rehearsal.SCHOOL),
				new AttendanceMemory(database.template(), Clock.fixed(before, ZoneOffset.UTC)));
		house.writeSettings(Map.of("attendance.statuses-confirmed", "true", "write", "attendance,attendance-change"));
		return house;
	}

	private House(Path folder, TestDatabase database, String flow, int pupils, LocalDateTime now, MarkRepost repost)
			throws IOException {
		this.flow = flow;
		this.now = now;
		this.folder = Files.createDirectories(folder);
		this.database = database;
		this.books = new Books(database, flow);
		RehearsalSettings usual = RehearsalSettings.defaults();
		KundelikSettings kundelik = KundelikSettings.defaults();
		this.rehearsal = Rehearsal.start(
				new RehearsalSettings(usual.seed(), pupils, now, this.folder, usual.classroomPort(),
						usual.kundelikPort()),
				ClassroomSettings.defaults(),
				kundelik.withSwitches(kundelik.switches().withMarkRepost(repost).withCriteriaWrite(true)));
		this.killer = new Killer(this.rehearsal);
	}

	GatewayProcess startGateway() {
		return start(GatewayJvm.java());
	}

	/** A gateway whose orderly end makes the later ones quick to start. */
	GatewayProcess startArchivingGateway() {
		return start(GatewayJvm.archivingJava());
	}

	private GatewayProcess start(List<String> java) {
		Path log = this.folder.resolve("gateway-" + (this.logs.size() + 1) + ".log");
		this.logs.add(log);
		LocalDateTime now = this.now.plus(Duration.ofNanos(System.nanoTime() - this.begun).withNanos(0));
		return GatewayProcess.start(java, this.folder.resolve("gateway.properties"), log, this.flow,
				List.of("--kopir.rehearsal.embedded=false", "--kopir.mail.transport=off",
						"--kopir.rehearsal.starts-at=" + now,
						"--kopir.schools." + Rehearsal.SCHOOL + ".cron=" + IN_THE_NIGHT,
						"--kopir.schools." + Rehearsal.SCHOOL + ".attendance.cron=" + IN_THE_NIGHT));
	}

	Rehearsal rehearsal() {
		return this.rehearsal;
	}

	Killer killer() {
		return this.killer;
	}

	Books books() {
		return this.books;
	}

	JournalPage journal() {
		return JournalPage.of(this.rehearsal.kundelik(), this.rehearsal.world());
	}

	/** What stands in the journal of attendance, without when it was written. */
	List<String> logEntries() {
		return this.rehearsal.kundelik()
			.logEntries()
			.stream()
			.map((entry) -> entry.lessonId() + " " + entry.personId() + " " + entry.status())
			.sorted()
			.toList();
	}

	/** The log of the gateway that was started last. */
	Path lastLog() {
		return this.logs.get(this.logs.size() - 1);
	}

	private void writeSettings(Map<String, String> ofSchool) throws IOException {
		Properties settings = new Properties();
		settings.putAll(this.rehearsal.gatewaySettings());
		DatabaseSettings database = this.database.settings();
		settings.setProperty("kopir.database.url", database.url());
		if (!database.isSqlite()) {
			settings.setProperty("kopir.database.user", String.valueOf(database.user()));
			settings.setProperty("kopir.database.password", String.valueOf(database.password()));
		}
		settings.setProperty("kopir.manage.port", "0");
		ofSchool.forEach((key, value) -> settings.setProperty("kopir.schools." + Rehearsal.SCHOOL + "." + key, value));
		settings.setProperty("kopir.console-level", "INFO");
		settings.setProperty("kopir.privacy.key-file", this.folder.resolve("pseudonym-key").toString());
		settings.setProperty("kopir.log-file", this.folder.resolve("kopir.log").toString());
		settings.setProperty("kopir.manage.users.kopir.password-hash", PASSWORD_HASH);
		settings.setProperty("kopir.manage.users.kopir.roles", "viewer, operator");
		Files.writeString(this.rehearsal.folder().resolve("policies/2026-09-01.yml"),
				PolicyText.approved()
					.with("brake-share", "1")
					.with("late", "publish")
					.with("not-seen", "absent")
					.toString());
		settings.setProperty("logging.level.org.springframework.boot.tomcat", "INFO");
		try (Writer writer = Files.newBufferedWriter(this.folder.resolve("gateway.properties"))) {
			settings.store(writer, "A gateway that will be killed");
		}
	}

	@Override
	public void close() {
		this.rehearsal.close();
		this.database.close();
	}

}
