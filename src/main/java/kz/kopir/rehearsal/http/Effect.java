package kz.kopir.rehearsal.http;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with a call.
 *
 * @param kind which way it goes wrong
 * @param status the HTTP status that is answered ({@link Kind#ANSWER} only)
 * @param contentType the value of Content-Type ({@link Kind#ANSWER} only)
 * @param body the body that is answered ({@link Kind#ANSWER} only)
 * @param retryAfter the value of Retry-After, any text, also a wrong one
 * ({@link Kind#ANSWER} only)
 * @param pause how long nothing happens ({@link Kind#HANG}, {@link Kind#SLOW} and
 * {@link Kind#ACCEPTED_THEN_TIMEOUT})
 */
public record Effect(Kind kind, int status, String contentType, String body, @Nullable String retryAfter,
		Duration pause) {

	static final String MAINTENANCE_PAGE = """
			<!DOCTYPE html>
			<html><head><title>503</title></head><body><div class="error"><h1>Технические работы</h1>
			<div class="error__description"><p>Ведутся технические работы. Попробуйте позже.</p></div></div></body></html>
			""";

	/**
	 * The ways in which a call goes wrong.
	 */
	public enum Kind {

		/** The handler is not asked; the given answer goes out. */
		ANSWER,

		/** The handler is not asked; the connection drops without an answer. */
		RESET,

		/** The handler is not asked; nothing for a time, then the connection drops. */
		HANG,

		/** Nothing for a time, then the call goes its ordinary way. */
		SLOW,

		/**
		 * The call takes effect; half of the answer's body comes, then the connection
		 * drops.
		 */
		TRUNCATED,

		/** The call takes effect; no answer for a time, then the connection drops. */
		ACCEPTED_THEN_TIMEOUT

	}

	/**
	 * A status with a body.
	 * @param status the HTTP status
	 * @param contentType the value of Content-Type
	 * @param body the body, well-formed or not
	 * @param retryAfter the value of Retry-After, or null for none
	 * @return the effect
	 */
	public static Effect answer(int status, String contentType, String body, @Nullable String retryAfter) {
		return new Effect(Kind.ANSWER, status, contentType, body, retryAfter, Duration.ZERO);
	}

	/**
	 * A server fault: 500 with a JSON body.
	 * @return the effect
	 */
	public static Effect serverError() {
		return answer(500, "application/json", "{\"type\":\"serverError\",\"description\":\"Scripted fault\"}", null);
	}

	/**
	 * A maintenance page: 503 in HTML.
	 * @return the effect
	 */
	public static Effect maintenance() {
		return answer(503, "text/html; charset=utf-8", MAINTENANCE_PAGE, null);
	}

	/**
	 * The connection drops without an answer and without an effect.
	 * @return the effect
	 */
	public static Effect reset() {
		return waiting(Kind.RESET, Duration.ZERO);
	}

	/**
	 * Nothing for a time, then the connection drops; the call has no effect.
	 * @param pause how long nothing happens
	 * @return the effect
	 */
	public static Effect hang(Duration pause) {
		return waiting(Kind.HANG, pause);
	}

	/**
	 * Nothing for a time, then the ordinary answer.
	 * @param pause how long nothing happens
	 * @return the effect
	 */
	public static Effect slow(Duration pause) {
		return waiting(Kind.SLOW, pause);
	}

	/**
	 * The call takes effect; half of the answer's body comes.
	 * @return the effect
	 */
	public static Effect truncated() {
		return waiting(Kind.TRUNCATED, Duration.ZERO);
	}

	/**
	 * The call takes effect; no answer for a time, then the connection drops.
	 * @param pause how long nothing happens
	 * @return the effect
	 */
	public static Effect acceptedThenTimeout(Duration pause) {
		return waiting(Kind.ACCEPTED_THEN_TIMEOUT, pause);
	}

	private static Effect waiting(Kind kind, Duration pause) {
		return new Effect(kind, 0, "", "", null, pause);
	}

}
