package kz.kopir.mail;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.net.ssl.SSLHandshakeException;

import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpResponseException;
import kz.kopir.call.Calls;
import kz.kopir.call.RetryAfter;
import kz.kopir.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * The one table that says what a failed call to Gmail means (Gmail API, "Resolve
 * errors").
 * <p>
 * Surely not accepted is what failed before the mail was sent (no token, no connection)
 * and what Gmail answers with 3xx or 4xx. Everything else may have been accepted: a lost
 * connection, a time-out, 5xx, an answer that is none. Looking it up costs little, a
 * second mail costs the trust in all of them.
 */
final class GmailAnswers {

	private static final Set<String> LIMITS = Set.of("userRateLimitExceeded", "rateLimitExceeded", "dailyLimitExceeded",
			"quotaExceeded", "RATE_LIMIT_EXCEEDED");

	/** These last for a day; asking every minute does not help. */
	private static final Set<String> DAILY_LIMITS = Set.of("dailyLimitExceeded", "quotaExceeded");

	private static final Duration DAILY_PAUSE = Duration.ofHours(1);

	private static final Duration LONGEST_PAUSE = Duration.ofHours(24);

	private static final Pattern REASON = Pattern.compile("[A-Za-z_]{1,60}");

	private static final Pattern RETRY_AFTER = Pattern.compile("(?i)retry after\\s+(\\d{4}-[0-9T:.+-]+Z?)");

	/** Gmail's words for an address that it does not take. */
	private static final Pattern ADDRESS = Pattern.compile("(?i)recipient|\\bto header|\\baddress");

	private final Clock realClock;

	/**
	 * @param realClock to understand a moment that Gmail names
	 */
	GmailAnswers(Clock realClock) {
		this.realClock = realClock;
	}

	Verdict judge(@Nullable Throwable failure) {
		Throwable cause = cause(failure);
		if (cause instanceof GmailSignInException signIn) {
			return signIn.isRefused() ? Verdict.hold("sign-in refused") : Verdict.later("no token");
		}
		if (cause instanceof HttpResponseException http) {
			return judge(http);
		}
		if (cause instanceof MailBodyRefused) {
			return Verdict.refused(ProblemCode.MAIL_REFUSED, Calls.describe(cause));
		}
		return beforeSending(cause) ? Verdict.later(Calls.describe(cause)) : Verdict.unknown(Calls.describe(cause));
	}

	/**
	 * Whether Gmail says that the gateway may not look which mails were sent. A mail that
	 * somebody deleted meanwhile, or anything else, does not say that.
	 */
	boolean forbidsReading(@Nullable Throwable failure) {
		return cause(failure) instanceof HttpResponseException http && http.getStatusCode() == 403
				&& reasons(http).stream().noneMatch(LIMITS::contains);
	}

	private Verdict judge(HttpResponseException http) {
		int status = http.getStatusCode();
		Set<String> reasons = reasons(http);
		String answer = ("HTTP " + status + " " + String.join(" ", reasons)).strip();
		if (status >= 500 || status < 300) {
			return Verdict.unknown(answer);
		}
		if (status == 429 || reasons.stream().anyMatch(LIMITS::contains)) {
			return Verdict.limit(answer, pause(http, reasons));
		}
		if (status < 400 || status == 408) {
			return Verdict.later(answer);
		}
		if (status == 401 || status == 403 || status == 404 || reasons.contains("failedPrecondition")) {
			return Verdict.hold(answer);
		}
		return Verdict.refused((status == 400 && ADDRESS.matcher(message(http)).find())
				? ProblemCode.MAIL_RECIPIENT_UNKNOWN : ProblemCode.MAIL_REFUSED, answer);
	}

	private @Nullable Duration pause(HttpResponseException http, Set<String> reasons) {
		String header = (http.getHeaders() != null) ? http.getHeaders().getRetryAfter() : null;
		Optional<Duration> asked = (header != null) ? RetryAfter.parse(header, this.realClock) : Optional.empty();
		if (asked.isEmpty()) {
			Matcher inText = RETRY_AFTER.matcher(message(http));
			asked = inText.find() ? RetryAfter.parse(inText.group(1), this.realClock) : Optional.empty();
		}
		return asked.filter((wait) -> wait.compareTo(MailChannel.pause(1)) > 0)
			.map((wait) -> (wait.compareTo(LONGEST_PAUSE) < 0) ? wait : LONGEST_PAUSE)
			.orElse(reasons.stream().anyMatch(DAILY_LIMITS::contains) ? DAILY_PAUSE : null);
	}

	/**
	 * Reasons by their words; what is no word of an API could be anything and is left
	 * out.
	 */
	private static Set<String> reasons(HttpResponseException http) {
		GoogleJsonError error = error(http);
		if (error == null) {
			return Set.of();
		}
		Stream<@Nullable String> old = (error.getErrors() == null) ? Stream.empty()
				: error.getErrors().stream().map(GoogleJsonError.ErrorInfo::getReason);
		Stream<@Nullable String> young = (error.getDetails() == null) ? Stream.empty()
				: error.getDetails().stream().map(GoogleJsonError.Details::getReason);
		Set<String> reasons = new TreeSet<>();
		Stream.concat(old, young).forEach((reason) -> {
			if (reason != null && REASON.matcher(reason).matches()) {
				reasons.add(reason);
			}
		});
		return reasons;
	}

	private static String message(HttpResponseException http) {
		GoogleJsonError error = error(http);
		String message = (error != null) ? error.getMessage() : null;
		return (message != null) ? message : "";
	}

	private static @Nullable GoogleJsonError error(HttpResponseException http) {
		return (http instanceof GoogleJsonResponseException json) ? json.getDetails() : null;
	}

	/** JDK's text alone tells a time-out while connecting from one while waiting. */
	private static boolean beforeSending(@Nullable Throwable cause) {
		return cause instanceof ConnectException || cause instanceof UnknownHostException
				|| cause instanceof NoRouteToHostException || cause instanceof SSLHandshakeException
				|| (cause instanceof SocketTimeoutException timeout
						&& String.valueOf(timeout.getMessage()).toLowerCase(Locale.ROOT).startsWith("connect"));
	}

	/** The component wraps what failed more than once. */
	private static @Nullable Throwable cause(@Nullable Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof IOException || cause instanceof MailBodyRefused) {
				return cause;
			}
		}
		return Calls.cause(failure);
	}

}
