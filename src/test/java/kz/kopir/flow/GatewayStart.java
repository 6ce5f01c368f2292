package kz.kopir.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import kz.kopir.KopirApplication;
import kz.kopir.access.Role;
import kz.kopir.rehearsal.Rehearsal;
import kz.kopir.rehearsal.RehearsalClock;
import kz.kopir.rehearsal.RehearsalSettings;
import kz.kopir.rehearsal.world.World;
import kz.kopir.rehearsal.world.WorldSettings;
import kz.kopir.run.Run;
import kz.kopir.run.RunRequest;
import kz.kopir.run.RunState;
import kz.kopir.run.RunStore;
import kz.kopir.run.RunTriggerKind;
import kz.kopir.school.SchoolId;
import kz.kopir.testing.PolicyText;
import kz.kopir.sync.Flows;
import kz.kopir.testing.TestDatabase;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * With which settings the gateway of the tests starts, and how.
 */
final class GatewayStart {

	private static final List<SchoolId> SCHOOLS = List.of(GatewayHouse.SCHOOL, GatewayHouse.CAREFUL_SCHOOL,
			GatewayHouse.READING_SCHOOL, GatewayHouse.WRITING_SCHOOL, GatewayHouse.LOCKING_SCHOOL,
			GatewayHouse.BIG_SCHOOL);

	static final String NEVER = "0 0 0 1 1 ? 2098";

	private GatewayStart() {
	}

	/** What a gateway has to be told to work with this school. */
	static Map<String, String> settings(Rehearsal rehearsal, TestDatabase database) {
		Map<String, String> gateway = new LinkedHashMap<>();
		String own = "kopir.schools." + GatewayHouse.SCHOOL + ".";
		rehearsal.gatewaySettings().forEach((key, value) -> {
			gateway.put(key, value);
			if (key.startsWith(own)) {
				SCHOOLS.forEach((school) -> gateway.put(key.replace(own, "kopir.schools." + school + "."), value));
			}
		});
		for (SchoolId school : SCHOOLS) {
			gateway.put("kopir.schools." + school + ".cron", NEVER);
			gateway.put("kopir.schools." + school + ".attendance.cron", NEVER);
			gateway.put("kopir.schools." + school + ".attendance.statuses-confirmed", "true");
			gateway.put("kopir.schools." + school + ".write",
					school.equals(GatewayHouse.READING_SCHOOL) ? "" : "homework,homework-change,mark,mark-change");
		}
		gateway.merge("kopir.schools." + GatewayHouse.WRITING_SCHOOL + ".write", ",summative", String::concat);
		gateway.put("kopir.schools." + GatewayHouse.SCHOOL + ".policies",
				policies(rehearsal, "usual-policies",
						PolicyText.approved()
							.with("approvers", "[" + GatewayHouse.USER + "]")
							.with("late-approvers", "[" + GatewayHouse.USER + ", approver]")
							.with("deciders", "[" + GatewayHouse.USER + ", approver]")));
		gateway.put("kopir.schools." + GatewayHouse.CAREFUL_SCHOOL + ".policies",
				policies(rehearsal, "careful-policies",
						PolicyText.approved()
							.with("wait-for-approval", "true")
							.with("approvers", "[" + GatewayHouse.USER + ", approver]")
							.with("deciders", "[" + GatewayHouse.USER + ", approver]")));
		gateway.put("kopir.schools." + GatewayHouse.LOCKING_SCHOOL + ".policies",
				policies(rehearsal, "locking-policies",
						PolicyText.approved()
							.with("edit-period-days", String.valueOf(GatewayHouse.EDIT_PERIOD))
							.with("late-approvers", "[" + GatewayHouse.USER + ", approver]")
							.with("deciders", "[" + GatewayHouse.USER + ", approver]")));
		gateway.put("kopir.schools." + GatewayHouse.LOCKING_SCHOOL + ".attendance.distance-periods",
				file(rehearsal, "october-distance-periods.csv", """
						scope,id,shift,from,to,ground,order
						school,,,2026-10-13,2026-10-15,1,№ 190 2026-10-12
						"""));
		links(gateway, rehearsal, GatewayHouse.LOCKING_SCHOOL, GatewayHouse.PUPILS_OF_THE_LOCKING_SCHOOL);
		links(gateway, rehearsal, GatewayHouse.BIG_SCHOOL, GatewayHouse.MANY_PUPILS);
		gateway.put("kopir.mail.cron", NEVER);
		gateway.putAll(users());
		gateway.put("kopir.rehearsal.embedded", "false");
		gateway.put("kopir.database.url", database.settings().url());
		gateway.put("kopir.manage.port", "0");
		gateway.put("kopir.retry.first-delay-ms", "10");
		gateway.put("kopir.retry.longest-delay-ms", "100");
		gateway.put("kopir.retry.response-timeout", "2s");
		gateway.put("kopir.retry.breaker-pause", "50ms");
		return gateway;
	}

	/** One who may do everything, and one for each role. */
	static Map<String, String> users() {
		Map<String, String> users = new LinkedHashMap<>();
		String hash = new BCryptPasswordEncoder(4).encode(GatewayHouse.PASSWORD);
		users.put("kopir.manage.users." + GatewayHouse.USER + ".roles", "viewer,operator,approver,data-viewer");
		users.put("kopir.manage.users." + GatewayHouse.USER + ".password-hash", hash);
		for (Role role : Role.values()) {
			String name = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
			users.put("kopir.manage.users." + name + ".roles", name);
			users.put("kopir.manage.users." + name + ".password-hash", hash);
		}
		return users;
	}

	static String policies(Rehearsal rehearsal, String name, PolicyText policy) {
		try {
			Files.createDirectories(rehearsal.folder().resolve(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		file(rehearsal, name + "/2026-09-01.yml", policy.toString());
		return rehearsal.folder().resolve(name).toString();
	}

	/** Who is who in a school of another size. */
	private static void links(Map<String, String> gateway, Rehearsal rehearsal, SchoolId school, int pupils) {
		World world = World.generate(new WorldSettings(RehearsalSettings.defaults().seed(), pupils,
				RehearsalSettings.defaults().now().toLocalDate()));
		gateway.put("kopir.schools." + school + ".course-links",
				file(rehearsal, school + "-course-links.csv", world.courseLinksCsv()));
		gateway.put("kopir.schools." + school + ".pupil-links",
				file(rehearsal, school + "-pupil-links.csv", world.pupilLinksCsv()));
	}

	private static String file(Rehearsal rehearsal, String name, String text) {
		try {
			return Files.writeString(rehearsal.folder().resolve(name), text).toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Starts the real application with these settings and the clock of its school. */
	static ConfigurableApplicationContext start(Map<String, String> gateway, RehearsalClock clock) {
		String[] arguments = gateway.entrySet()
			.stream()
			.map((setting) -> "--" + setting.getKey() + "=" + setting.getValue())
			.toArray(String[]::new);
		return new SpringApplicationBuilder(KopirApplication.class).web(WebApplicationType.SERVLET)
			.profiles("rehearsal")
			.initializers((context) -> context.getBeanFactory().registerSingleton("rehearsalClock", clock))
			.registerShutdownHook(false)
			.run(arguments);
	}

	/** A school that was never run would be run at the start. */
	static void haveBeenRun(TestDatabase database) {
		SCHOOLS.forEach((school) -> hasBeenRun(database, school));
	}

	/** Both flows of a school came to their end some time ago. */
	static void hasBeenRun(TestDatabase database, SchoolId school) {
		RunStore store = new RunStore(database.template());
		Instant before = Instant.parse("2026-11-20T02:00:00Z");
		for (String flow : Flows.ALL) {
			String id = "before-" + flow + "-" + school;
			store.begin(Run.begun(id,
					new RunRequest(school, flow, RunTriggerKind.SCHEDULE, "schedule", false, null, null), before));
			store.end(id, RunState.FINISHED, before, null);
		}
	}

}
