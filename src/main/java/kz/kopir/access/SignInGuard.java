package kz.kopir.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to look at passwords for a while: for a user after some wrong ones, and for an
 * address that gives too many in a minute. Names that nobody has are counted like those
 * of users, so that a lockout tells nothing. What is remembered is bounded.
 */
final class SignInGuard {

	/** Names and addresses that are remembered; the longest unused go first. */
	static final int REMEMBERED = 10_000;

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final AccessSettings.SignIn settings;

	private final Users users;

	private final Clock clock;

	/** Of users, so that a flood of invented names never pushes out their lockout. */
	private final Map<String, Failures> ofUsers = new HashMap<>();

	private final Map<String, Failures> ofOthers = remembering();

	private final Map<String, Address> addresses = remembering();

	SignInGuard(AccessSettings.SignIn settings, Users users, Clock clock) {
		this.settings = settings;
		this.users = users;
		this.clock = clock;
	}

	/**
	 * Asks whether a password may be looked at. Afterwards tell what became of it.
	 */
	synchronized Answer ask(String name, String address) {
		Instant now = this.clock.instant();
		Address asking = address(address);
		if (!asking.budget.tryConsume(1)) {
			asking.untold++;
			return new Answer(Verdict.LIMITED, asking.tell(now));
		}
		Failures failures = failures(name).get(key(name));
		return new Answer((failures != null && failures.areLocked(this.settings, now)) ? Verdict.LOCKED : Verdict.GO_ON,
				asking.tell(now));
	}

	/** The password was wrong. */
	synchronized void failed(String name) {
		Instant now = this.clock.instant();
		failures(name).merge(key(name), new Failures(1, now),
				(before, one) -> !now.isBefore(before.at.plus(this.settings.lockout())) ? one
						: new Failures(before.count + 1, now));
	}

	/** The password was right. */
	synchronized void succeeded(String name, String address) {
		failures(name).remove(key(name));
		address(address).budget.addTokens(1);
	}

	/** How much is remembered. */
	synchronized int remembered() {
		return this.ofUsers.size() + this.ofOthers.size() + this.addresses.size();
	}

	private Map<String, Failures> failures(String name) {
		return this.users.find(name).isPresent() ? this.ofUsers : this.ofOthers;
	}

	private Address address(String address) {
		return this.addresses.computeIfAbsent(key(address), (key) -> new Address(budget()));
	}

	private Bucket budget() {
		return Bucket.builder()
			.addLimit((limit) -> limit.capacity(this.settings.perMinute())
				.refillGreedy(this.settings.perMinute(), MINUTE))
			.withCustomTimePrecision(new ClockMeter(this.clock))
			.build();
	}

	/** Whoever asks may send a name of any length. */
	private static String key(String text) {
		return DigestUtils.sha256Hex(text);
	}

	private static <T> Map<String, T> remembering() {
		return new LinkedHashMap<>(16, 0.75f, true) {

			private static final long serialVersionUID = 1L;

			@Override
			protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
				return size() > REMEMBERED;
			}

		};
	}

	/** Whether a password may be looked at. */
	enum Verdict {

		/** It may. */
		GO_ON,

		/** Not now: too many were wrong before. */
		LOCKED,

		/** Not now: the address tries too often. */
		LIMITED

	}

	/**
	 * Whether a password may be looked at, and what is to be told of the address.
	 *
	 * @param verdict whether it may
	 * @param limited how often the address was refused because it tries too often, since
	 * that was told last; 0 when there is nothing to tell now
	 */
	record Answer(Verdict verdict, long limited) {
	}

	/**
	 * Wrong passwords.
	 *
	 * @param count how many, one after the other
	 * @param at when the last one was given
	 */
	private record Failures(int count, Instant at) {

		boolean areLocked(AccessSettings.SignIn settings, Instant now) {
			return this.count >= settings.failures() && now.isBefore(this.at.plus(settings.lockout()));
		}

	}

	/** An address with what it may still do. */
	private static final class Address {

		private final Bucket budget;

		private @Nullable Instant told;

		private long untold;

		Address(Bucket budget) {
			this.budget = budget;
		}

		/**
		 * A flood of tries must not become a flood of rows: refusals are told at once,
		 * and then once a minute with their number.
		 */
		long tell(Instant now) {
			if (this.untold == 0 || (this.told != null && now.isBefore(this.told.plus(MINUTE)))) {
				return 0;
			}
			long telling = this.untold;
			this.untold = 0;
			this.told = now;
			return telling;
		}

	}

	/** Lets buckets go by the gateway's clock. */
	private record ClockMeter(Clock clock) implements TimeMeter {

		private static final long NANOS_PER_MILLI = 1_000_000;

		@Override
		public long currentTimeNanos() {
			return this.clock.millis() * NANOS_PER_MILLI;
		}

		@Override
		public boolean isWallClockBased() {
			return true;
		}

	}

}
