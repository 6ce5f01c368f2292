package kz.kopir.rehearsal.zoom;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;

import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.zoom.ZoomSettings.Switches;
import org.jspecify.annotations.Nullable;

/**
 * Limits of the account: heavy calls of a second, all calls of a UTC day.
 */
final class Limits {

	private final Supplier<Switches> switches;

	private final Clock clock;

	private long second;

	private int ofSecond;

	private LocalDate day = LocalDate.MIN;

	private int ofDay;

	Limits(Supplier<Switches> switches, Clock clock) {
		this.switches = switches;
		this.clock = clock;
	}

	/** A 429, or null when the call may go on. */
	synchronized @Nullable Answer take(boolean heavy) {
		Switches now = this.switches.get();
		Instant instant = this.clock.instant();
		LocalDate today = LocalDate.ofInstant(instant, ZoneOffset.UTC);
		if (!today.equals(this.day)) {
			this.day = today;
			this.ofDay = 0;
		}
		if (instant.getEpochSecond() != this.second) {
			this.second = instant.getEpochSecond();
			this.ofSecond = 0;
		}
		if (now.perDay() > 0 && this.ofDay >= now.perDay()) {
			Answer answer = refuse("You have reached the maximum daily rate limit for this API. Refer to the response"
					+ " header for details on when you can make another request.");
			return now.limitHeaders() ? headers(answer, heavy, "Daily-limit", now.perDay()).with("Retry-After",
					today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toString()) : answer;
		}
		if (heavy && now.perSecond() > 0 && this.ofSecond >= now.perSecond()) {
			Answer answer = refuse("You have reached the maximum per-second rate limit for this API. Try again later.");
			return now.limitHeaders() ? headers(answer, true, "QPS", now.perSecond()) : answer;
		}
		this.ofDay++;
		this.ofSecond += heavy ? 1 : 0;
		return null;
	}

	private static Answer refuse(String message) {
		return Json.of(429, Json.object("code", 429, "message", message));
	}

	private static Answer headers(Answer answer, boolean heavy, String type, int limit) {
		return answer.with("X-RateLimit-Category", heavy ? "Heavy" : "Medium")
			.with("X-RateLimit-Type", type)
			.with("X-RateLimit-Limit", Integer.toString(limit))
			.with("X-RateLimit-Remaining", "0");
	}

}
