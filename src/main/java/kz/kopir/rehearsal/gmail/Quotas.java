package kz.kopir.rehearsal.gmail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import kz.kopir.rehearsal.gmail.GmailSettings.Limits;
import kz.kopir.rehearsal.gmail.GmailSettings.Switches;

/**
 * What was used up of the limits, over windows that slide by the clock. What is refused
 * uses nothing up.
 */
final class Quotas {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final Duration DAY = Duration.ofHours(24);

	private final Supplier<Switches> switches;

	private final Clock clock;

	private final Map<String, Window> windows = new HashMap<>();

	Quotas(Supplier<Switches> switches, Clock clock) {
		this.switches = switches;
		this.clock = clock;
	}

	/**
	 * Takes the quota units of one call.
	 * @param mailbox whose mailbox it is
	 * @param client who asks
	 * @param units what the call costs
	 * @throws GmailError when there are not so many left
	 */
	synchronized void take(String mailbox, String client, int units) {
		Switches now = this.switches.get();
		Limits limits = now.limits();
		Window day = window("day " + client, DAY);
		Window project = window("minute " + client, MINUTE);
		Window user = window("user " + mailbox, MINUTE);
		if (!day.fits(units, limits.unitsPerDay())) {
			throw GmailError.dailyLimit();
		}
		if (!project.fits(units, limits.unitsPerProject())) {
			throw GmailError.rateLimit();
		}
		if (!user.fits(units, limits.unitsPerUser())) {
			throw switch (now.rateAnswer()) {
				case USER_RATE_LIMIT -> GmailError.userRateLimit();
				case QUOTA_METRIC -> GmailError.quotaMetric();
				case RETRY_AFTER -> GmailError.tooFast(user.roomAt(units, limits.unitsPerUser()));
			};
		}
		day.add(units);
		project.add(units);
		user.add(units);
	}

	/**
	 * Counts one message.
	 * @param mailbox who sends it
	 * @param recipients to how many
	 * @throws GmailError when the mailbox has sent all that it may in a day
	 */
	synchronized void send(String mailbox, int recipients) {
		Limits limits = this.switches.get().limits();
		Window messages = window("messages " + mailbox, DAY);
		Window people = window("recipients " + mailbox, DAY);
		if (!messages.fits(1, limits.messagesPerDay())) {
			throw GmailError.sendingLimit(messages.roomAt(1, limits.messagesPerDay()));
		}
		if (!people.fits(recipients, limits.recipientsPerDay())) {
			throw GmailError.sendingLimit(people.roomAt(recipients, limits.recipientsPerDay()));
		}
		messages.add(1);
		people.add(recipients);
	}

	private Window window(String key, Duration length) {
		Window window = this.windows.computeIfAbsent(key, (any) -> new Window(length));
		window.slideTo(this.clock.instant());
		return window;
	}

	/** What was used up within a time that has just gone by. */
	private static final class Window {

		private final Duration length;

		private final Deque<Use> uses = new ArrayDeque<>();

		private Instant now = Instant.EPOCH;

		private long sum;

		Window(Duration length) {
			this.length = length;
		}

		void slideTo(Instant instant) {
			this.now = instant;
			while (!this.uses.isEmpty() && !this.uses.getFirst().at().plus(this.length).isAfter(instant)) {
				this.sum -= this.uses.removeFirst().amount();
			}
		}

		boolean fits(int amount, int limit) {
			return limit == 0 || this.sum + amount <= limit;
		}

		/**
		 * When enough has gone by; what never fits is told to come back after a whole
		 * length.
		 */
		Instant roomAt(int amount, int limit) {
			long left = this.sum;
			for (Use use : this.uses) {
				left -= use.amount();
				if (left + amount <= limit) {
					return use.at().plus(this.length);
				}
			}
			return this.now.plus(this.length);
		}

		void add(int amount) {
			this.uses.addLast(new Use(this.now, amount));
			this.sum += amount;
		}

	}

	private record Use(Instant at, int amount) {
	}

}
