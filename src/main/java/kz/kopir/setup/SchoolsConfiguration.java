package kz.kopir.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import kz.kopir.classroom.ClassroomAccount;
import kz.kopir.journal.kundelik.KundelikAccount;
import kz.kopir.privacy.ServedSchools;
import kz.kopir.school.SchoolId;
import kz.kopir.staff.Staff;
import kz.kopir.staff.StaffBook;
import kz.kopir.sync.SchoolBook;
import kz.kopir.sync.SchoolSource;
import kz.kopir.sync.SyncPolicy;
import kz.kopir.attendance.DistancePeriods;
import kz.kopir.mapping.Table;
import kz.kopir.zoom.ZoomAccount;
import kz.kopir.zoom.ZoomParticipants;
import kz.kopir.zoom.ZoomTeachers;
import kz.kopir.zoom.report.ReportRules;
import kz.kopir.zoom.webhook.WebhookRules;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The schools of the settings with their rules.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KopirSettings.class)
class SchoolsConfiguration {

	@Bean
	SchoolBook schoolBook(KopirSettings settings, ResourceLoader resources, JdbcTemplate template, Clock clock,
			ZoneId zone) {
		PolicyRegister register = new PolicyRegister(template);
		Tables tables = new Tables(resources, settings.mappings());
		Map<SchoolId, SchoolSource> schools = new LinkedHashMap<>();
		settings.schools().forEach((id, school) -> {
			confirmed(id, school);
			schools.put(new SchoolId(id), new PolicyRules(id, school, tables, register, clock, zone));
		});
		return new SchoolBook(schools);
	}

	/** Read at start, so that a mistake is told then and not when a mail is due. */
	@Bean
	StaffBook staffBook(KopirSettings settings, ResourceLoader resources) {
		Tables tables = new Tables(resources, settings.mappings());
		Map<SchoolId, Staff> schools = new LinkedHashMap<>();
		settings.schools()
			.forEach((id, school) -> schools.put(new SchoolId(id),
					Staff.of(tables.read(school.staff(), "staff.csv", Staff.COLUMNS))));
		return new StaffBook(schools);
	}

	@Bean
	ServedSchools servedSchools(KopirSettings settings) {
		Set<SchoolId> ids = settings.schools().keySet().stream().map(SchoolId::new).collect(Collectors.toSet());
		return () -> ids;
	}

	/** What an absence means must be sure before the first one is written. */
	static void confirmed(String id, KopirSettings.School school) {
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

	static Table periods(KopirSettings.School school, Tables tables) {
		return tables.read(school.attendance().distancePeriods(), "distance-periods.csv", DistancePeriods.COLUMNS);
	}

	static ZoomTeachers teachers(KopirSettings.School school, Tables tables) {
		return ZoomTeachers.of(tables.read(school.zoom().teachers(), "zoom-teachers.csv", ZoomTeachers.COLUMNS));
	}

	/** What each school says of its report files. */
	static Map<SchoolId, ReportRules> reportRules(KopirSettings settings, ResourceLoader resources) {
		Tables tables = new Tables(resources, settings.mappings());
		Map<SchoolId, ReportRules> rules = new LinkedHashMap<>();
		settings.schools().forEach((id, school) -> {
			DistancePeriods periods = DistancePeriods.of(periods(school, tables));
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

}
