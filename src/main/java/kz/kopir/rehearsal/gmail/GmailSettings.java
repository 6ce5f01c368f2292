package kz.kopir.rehearsal.gmail;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * How the Gmail stand-in behaves.
 *
 * @param port port on 127.0.0.1, 0 for any
 * @param folder where each mail is written as a file, null for nowhere; the mails of an
 * earlier start are removed from it
 * @param switches what can be changed while it runs
 */
public record GmailSettings(int port, @Nullable Path folder, Switches switches) {

	/**
	 * What becomes of the Message-ID of a mail that is sent through the API.
	 */
	public enum MessageIds {

		/**
		 * Gmail puts its own in its place and does not keep the old one; other headers
		 * stay. Not documented, but told alike by several who tried it on the live system
		 * (gauteh/lieer#198, FlowCrypt/flowcrypt-browser#4273, Helpthread/helpthread#52).
		 */
		REPLACED,

		/**
		 * It stays as it is. This is what SMTP does, and what older reports tell of the
		 * API for well-formed ids; nobody is known to have seen it of late.
		 */
		KEPT

	}

	/**
	 * How a mailbox is told that it has used up its quota units of a minute.
	 */
	public enum RateAnswer {

		/** 403 with the reason userRateLimitExceeded, as Google documents it. */
		USER_RATE_LIMIT,

		/** 403 with the reason rateLimitExceeded and a text of quota metrics, as seen. */
		QUOTA_METRIC,

		/** 429 with the reason rateLimitExceeded and the time in the text, as seen. */
		RETRY_AFTER

	}

	/**
	 * Limits; 0 for any number. They may be changed at any time: what was used up before
	 * counts on.
	 *
	 * @param messagesPerDay messages that a mailbox sends in 24 hours
	 * @param recipientsPerDay recipients to whom a mailbox sends in 24 hours
	 * @param unitsPerUser quota units of a mailbox in a minute
	 * @param unitsPerProject quota units of a client in a minute
	 * @param unitsPerDay quota units of a client in 24 hours
	 */
	public record Limits(int messagesPerDay, int recipientsPerDay, int unitsPerUser, int unitsPerProject,
			int unitsPerDay) {

		public Limits {
			if (messagesPerDay < 0 || recipientsPerDay < 0 || unitsPerUser < 0 || unitsPerProject < 0
					|| unitsPerDay < 0) {
				throw new IllegalArgumentException("Limits of the Gmail stand-in are 0 or more.");
			}
		}

		/**
		 * Those that Google tells of Workspace; of the two limits per user and minute
		 * that it has told, the lower one.
		 */
		public static Limits google() {
			return new Limits(2_000, 10_000, 6_000, 1_200_000, 80_000_000);
		}

		/** No limits. */
		public static Limits none() {
			return new Limits(0, 0, 0, 0, 0);
		}

		/** These limits with others per mailbox and day. */
		public Limits withDay(int messages, int recipients) {
			return new Limits(messages, recipients, this.unitsPerUser, this.unitsPerProject, this.unitsPerDay);
		}

		/**
		 * These limits with other quota units: per user, per client, per client and day.
		 */
		public Limits withUnits(int user, int project, int day) {
			return new Limits(this.messagesPerDay, this.recipientsPerDay, user, project, day);
		}

	}

	/**
	 * What can be changed while the stand-in runs.
	 *
	 * @param messageIds what becomes of the Message-ID
	 * @param unknownAddresses addresses that nobody has: a mail to one is taken, and then
	 * comes back
	 * @param appsAllowed whether the domain's administrator lets programs into Gmail
	 * @param rateAnswer how a mailbox is told that it was too fast
	 * @param limits what may be sent and asked
	 */
	public record Switches(MessageIds messageIds, Set<String> unknownAddresses, boolean appsAllowed,
			RateAnswer rateAnswer, Limits limits) {

		public Switches {
			unknownAddresses = unknownAddresses.stream()
				.map((address) -> address.toLowerCase(Locale.ROOT))
				.collect(Collectors.toUnmodifiableSet());
		}

		/** Own Message-IDs, every address known, programs allowed, Google's limits. */
		public static Switches defaults() {
			return new Switches(MessageIds.REPLACED, Set.of(), true, RateAnswer.USER_RATE_LIMIT, Limits.google());
		}

		/** These switches with another fate of Message-IDs. */
		public Switches withMessageIds(MessageIds others) {
			return new Switches(others, this.unknownAddresses, this.appsAllowed, this.rateAnswer, this.limits);
		}

		/** These switches with other addresses that nobody has. */
		public Switches withUnknownAddresses(Set<String> others) {
			return new Switches(this.messageIds, others, this.appsAllowed, this.rateAnswer, this.limits);
		}

		/** These switches with programs let into Gmail or not. */
		public Switches withAppsAllowed(boolean on) {
			return new Switches(this.messageIds, this.unknownAddresses, on, this.rateAnswer, this.limits);
		}

		/** These switches with another answer to who is too fast. */
		public Switches withRateAnswer(RateAnswer other) {
			return new Switches(this.messageIds, this.unknownAddresses, this.appsAllowed, other, this.limits);
		}

		/** These switches with other limits. */
		public Switches withLimits(Limits others) {
			return new Switches(this.messageIds, this.unknownAddresses, this.appsAllowed, this.rateAnswer, others);
		}

	}

	/** Any port, no files, the usual switches. */
	public static GmailSettings defaults() {
		return new GmailSettings(0, null, Switches.defaults());
	}

	/** These settings on another port, 0 for any. */
	public GmailSettings withPort(int number) {
		return new GmailSettings(number, this.folder, this.switches);
	}

	/** These settings with files in a folder. */
	public GmailSettings withFolder(Path where) {
		return new GmailSettings(this.port, where, this.switches);
	}

	/** These settings with other switches. */
	public GmailSettings withSwitches(Switches others) {
		return new GmailSettings(this.port, this.folder, others);
	}

}
