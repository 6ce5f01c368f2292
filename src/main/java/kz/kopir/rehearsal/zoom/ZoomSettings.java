package kz.kopir.rehearsal.zoom;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;

/**
 * How the Zoom stand-in behaves.
 *
 * @param port port on 127.0.0.1, 0 for any
 * @param credentials the server-to-server app that it knows
 * @param switches what can be changed while it runs
 * @param furtherDays days beside the school's own that are held as distance-learning days
 */
public record ZoomSettings(int port, Credentials credentials, Switches switches, Set<LocalDate> furtherDays) {

	public ZoomSettings {
		furtherDays = Set.copyOf(furtherDays);
	}

	/**
	 * A server-to-server app of the school's account.
	 *
	 * @param accountId id of the account
	 * @param clientId the app
	 * @param clientSecret the app's secret
	 * @param webhookSecret secret token with which webhook requests are signed
	 * @param tokenLifetime how long an access token is valid
	 */
	public record Credentials(String accountId, String clientId, String clientSecret, String webhookSecret,
			Duration tokenLifetime) {

		/** Credentials of the rehearsal, tokens of an hour; they open nothing else. */
		public static Credentials defaults() {
			return new Credentials("rehearsalZoomAccount01", "rehearsalZoomClient01",
					"rehearsalZoomSecret0000000000001", "rehearsalWebhookSecret", Duration.ofHours(1));
		}

		@Override
		public String toString() {
			return "Credentials[" + this.accountId + "]";
		}

	}

	/**
	 * What can be changed while the stand-in runs.
	 *
	 * @param scopes scopes that new tokens get
	 * @param paid whether the account has a paid plan
	 * @param absent how long after its end a meeting is not found yet
	 * @param unprocessed how long after that its rows have a duration of 0
	 * @param partial how long after that every third row is still missing
	 * @param errorsAs200 whether a refusal for want of permission or plan comes with 200
	 * @param localised whether messages are in the account's language
	 * @param perSecond heavy calls in a second; 0 for any number
	 * @param perDay calls in a UTC day; 0 for any number
	 * @param limitHeaders whether a 429 has headers
	 */
	public record Switches(Set<String> scopes, boolean paid, Duration absent, Duration unprocessed, Duration partial,
			boolean errorsAs200, boolean localised, int perSecond, int perDay, boolean limitHeaders) {

		public Switches {
			scopes = Set.copyOf(scopes);
			if (absent.isNegative() || unprocessed.isNegative() || partial.isNegative() || perSecond < 0
					|| perDay < 0) {
				throw new IllegalArgumentException("Durations and limits of the Zoom stand-in are 0 or more.");
			}
		}

		/** All scopes, paid, data complete 20 minutes after the end, no limits. */
		public static Switches defaults() {
			return new Switches(Scopes.ALL, true, Duration.ofMinutes(4), Duration.ofMinutes(8), Duration.ofMinutes(8),
					false, false, 0, 0, true);
		}

		/** These switches with other scopes. */
		public Switches withScopes(Set<String> others) {
			return new Switches(others, this.paid, this.absent, this.unprocessed, this.partial, this.errorsAs200,
					this.localised, this.perSecond, this.perDay, this.limitHeaders);
		}

		/** These switches with another plan. */
		public Switches withPaid(boolean on) {
			return new Switches(this.scopes, on, this.absent, this.unprocessed, this.partial, this.errorsAs200,
					this.localised, this.perSecond, this.perDay, this.limitHeaders);
		}

		/** These switches with other times until the data is there. */
		public Switches withDelays(Duration notFound, Duration zero, Duration fewer) {
			return new Switches(this.scopes, this.paid, notFound, zero, fewer, this.errorsAs200, this.localised,
					this.perSecond, this.perDay, this.limitHeaders);
		}

		/** These switches with refusals as 200 or not, localised or not. */
		public Switches withErrors(boolean as200, boolean inFrench) {
			return new Switches(this.scopes, this.paid, this.absent, this.unprocessed, this.partial, as200, inFrench,
					this.perSecond, this.perDay, this.limitHeaders);
		}

		/** These switches with other limits, 0 for none. */
		public Switches withLimits(int second, int day, boolean headers) {
			return new Switches(this.scopes, this.paid, this.absent, this.unprocessed, this.partial, this.errorsAs200,
					this.localised, second, day, headers);
		}

	}

	/** Any port, the rehearsal's credentials, the usual switches, no further days. */
	public static ZoomSettings defaults() {
		return new ZoomSettings(0, Credentials.defaults(), Switches.defaults(), Set.of());
	}

	/** These settings on another port, 0 for any. */
	public ZoomSettings withPort(int number) {
		return new ZoomSettings(number, this.credentials, this.switches, this.furtherDays);
	}

	/** These settings with other switches. */
	public ZoomSettings withSwitches(Switches others) {
		return new ZoomSettings(this.port, this.credentials, others, this.furtherDays);
	}

}
