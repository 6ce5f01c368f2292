package kz.kopir.call;

import java.time.Clock;
import java.time.Duration;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs after each failed attempt of a call: tells the breaker, writes the route log, and
 * turns the server's {@code Retry-After} into the delay before the next attempt. Without
 * the header the route's exponential back-off with jitter applies.
 */
public final class BackOff implements Processor {

	private static final Logger logger = LoggerFactory.getLogger(BackOff.class);

	private final Breakers breakers;

	private final Clock clock;

	private final Duration longest;

	/**
	 * @param breakers told of every failure
	 * @param clock to understand a Retry-After that is a date; system time, because
	 * servers speak of real time
	 * @param longest the longest wait that is honoured
	 */
	public BackOff(Breakers breakers, Clock clock, Duration longest) {
		this.breakers = breakers;
		this.clock = clock;
		this.longest = longest;
	}

	@Override
	public void process(Exchange exchange) {
		Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
		exchange.getMessage().removeHeader(Exchange.REDELIVERY_DELAY);
		Calls.systemOf(exchange).ifPresent((system) -> this.breakers.failed(system, failure));
		logger.warn("run={} route={} code=CALL_FAILED system={} what={}", exchange.getProperty(Calls.RUN),
				exchange.getFromRouteId(), Calls.systemOf(exchange).orElse(null), Calls.describe(failure));
		if (failure instanceof HttpOperationFailedException http && http.getResponseHeaders() != null) {
			http.getResponseHeaders()
				.entrySet()
				.stream()
				.filter((header) -> "Retry-After".equalsIgnoreCase(header.getKey()))
				.findFirst()
				.flatMap((header) -> RetryAfter.parse(String.valueOf(header.getValue()), this.clock))
				.ifPresent((wait) -> exchange.getMessage()
					.setHeader(Exchange.REDELIVERY_DELAY,
							((wait.compareTo(this.longest) < 0) ? wait : this.longest).toMillis()));
		}
	}

}
