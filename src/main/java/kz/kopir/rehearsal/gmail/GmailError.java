package kz.kopir.rehearsal.gmail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

import kz.kopir.rehearsal.http.Answer;
import org.jspecify.annotations.Nullable;

/**
 * An answer that refuses: Gmail's error body, which has both the older list of
 * {@code errors} with their reasons and the newer {@code status}.
 */
final class GmailError extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private static final String USAGE_LIMITS = "usageLimits";

	private static final String GLOBAL = "global";

	private static final String CHALLENGE = "Bearer realm=\"https://accounts.google.com/\", error=";

	private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
		.withZone(ZoneOffset.UTC);

	private final int code;

	private final String status;

	private final String domain;

	private final String reason;

	private final String detail;

	private final @Nullable String challenge;

	private GmailError(int code, String status, String domain, String reason, String message, String detail,
			@Nullable String challenge) {
		super(message, null, false, false);
		this.code = code;
		this.status = status;
		this.domain = domain;
		this.reason = reason;
		this.detail = detail;
		this.challenge = challenge;
	}

	private static GmailError of(int code, String status, String domain, String reason, String message) {
		return new GmailError(code, status, domain, reason, message, message, null);
	}

	static GmailError invalidArgument(String message) {
		return of(400, "INVALID_ARGUMENT", GLOBAL, "invalidArgument", message);
	}

	static GmailError badRequest(String message) {
		return of(400, "INVALID_ARGUMENT", GLOBAL, "badRequest", message);
	}

	/** A service account that stands for no mailbox, or a user without Gmail. */
	static GmailError failedPrecondition() {
		return of(400, "FAILED_PRECONDITION", GLOBAL, "failedPrecondition", "Precondition check failed.");
	}

	static GmailError unauthenticated() {
		return new GmailError(401, "UNAUTHENTICATED", GLOBAL, "authError",
				"Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other"
						+ " valid authentication credential. See"
						+ " https://developers.google.com/identity/sign-in/web/devconsole-project.",
				"Invalid Credentials", CHALLENGE + "\"invalid_token\"");
	}

	static GmailError scopeMissing(List<String> anyOf) {
		return new GmailError(403, "PERMISSION_DENIED", GLOBAL, "insufficientPermissions",
				"Request had insufficient authentication scopes.", "Insufficient Permission",
				CHALLENGE + "\"insufficient_scope\", scope=\"" + String.join(" ", anyOf) + "\"");
	}

	static GmailError forbidden(String message) {
		return of(403, "PERMISSION_DENIED", GLOBAL, "forbidden", message);
	}

	static GmailError domainPolicy() {
		return of(403, "PERMISSION_DENIED", GLOBAL, "domainPolicy",
				"The domain administrators have disabled Gmail apps.");
	}

	static GmailError dailyLimit() {
		return of(403, "PERMISSION_DENIED", USAGE_LIMITS, "dailyLimitExceeded", "Daily Limit Exceeded");
	}

	static GmailError rateLimit() {
		return of(403, "PERMISSION_DENIED", USAGE_LIMITS, "rateLimitExceeded", "Rate Limit Exceeded");
	}

	static GmailError userRateLimit() {
		return of(403, "PERMISSION_DENIED", USAGE_LIMITS, "userRateLimitExceeded", "User Rate Limit Exceeded");
	}

	static GmailError quotaMetric() {
		return of(403, "PERMISSION_DENIED", USAGE_LIMITS, "rateLimitExceeded",
				"Quota exceeded for quota metric 'Queries' and limit 'Queries per minute per user' of service"
						+ " 'gmail.googleapis.com' for consumer 'project_number:100200300400'.");
	}

	/** The time stands in the text alone: there is no {@code Retry-After}. */
	static GmailError tooFast(Instant retryAfter) {
		return tooMany("User-rate limit exceeded.  Retry after " + MILLIS.format(retryAfter));
	}

	/** The mailbox has sent all that it may in a day. */
	static GmailError sendingLimit(Instant retryAfter) {
		return tooMany("User-rate limit exceeded.  Retry after " + MILLIS.format(retryAfter) + " (Mail sending)");
	}

	private static GmailError tooMany(String message) {
		return of(429, "RESOURCE_EXHAUSTED", USAGE_LIMITS, "rateLimitExceeded", message);
	}

	static GmailError notFound() {
		return of(404, "NOT_FOUND", GLOBAL, "notFound", "Requested entity was not found.");
	}

	static GmailError backend(int code, String status) {
		return of(code, status, GLOBAL, "backendError", "Backend Error");
	}

	int code() {
		return this.code;
	}

	byte[] body() {
		boolean credentials = this.code == 401;
		Map<String, Object> error = Json.object("message", this.detail, "domain", this.domain, "reason", this.reason,
				"location", credentials ? "Authorization" : null, "locationType", credentials ? "header" : null);
		return Json.bytes(Json.object("error", Json.object("code", this.code, "message", String.valueOf(getMessage()),
				"errors", List.of(error), "status", this.status)));
	}

	Answer answer() {
		Answer answer = Answer.json(this.code, body());
		return (this.challenge != null) ? answer.with("WWW-Authenticate", this.challenge) : answer;
	}

}
