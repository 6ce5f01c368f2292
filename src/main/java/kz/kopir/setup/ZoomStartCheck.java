package kz.kopir.setup;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import kz.kopir.call.Calls;
import kz.kopir.problem.Problem;
import kz.kopir.run.RunContext;
import kz.kopir.run.RunCounts;
import kz.kopir.school.SchoolId;
import kz.kopir.sync.Flows;
import kz.kopir.zoom.Zoom;
import kz.kopir.zoom.ZoomCollection;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells at the start whether each school's Zoom app can read what attendance needs: IT
 * staff shall not hear of a missing scope on the first distance-learning day.
 */
@Component
class ZoomStartCheck {

	private static final Logger logger = LoggerFactory.getLogger("kopir");

	private final KopirSettings settings;

	private final Zoom zoom;

	private final CamelContext camel;

	private final Clock clock;

	private final ZoneId zone;

	ZoomStartCheck(KopirSettings settings, Zoom zoom, CamelContext camel, Clock clock, ZoneId zone) {
		this.settings = settings;
		this.zoom = zoom;
		this.camel = camel;
		this.clock = clock;
		this.zone = zone;
	}

	/**
	 * In the background: a Zoom that does not answer must not keep the gateway from
	 * working.
	 */
	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		this.settings.schools()
			.keySet()
			.stream()
			.map(SchoolId::new)
			.filter(this.zoom::isUsed)
			.forEach((school) -> FlowConfiguration.daemon(() -> check(school), "zoom-check-" + school).start());
	}

	private void check(SchoolId school) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.zone);
		RunContext run = new RunContext("zoom-check", school, Flows.ATTENDANCE, true, today, today, new RunCounts());
		ZoomCollection collection = this.zoom.collect(run, List.of());
		Exchange checked = this.camel.createFluentProducerTemplate()
			.to("direct:zoom-check")
			.withExchangeProperty(Calls.RUN, run)
			.withBody(collection)
			.send();
		if (checked.getException() != null) {
			Throwable failure = Calls.cause(checked.getException());
			logger.warn("school={} Zoom cannot be asked: {}", school,
					(failure != null) ? failure.getMessage() : Calls.describe(failure));
			return;
		}
		for (Problem problem : collection.problems()) {
			logger
				.warn("school={} code={} {}. Add the scopes to the Server-to-Server OAuth app in the Zoom marketplace "
						+ "and activate it again.", school, problem.code(), problem.details());
		}
		if (collection.problems().isEmpty()) {
			logger.info("school={} Zoom: the app may read all that is needed; users without a licence, and so without "
					+ "reports: {}", school, this.zoom.withoutLicence(school));
		}
	}

}
