package kz.kopir.manage;

import java.nio.file.Path;

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

	StartupReport(Environment environment, ManageAccess access) {
		this.environment = environment;
		this.access = access;
	}

	/** Before the first run begins. */
	@EventListener(ApplicationReadyEvent.class)
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void ready() {
		logger.info("{}", text());
		String password = this.access.generatedPassword();
		if (password != null) {
			// on purpose not through a logger: a password has no place in a log file
			System.out.println("  sign in as           " + this.access.user() + " with password " + password
					+ "  (made for this start only)");
		}
	}

	private String text() {
		boolean embedded = this.environment.getProperty("kopir.rehearsal.embedded", Boolean.class, false);
		StringBuilder text = new StringBuilder(embedded
				? "Kopir is ready and works with its rehearsal school; nothing here is real." : "Kopir is ready.");
		line(text, "management endpoint", "http://127.0.0.1:" + property("local.server.port") + "/actuator/runs");
		line(text, "database", property("kopir.database.url"));
		line(text, "routes", property("kopir.routes"));
		line(text, "mappings", property("kopir.mappings"));
		line(text, "log", Path.of(property("kopir.log-file")).toAbsolutePath().toString());
		line(text, embedded ? "stand-in Classroom" : "Classroom", property("kopir.classroom.url"));
		line(text, embedded ? "stand-in Kundelik" : "Kundelik", property("kopir.kundelik.url"));
		line(text, embedded ? "stand-in Zoom" : "Zoom", property("kopir.zoom.url"));
		return text.toString();
	}

	private static void line(StringBuilder text, String name, String value) {
		text.append(String.format("%n  %-20s %s", name, value));
	}

	private String property(String name) {
		return this.environment.getProperty(name, "");
	}

}
