package kz.kopir.crash;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import kz.kopir.database.DatabaseSettings;
import kz.kopir.rehearsal.Rehearsal;
import kz.kopir.rehearsal.RehearsalSettings;
import kz.kopir.rehearsal.google.ClassroomSettings;
import kz.kopir.rehearsal.kundelik.KundelikSettings;
import kz.kopir.rehearsal.kundelik.KundelikSettings.MarkRepost;
import kz.kopir.testing.TestDatabase;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * A small rehearsal school with its stand-ins in this JVM, a database, and gateways that
 * come and go. The school's clock goes on while no gateway runs.
 */
final class House implements AutoCloseable {

	private static final int PUPILS = 30;

	private static final String PASSWORD_HASH = new BCryptPasswordEncoder(4).encode(GatewayProcess.PASSWORD);

	/** No gateway of this test lives until then: what is run, is caught up. */
	private static final String IN_THE_NIGHT = "0 0 3 * * ?";

	private final Path folder;

	private final Rehearsal rehearsal;

	private final TestDatabase database;

	private final Killer killer;

	private final Books books;

	private final long begun = System.nanoTime();

	private final List<Path> logs = new ArrayList<>();

	House(Path folder, TestDatabase database, MarkRepost repost) throws IOException {
		this.folder = Files.createDirectories(folder);
		this.database = database;
		this.books = new Books(database);
		RehearsalSettings usual = RehearsalSettings.defaults();
		KundelikSettings kundelik = KundelikSettings.defaults();
		this.rehearsal = Rehearsal.start(
				new RehearsalSettings(usual.seed(), PUPILS, usual.now(), this.folder, usual.classroomPort(),
						usual.kundelikPort()),
				ClassroomSettings.defaults(), kundelik.withSwitches(kundelik.switches().withMarkRepost(repost)));
		this.killer = new Killer(this.rehearsal);
		writeSettings();
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
		LocalDateTime now = RehearsalSettings.defaults()
			.now()
			.plus(Duration.ofNanos(System.nanoTime() - this.begun).withNanos(0));
		return GatewayProcess.start(java, this.folder.resolve("gateway.properties"), log,
				List.of("--kopir.rehearsal.embedded=false", "--kopir.rehearsal.starts-at=" + now,
						"--kopir.schools." + Rehearsal.SCHOOL + ".cron=" + IN_THE_NIGHT));
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
		return JournalPage.of(this.rehearsal.kundelik());
	}

	/** The log of the gateway that was started last. */
	Path lastLog() {
		return this.logs.get(this.logs.size() - 1);
	}

	private void writeSettings() throws IOException {
		Properties settings = new Properties();
		settings.putAll(this.rehearsal.gatewaySettings());
		DatabaseSettings database = this.database.settings();
		settings.setProperty("kopir.database.url", database.url());
		if (!database.isSqlite()) {
			settings.setProperty("kopir.database.user", String.valueOf(database.user()));
			settings.setProperty("kopir.database.password", String.valueOf(database.password()));
		}
		settings.setProperty("kopir.manage.port", "0");
		// no distance-learning period: the flow of attendance has crash tests of its own
		settings.setProperty("kopir.schools." + Rehearsal.SCHOOL + ".attendance.distance-periods",
				Path.of("mappings", "distance-periods.csv").toAbsolutePath().toString());
		settings.setProperty("kopir.console-level", "INFO");
		settings.setProperty("kopir.log-file", this.folder.resolve("kopir.log").toString());
		settings.setProperty("kopir.manage.password-hash", PASSWORD_HASH);
		settings.setProperty("kopir.schools." + Rehearsal.SCHOOL + ".brake-share", "1");
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
