package kz.kopir.zoom;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.call.Calls;
import kz.kopir.call.OutageException;
import kz.kopir.call.SignInRefusedException;
import kz.kopir.mapping.Json;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Zoom says beside what was asked for. A refusal may come with 400 or with
 * 200, a daily limit with the same 429 as a limit of a second.
 */
final class ZoomAnswers {

	private static final int OK = 200;

	private static final int UNAUTHORIZED = 401;

	private static final int REQUEST_TIMEOUT = 408;

	private static final int TOO_MANY = 429;

	private static final int SERVER_ERROR = 500;

	private ZoomAnswers() {
	}

	/**
	 * The page, if Zoom gave one.
	 * @param closed told when the day's calls are used up, with the moment that Zoom
	 * names; gives what to throw
	 * @throws HttpOperationFailedException when the trouble may pass, or the token is
	 * refused
	 * @throws ZoomRefusedException when Zoom refuses
	 */
	static JsonNode read(Exchange exchange, @Nullable InputStream text,
			Function<Optional<Instant>, ZoomClosedException> closed) throws IOException, HttpOperationFailedException {
		Message message = exchange.getMessage();
		int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, OK, int.class);
		if (status == TOO_MANY && isDaily(message)) {
			throw closed.apply(moment(message.getHeader("Retry-After", String.class)));
		}
		if (status == UNAUTHORIZED || status == REQUEST_TIMEOUT || status == TOO_MANY || status >= SERVER_ERROR) {
			throw new HttpOperationFailedException("Zoom", status, null, null, headers(message), null);
		}
		JsonNode page = (status == OK && text != null) ? Json.read(text) : errorBody(text);
		JsonNode code = page.path("code");
		if (status != OK || code.isIntegralNumber()) {
			throw new ZoomRefusedException(status, code.asInt(0));
		}
		return page;
	}

	/**
	 * A failure that concerns one list alone.
	 * @throws RuntimeException the failure itself, when it concerns all of Zoom
	 */
	static Throwable ofOneList(Exception caught) {
		Throwable failure = Calls.cause(caught);
		boolean ofAll = failure instanceof OutageException || failure instanceof SignInRefusedException
				|| failure instanceof ZoomClosedException
				|| failure instanceof ZoomRefusedException refused && refused.isScopeMissing();
		if (ofAll) {
			throw (RuntimeException) failure;
		}
		return (failure != null) ? failure : caught;
	}

	/** Without any content. */
	static String describe(Throwable failure) {
		return (failure instanceof ZoomRefusedException) ? String.valueOf(failure.getMessage())
				: Calls.describe(failure);
	}

	private static boolean isDaily(Message message) {
		return "Daily-limit".equalsIgnoreCase(message.getHeader("X-RateLimit-Type", String.class))
				|| moment(message.getHeader("Retry-After", String.class)).isPresent();
	}

	/** A daily limit names a moment, not seconds. */
	private static Optional<Instant> moment(@Nullable String retryAfter) {
		if (retryAfter == null) {
			return Optional.empty();
		}
		try {
			return Optional.of(OffsetDateTime.parse(retryAfter.trim()).toInstant());
		}
		catch (DateTimeException notAMoment) {
			return Optional.empty();
		}
	}

	private static Map<String, String> headers(Message message) {
		String retryAfter = message.getHeader("Retry-After", String.class);
		return (retryAfter != null) ? Map.of("Retry-After", retryAfter) : Map.of();
	}

	private static JsonNode errorBody(@Nullable InputStream text) throws IOException {
		if (text == null) {
			return Json.mapper().createObjectNode();
		}
		try {
			return Json.mapper().readTree(text);
		}
		catch (JsonProcessingException notJson) {
			return Json.mapper().createObjectNode();
		}
	}

}
