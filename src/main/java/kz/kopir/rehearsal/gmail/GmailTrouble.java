package kz.kopir.rehearsal.gmail;

import java.nio.charset.StandardCharsets;

import kz.kopir.rehearsal.http.Effect;

/**
 * Refusals in Gmail's own words, for scripts of faults: what a server does now and then,
 * whatever it was asked.
 */
public enum GmailTrouble {

	/** 500, reason backendError. */
	BACKEND_ERROR(GmailError.backend(500, "INTERNAL")),

	/** 503, reason backendError. */
	UNAVAILABLE(GmailError.backend(503, "UNAVAILABLE")),

	/** 403, reason dailyLimitExceeded: the project has used up its day. */
	DAILY_LIMIT(GmailError.dailyLimit()),

	/** 403, reason userRateLimitExceeded: the mailbox was too fast. */
	USER_RATE_LIMIT(GmailError.userRateLimit()),

	/** 403, reason rateLimitExceeded: the project was too fast. */
	RATE_LIMIT(GmailError.rateLimit()),

	/** 403, reason domainPolicy: programs are not let into Gmail. */
	DOMAIN_POLICY(GmailError.domainPolicy()),

	/** 400, reason failedPrecondition: comes now and then for no cause. */
	FAILED_PRECONDITION(GmailError.failedPrecondition());

	private final GmailError error;

	GmailTrouble(GmailError error) {
		this.error = error;
	}

	/** The refusal as the effect of a fault. */
	public Effect effect() {
		return Effect.answer(this.error.code(), "application/json; charset=utf-8",
				new String(this.error.body(), StandardCharsets.UTF_8), null);
	}

}
