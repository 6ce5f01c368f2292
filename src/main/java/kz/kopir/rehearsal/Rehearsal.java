package kz.kopir.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import kz.kopir.rehearsal.gmail.GmailSettings;
import kz.kopir.rehearsal.gmail.GmailStandIn;
import kz.kopir.rehearsal.google.ClassroomSettings;
import kz.kopir.rehearsal.google.ClassroomStandIn;
import kz.kopir.rehearsal.http.FaultScript;
import kz.kopir.rehearsal.kundelik.KundelikSettings;
import kz.kopir.rehearsal.kundelik.KundelikStandIn;
import kz.kopir.rehearsal.world.World;
import kz.kopir.rehearsal.world.WorldSettings;
import kz.kopir.rehearsal.zoom.ZoomSettings;
import kz.kopir.rehearsal.zoom.ZoomStandIn;

/**
 * The rehearsal school with its stand-ins, and what a gateway must know to work with it.
 */
public final class Rehearsal implements AutoCloseable {

	/** Id of the rehearsal school in the gateway. */
	public static final String SCHOOL = "rehearsal";

	private static final String MAILS = "mails";

	private final World world;

	private final ClassroomStandIn classroom;

	private final KundelikStandIn kundelik;

	private final ZoomStandIn zoom;

	private final GmailStandIn gmail;

	private final FaultScript classroomFaults;

	private final FaultScript gmailFaults;

	private final FaultScript zoomFaults;

	private final FaultScript kundelikFaults;

	private final Path folder;

	private final RehearsalClock clock;

	private Rehearsal(World world, ClassroomStandIn classroom, FaultScript classroomFaults, KundelikStandIn kundelik,
			FaultScript kundelikFaults, ZoomStandIn zoom, FaultScript zoomFaults, GmailStandIn gmail,
			FaultScript gmailFaults, Path folder, RehearsalClock clock) {
		this.world = world;
		this.classroom = classroom;
		this.classroomFaults = classroomFaults;
		this.kundelik = kundelik;
		this.kundelikFaults = kundelikFaults;
		this.zoom = zoom;
		this.zoomFaults = zoomFaults;
		this.gmail = gmail;
		this.gmailFaults = gmailFaults;
		this.folder = folder;
		this.clock = clock;
	}

	/**
	 * Generates the school, starts its stand-ins and writes keys and tables into the
	 * folder.
	 */
	public static Rehearsal start(RehearsalSettings settings) {
		return start(settings, new RehearsalClock(settings.now()));
	}

	/** The same with a clock that somebody moves. */
	public static Rehearsal start(RehearsalSettings settings, RehearsalClock clock) {
		return start(settings, ClassroomSettings.defaults(), KundelikSettings.defaults(), clock);
	}

	/** The same with stand-ins that are set otherwise. */
	public static Rehearsal start(RehearsalSettings settings, ClassroomSettings classroomSettings,
			KundelikSettings kundelikSettings) {
		return start(settings, classroomSettings, kundelikSettings, new RehearsalClock(settings.now()));
	}

	/**
	 * The same with a clock that somebody moves. Teachers have planned up to the day of
	 * the settings, whatever time the clock shows at the start.
	 */
	public static Rehearsal start(RehearsalSettings settings, ClassroomSettings classroomSettings,
			KundelikSettings kundelikSettings, RehearsalClock clock) {
		World world = World.generate(
				new WorldSettings(settings.seed(), settings.pupils(), settings.now().toLocalDate()), clock.people());
		FaultScript classroomFaults = FaultScript.none();
		FaultScript kundelikFaults = FaultScript.none();
		ClassroomStandIn classroom = ClassroomStandIn.start(world, classroomSettings.withPort(settings.classroomPort()),
				classroomFaults);
		KundelikStandIn kundelik = KundelikStandIn.start(world, kundelikSettings.withPort(settings.kundelikPort()),
				kundelikFaults, clock);
		FaultScript zoomFaults = FaultScript.none();
		ZoomStandIn zoom = ZoomStandIn.start(world, ZoomSettings.defaults().withPort(settings.zoomPort()), zoomFaults,
				clock);
		Path folder = settings.folder().toAbsolutePath();
		FaultScript gmailFaults = FaultScript.none();
		GmailStandIn gmail = GmailStandIn.start(classroom,
				GmailSettings.defaults().withPort(settings.gmailPort()).withFolder(folder.resolve(MAILS)), gmailFaults,
				clock);
		Rehearsal rehearsal = new Rehearsal(world, classroom, classroomFaults, kundelik, kundelikFaults, zoom,
				zoomFaults, gmail, gmailFaults, folder, clock);
		rehearsal.writeFiles(kundelikSettings);
		return rehearsal;
	}

	public World world() {
		return this.world;
	}

	public ClassroomStandIn classroom() {
		return this.classroom;
	}

	public FaultScript classroomFaults() {
		return this.classroomFaults;
	}

	public KundelikStandIn kundelik() {
		return this.kundelik;
	}

	public FaultScript kundelikFaults() {
		return this.kundelikFaults;
	}

	public ZoomStandIn zoom() {
		return this.zoom;
	}

	public FaultScript zoomFaults() {
		return this.zoomFaults;
	}

	public GmailStandIn gmail() {
		return this.gmail;
	}

	public FaultScript gmailFaults() {
		return this.gmailFaults;
	}

	/** What time it is there. */
	public RehearsalClock clock() {
		return this.clock;
	}

	public Path folder() {
		return this.folder;
	}

	/** Settings with which a gateway works with this school. */
	public Map<String, String> gatewaySettings() {
		Map<String, String> settings = new LinkedHashMap<>();
		settings.put("kopir.classroom.url", url(this.classroom.url().toString()));
		settings.put("kopir.kundelik.url", url(this.kundelik.url().toString()));
		String school = "kopir.schools." + SCHOOL + ".";
		settings.put(school + "google.service-account-key", file("service-account.json").toString());
		settings.put(school + "google.subject", this.classroom.adminEmail());
		settings.put(school + "journal.school-id", String.valueOf(this.world.schoolId()));
		KundelikSettings.Credentials credentials = KundelikSettings.Credentials.defaults();
		settings.put(school + "journal.client-id", credentials.clientId());
		settings.put(school + "journal.client-secret", credentials.clientSecret());
		settings.put(school + "journal.refresh-token-file", file("kundelik-refresh-token").toString());
		settings.put(school + "course-links", file("course-links.csv").toString());
		settings.put(school + "pupil-links", file("pupil-links.csv").toString());
		settings.put(school + "policies", file("policies").toString());
		settings.put("kopir.zoom.url", this.zoom.url().toString());
		settings.put("kopir.zoom.token-url", this.zoom.tokenUrl().toString());
		ZoomSettings.Credentials app = ZoomSettings.Credentials.defaults();
		settings.put(school + "zoom.account-id", app.accountId());
		settings.put(school + "zoom.client-id", app.clientId());
		settings.put(school + "zoom.client-secret", app.clientSecret());
		settings.put(school + "zoom.teachers", file("zoom-teachers.csv").toString());
		settings.put(school + "zoom.participants", file("zoom-participants.csv").toString());
		settings.put(school + "attendance.distance-periods", file("distance-periods.csv").toString());
		settings.put("kopir.gmail.url", this.gmail.url().toString());
		settings.put(school + "mail.sender", this.world.mailbox());
		settings.put(school + "staff", file("staff.csv").toString());
		return settings;
	}

	private void writeFiles(KundelikSettings kundelikSettings) {
		try {
			Files.createDirectories(this.folder);
			write("service-account.json", this.classroom.serviceAccountKeyJson());
			write("kundelik-refresh-token", kundelikSettings.credentials().adminRefreshToken());
			write("course-links.csv", this.world.courseLinksCsv());
			write("pupil-links.csv", this.world.pupilLinksCsv());
			write("zoom-teachers.csv", this.world.zoomTeachersCsv());
			write("zoom-participants.csv", this.world.zoomParticipantsCsv());
			write("distance-periods.csv", this.world.distancePeriodsCsv());
			write("staff.csv", this.world.staffCsv());
			Files.createDirectories(file("policies"));
			write("policies/2026-09-01.yml", ApprovedPolicy.text());
		}
		catch (IOException ex) {
			close();
			throw new UncheckedIOException("The rehearsal cannot write its keys and tables into " + this.folder
					+ ". Make the folder writable or name another one with kopir.rehearsal.folder.", ex);
		}
	}

	private void write(String name, String text) throws IOException {
		Files.writeString(file(name), text, StandardCharsets.UTF_8);
	}

	private Path file(String name) {
		return this.folder.resolve(name);
	}

	private static String url(String url) {
		return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
	}

	@Override
	public void close() {
		this.classroom.close();
		this.kundelik.close();
		this.zoom.close();
		this.gmail.close();
	}

}
