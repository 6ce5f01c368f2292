package kz.kopir.manage;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

import kz.kopir.access.ManageAccess;
import kz.kopir.policy.SchoolPolicy;
import kz.kopir.school.SchoolId;
import kz.kopir.sync.SchoolBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Says at start where things are.
 */
@Component
class StartupReport {

	private static final Logger logger = LoggerFactory.getLogger("kopir");

	private final Environment environment;

	private final ManageAccess access;

	private final SchoolBook schools;

	StartupReport(Environment environment, ManageAccess access, SchoolBook schools) {
		this.environment = environment;
		this.access = access;
		this.schools = schools;
	}

	/** Before the first run begins. */
	@EventListener(ApplicationReadyEvent.class)
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void ready() {
		logger.info("{}", text());
		String password = this.access.generatedPassword();
		if (password != null) {
			// on purpose not through a logger: a password has no place in a log file
			System.out.println("  sign in as           " + this.access.users().get(0) + " with password " + password
					+ "  (made for this start only)");
			System.out.println("  or, for one job      " + String.join(", ", others(this.access.users()))
					+ ", with the same password");
		}
	}

	private static List<String> others(List<String> users) {
		return users.subList(1, users.size());
	}

	private String text() {
		boolean embedded = this.environment.getProperty("kopir.rehearsal.embedded", Boolean.class, false);
		StringBuilder text = new StringBuilder(embedded
				? "Kopir is ready and works with its rehearsal school; nothing here is real." : "Kopir is ready.");
		line(text, "console", property("kopir.console-url"));
		line(text, "management endpoint", "http://127.0.0.1:" + property("local.server.port") + "/actuator/runs");
		line(text, "database", property("kopir.database.url"));
		line(text, "routes", property("kopir.routes"));
		line(text, "mappings", property("kopir.mappings"));
		line(text, "log", Path.of(property("kopir.log-file")).toAbsolutePath().toString());
		line(text, embedded ? "stand-in Classroom" : "Classroom", property("kopir.classroom.url"));
		line(text, embedded ? "stand-in Kundelik" : "Kundelik", property("kopir.kundelik.url"));
		line(text, embedded ? "stand-in Zoom" : "Zoom", property("kopir.zoom.url"));
		if (embedded) {
			line(text, "mails, all of them", property("kopir.gmail.url"));
		}
		this.schools.schools()
			.stream()
			.sorted(Comparator.comparing(SchoolId::value))
			.forEach((school) -> line(text, "policy of " + school, policy(this.schools.rules(school).policy())));
		return text.toString();
	}

	private static String policy(SchoolPolicy policy) {
		return policy.version() + ", protocol " + policy.council().protocol() + " of " + policy.council().date()
				+ "; technical support: " + policy.technicalSupport().name() + ", " + policy.technicalSupport().phone();
	}

	private static void line(StringBuilder text, String name, String value) {
		text.append(String.format("%n  %-20s %s", name, value));
	}

	private String property(String name) {
		return this.environment.getProperty(name, "");
	}

}
