package kz.kopir.call;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import org.jspecify.annotations.Nullable;

/**
 * One circuit breaker per outside system: on an outage the rest of a run ends at once
 * with one problem instead of thousands of attempts.
 */
public final class Breakers {

	private final Troubles troubles;

	private final Map<OutsideSystem, CircuitBreaker> breakers = new EnumMap<>(OutsideSystem.class);

	/**
	 * @param troubles tells an outage from a refusal
	 * @param calls how many of the last calls are looked at
	 * @param failureShare percentage of them, 1 to 100, that must have failed
	 * @param pause how long the system is left alone
	 */
	public Breakers(Troubles troubles, int calls, float failureShare, Duration pause) {
		this.troubles = troubles;
		CircuitBreakerConfig config = CircuitBreakerConfig.custom()
			.slidingWindowSize(calls)
			.minimumNumberOfCalls(calls)
			.failureRateThreshold(failureShare)
			.waitDurationInOpenState(pause)
			.build();
		for (OutsideSystem system : OutsideSystem.values()) {
			this.breakers.put(system, CircuitBreaker.of(system.name(), config));
		}
	}

	/**
	 * Asks for leave to call.
	 * @throws OutageException when the breaker is open
	 */
	public void enter(OutsideSystem system) {
		CircuitBreaker breaker = breaker(system);
		// Half open, the breaker has a few permits only. A system that is well again
		// would
		// still be refused to all but those who asked first, and their class groups go
		// unread; so there the calls go out, and their failures open it again.
		if (!breaker.tryAcquirePermission() && breaker.getState() == CircuitBreaker.State.OPEN) {
			throw new OutageException(system);
		}
	}

	/** The system answered. */
	public void answered(OutsideSystem system) {
		breaker(system).onSuccess(0, TimeUnit.NANOSECONDS);
	}

	/** The call failed; a refusal is an answer and no outage. */
	void failed(OutsideSystem system, @Nullable Throwable failure) {
		if (failure instanceof OutageException) {
			return;
		}
		if (failure != null && this.troubles.isOutage(failure)) {
			breaker(system).onError(0, TimeUnit.NANOSECONDS, failure);
		}
		else {
			answered(system);
		}
	}

	private CircuitBreaker breaker(OutsideSystem system) {
		CircuitBreaker breaker = this.breakers.get(system);
		if (breaker == null) {
			throw new IllegalArgumentException("No breaker for " + system);
		}
		return breaker;
	}

}
