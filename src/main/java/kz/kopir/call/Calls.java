package kz.kopir.call;

import java.util.Optional;

import kz.kopir.run.RunContext;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a call carries along in the exchange, and how its failure is told in logs: by
 * status and kind, never by body, because a body may hold children's data.
 */
public final class Calls {

	/** Exchange property: the {@link RunContext} on whose behalf the call is made. */
	public static final String RUN = "run";

	/** Exchange property: the {@link OutsideSystem} that is called. */
	public static final String SYSTEM = "outsideSystem";

	/**
	 * Exchange property: whether a person waits for the call, so it is made once only.
	 */
	public static final String ONCE = "onlyOnce";

	/** Exchange property: whether the token was renewed since the call began. */
	private static final String TOKEN_RENEWED = "tokenRenewed";

	private Calls() {
	}

	/**
	 * Begins a call; whatever is repeated afterwards is the same call.
	 */
	public static void begin(Exchange exchange, OutsideSystem system) {
		exchange.setProperty(SYSTEM, system);
		exchange.removeProperty(TOKEN_RENEWED);
	}

	/** Notes that the next attempt of this call goes out with a new token. */
	public static void tokenRenewed(Exchange exchange) {
		exchange.setProperty(TOKEN_RENEWED, true);
	}

	static boolean isTokenRenewed(Exchange exchange) {
		return exchange.getProperty(TOKEN_RENEWED, false, boolean.class);
	}

	static boolean isOnlyOnce(Exchange exchange) {
		return exchange.getProperty(ONCE, false, boolean.class);
	}

	public static RunContext runOf(Exchange exchange) {
		return exchange.getProperty(RUN, RunContext.class);
	}

	static Optional<OutsideSystem> systemOf(Exchange exchange) {
		return Optional.ofNullable(exchange.getProperty(SYSTEM, OutsideSystem.class));
	}

	/**
	 * Kind of a failure, its HTTP status if it has one, or what was not understood;
	 * without any content.
	 */
	public static String describe(@Nullable Throwable failure) {
		Throwable cause = cause(failure);
		if (cause == null) {
			return "none";
		}
		if (cause instanceof HttpOperationFailedException http) {
			return "HTTP " + http.getStatusCode();
		}
		if (cause instanceof AnswerNotUnderstoodException notUnderstood) {
			return String.valueOf(notUnderstood.getMessage());
		}
		return cause.getClass().getSimpleName();
	}

	/** What really failed, without what the routes put around it. */
	public static @Nullable Throwable cause(@Nullable Throwable failure) {
		Throwable cause = failure;
		while (cause != null && cause.getCause() != null
				&& (cause instanceof CamelExchangeException || cause instanceof RuntimeCamelException)) {
			cause = cause.getCause();
		}
		return cause;
	}

}
