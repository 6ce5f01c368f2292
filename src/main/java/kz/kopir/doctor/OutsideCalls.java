package kz.kopir.doctor;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

import kz.kopir.call.Calls;
import kz.kopir.call.OutsideSystem;
import kz.kopir.run.RunContext;
import kz.kopir.run.RunCounts;
import kz.kopir.school.SchoolId;
import org.apache.camel.Exchange;

/**
 * Asks the outside systems through the gateway's own routes, so that what is examined is
 * what runs later. Each call is made once: somebody waits for the answer.
 */
final class OutsideCalls {

	private static final String RUN = "doctor";

	private final OutsideWorld world;

	private final Clock clock;

	private final ZoneId zone;

	OutsideCalls(OutsideWorld world, Clock clock, ZoneId zone) {
		this.world = world;
		this.clock = clock;
		this.zone = zone;
	}

	OutsideWorld world() {
		return this.world;
	}

	LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.zone);
	}

	/** On whose behalf is asked; it is no run, and nothing of it is kept. */
	RunContext run(SchoolId school) {
		return new RunContext(RUN, school, RUN, true, today(), today(), new RunCounts());
	}

	/**
	 * Sends a question into a route.
	 * @param type what the answer is
	 * @throws Exception what really failed
	 */
	<T> T ask(RunContext run, OutsideSystem system, String route, Object question, Class<T> type) throws Exception {
		Exchange exchange = this.world.camel(system)
			.createFluentProducerTemplate()
			.to(route)
			.withExchangeProperty(Calls.RUN, run)
			.withExchangeProperty(Calls.ONCE, true)
			.withBody(question)
			.send();
		Exception failure = exchange.getException();
		if (failure != null) {
			throw (Calls.cause(failure) instanceof Exception cause) ? cause : failure;
		}
		return exchange.getMessage().getBody(type);
	}

}
