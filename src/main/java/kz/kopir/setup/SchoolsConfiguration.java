package kz.kopir.setup;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import kz.kopir.classroom.ClassroomAccount;
import kz.kopir.deadline.EditPeriod;
import kz.kopir.deadline.SchoolCalendar;
import kz.kopir.grading.Grading;
import kz.kopir.grading.GradingPolicy;
import kz.kopir.journal.kundelik.KundelikAccount;
import kz.kopir.mapping.MappingException;
import kz.kopir.mapping.Table;
import kz.kopir.roster.CourseLinkRow;
import kz.kopir.roster.CourseLinker;
import kz.kopir.roster.PupilLinkRow;
import kz.kopir.roster.PupilLinker;
import kz.kopir.school.SchoolId;
import kz.kopir.sync.SchoolBook;
import kz.kopir.sync.SchoolRules;
import kz.kopir.sync.AttendanceRules;
import kz.kopir.sync.SyncPolicy;
import kz.kopir.attendance.AttendancePolicy;
import kz.kopir.attendance.DistancePeriods;
import kz.kopir.zoom.ZoomAccount;
import kz.kopir.zoom.ZoomParticipants;
import kz.kopir.zoom.ZoomTeachers;
import kz.kopir.zoom.report.ReportRules;
import kz.kopir.zoom.webhook.WebhookRules;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/**
 * The schools of the settings with their rules.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KopirSettings.class)
class SchoolsConfiguration {

	@Bean
	SchoolBook schoolBook(KopirSettings settings, ResourceLoader resources, ZoneId zone) {
		Tables tables = new Tables(resources, settings.mappings());
		Map<SchoolId, SchoolRules> schools = new LinkedHashMap<>();
		settings.schools().forEach((id, school) -> {
			confirmed(id, school);
			schools.put(new SchoolId(id), rules(school, tables, zone));
		});
		return new SchoolBook(schools);
	}

	/** What an absence means must be sure before the first one is written. */
	private static void confirmed(String id, KopirSettings.School school) {
		boolean writes = school.write().contains(SyncPolicy.Capability.ATTENDANCE)
				|| school.write().contains(SyncPolicy.Capability.ATTENDANCE_CHANGE);
		if (writes && !school.attendance().statusesConfirmed()) {
			throw new SettingUnusable("kopir.schools." + id + ".attendance.statuses-confirmed",
					"Writing attendance is switched on, but nobody confirmed which word of the journal means an absence "
							+ "with a valid reason.",
					"Set an absence with a valid reason by hand in the journal, read it back, set journal.excused to that "
							+ "word, and then set this to true.",
					null);
		}
	}

	private static SchoolRules rules(KopirSettings.School school, Tables tables, ZoneId zone) {
		GradingPolicy usual = GradingPolicy.usual();
		GradingPolicy policy = new GradingPolicy(school.aboveMaximum(), usual.percentScale(), usual.percentRounding(),
				school.lesson(), usual.textCap());
		Grading grading = new Grading(tables.read("assessment-kinds.csv", Grading.KIND_COLUMNS),
				tables.read("formative-scale.csv", Grading.SCALE_COLUMNS),
				tables.read("subjects.csv", Grading.SUBJECT_COLUMNS), policy, zone);
		return new SchoolRules(SchoolCalendar.of(tables.read("calendar.csv", SchoolCalendar.COLUMNS)), grading,
				new CourseLinker(
						CourseLinkRow.of(tables.read(school.courseLinks(), "course-links.csv", CourseLinkRow.COLUMNS))),
				new PupilLinker(
						PupilLinkRow.of(tables.read(school.pupilLinks(), "pupil-links.csv", PupilLinkRow.COLUMNS))),
				new SyncPolicy(school.approval(), school.brakeShare(), school.brakeMinimum(),
						new EditPeriod(school.editPeriodDays()), school.write()),
				attendance(school, tables));
	}

	private static AttendanceRules attendance(KopirSettings.School school, Tables tables) {
		AttendanceSettings settings = school.attendance();
		return new AttendanceRules(
				DistancePeriods
					.of(tables.read(settings.distancePeriods(), "distance-periods.csv", DistancePeriods.COLUMNS)),
				AttendancePolicy.of(tables.read("attendance-bands.csv", AttendancePolicy.COLUMNS),
						Duration.ofMinutes(settings.toleranceMinutes()), settings.notSeen(), settings.brakeShare()),
				teachers(school, tables), settings.daysBack(), settings.keepDays());
	}

	private static ZoomTeachers teachers(KopirSettings.School school, Tables tables) {
		return ZoomTeachers.of(tables.read(school.zoom().teachers(), "zoom-teachers.csv", ZoomTeachers.COLUMNS));
	}

	/** What each school says of its report files. */
	static Map<SchoolId, ReportRules> reportRules(KopirSettings settings, ResourceLoader resources) {
		Tables tables = new Tables(resources, settings.mappings());
		Map<SchoolId, ReportRules> rules = new LinkedHashMap<>();
		settings.schools().forEach((id, school) -> {
			DistancePeriods periods = attendance(school, tables).periods();
			ZoomTeachers teachers = teachers(school, tables);
			rules.put(new SchoolId(id),
					new ReportRules(school.attendance().reportZone(), (day) -> periods.anyOn(day, day),
							participants(school, tables)::byEmail, (email) -> teachers.teacher(email).isPresent()));
		});
		return rules;
	}

	private static ZoomParticipants participants(KopirSettings.School school, Tables tables) {
		return ZoomParticipants
			.of(tables.read(school.zoom().participants(), "zoom-participants.csv", ZoomParticipants.COLUMNS));
	}

	/** Zoom accounts of the schools that have one. */
	static Map<SchoolId, ZoomAccount> zoomAccounts(KopirSettings settings, ResourceLoader resources) {
		Tables tables = new Tables(resources, settings.mappings());
		Map<SchoolId, ZoomAccount> accounts = new LinkedHashMap<>();
		settings.schools().forEach((id, school) -> {
			ZoomAccess access = school.zoom();
			String account = access.accountId();
			if (account == null) {
				return;
			}
			String client = access.clientId();
			String secret = access.clientSecret();
			if (client == null || secret == null) {
				throw new SettingUnusable("kopir.schools." + id + ".zoom",
						"account-id is given, but client-id or client-secret is not.",
						"Give all three as Zoom shows them for the Server-to-Server OAuth app, or none.", null);
			}
			accounts.put(new SchoolId(id), new ZoomAccount(account, client, secret, access.discovery(),
					access.requestsPerDay(), teachers(school, tables), ZoomParticipants
						.of(tables.read(access.participants(), "zoom-participants.csv", ZoomParticipants.COLUMNS))));
		});
		return accounts;
	}

	/** How events of the schools that take them are taken. */
	static Map<SchoolId, WebhookRules> webhooks(KopirSettings settings, ResourceLoader resources) {
		Tables tables = new Tables(resources, settings.mappings());
		Map<SchoolId, WebhookRules> webhooks = new LinkedHashMap<>();
		settings.schools().forEach((id, school) -> {
			Path file = school.zoom().webhookSecretFile();
			if (file != null) {
				webhooks.put(new SchoolId(id), new WebhookRules(webhookSecret(id, file), teachers(school, tables),
						participants(school, tables)));
			}
		});
		return webhooks;
	}

	private static String webhookSecret(String id, Path file) {
		String advice = "Create the file with the secret token of the Zoom app as its only line, readable for the gateway.";
		try {
			String secret = Files.readString(file).trim();
			if (secret.isEmpty()) {
				throw new SettingUnusable("kopir.schools." + id + ".zoom.webhook-secret-file", file + " is empty.",
						advice, null);
			}
			return secret;
		}
		catch (IOException ex) {
			throw new SettingUnusable("kopir.schools." + id + ".zoom.webhook-secret-file",
					"The secret token cannot be read from " + file + ".", advice, ex);
		}
	}

	static Function<SchoolId, ClassroomAccount> googleAccounts(KopirSettings settings) {
		Map<SchoolId, ClassroomAccount> accounts = new LinkedHashMap<>();
		settings.schools().forEach((id, school) -> {
			KopirSettings.Google google = school.google();
			try {
				accounts.put(new SchoolId(id),
						new ClassroomAccount(google.serviceAccountKey(), google.subject(), google.clientId(),
								google.clientSecret(), secret(google.refreshTokenFile()), google.tokenUri()));
			}
			catch (IllegalArgumentException ex) {
				throw new SettingUnusable("kopir.schools." + id + ".google", String.valueOf(ex.getMessage()),
						"Give exactly one of the two ways; the service account is the better one for a school.", ex);
			}
		});
		return accounts::get;
	}

	static Function<SchoolId, KundelikAccount> journalAccounts(KopirSettings settings) {
		Map<SchoolId, KundelikAccount> accounts = new LinkedHashMap<>();
		settings.schools().forEach((id, school) -> {
			KopirSettings.Journal journal = school.journal();
			accounts.put(new SchoolId(id), new KundelikAccount(journal.schoolId(), journal.clientId(),
					journal.clientSecret(), journal.refreshTokenFile(), journal.excused()));
		});
		return accounts::get;
	}

	private static @Nullable String secret(@Nullable Path file) {
		if (file == null) {
			return null;
		}
		try {
			return Files.readString(file).trim();
		}
		catch (IOException ex) {
			throw new IllegalArgumentException("The refresh token cannot be read from " + file
					+ ". Create the file with the token as its only line, readable for the gateway.", ex);
		}
	}

	/**
	 * Reads the tables that the school keeps.
	 */
	private record Tables(ResourceLoader resources, String base) {

		Table read(String name, List<String> columns) {
			String place = (this.base.endsWith("/") ? this.base : this.base + "/") + name;
			return read(this.resources.getResource(place), place, columns);
		}

		Table read(@Nullable Path file, String name, List<String> columns) {
			return (file != null) ? read(new FileSystemResource(file), file.toString(), columns) : read(name, columns);
		}

		private static Table read(Resource resource, String place, List<String> columns) {
			try (Reader reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
				return Table.read(place, reader, columns);
			}
			catch (IOException ex) {
				throw new MappingException(place, 0, "", "The table cannot be read.",
						"Put it there, or let the settings name the file that holds it.", ex);
			}
		}

	}

}
