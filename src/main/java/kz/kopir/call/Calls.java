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

	public static RunContext runOf(Exchange exchange) {
		return exchange.getProperty(RUN, RunContext.class);
	}

	static Optional<OutsideSystem> systemOf(Exchange exchange) {
		return Optional.ofNullable(exchange.getProperty(SYSTEM, OutsideSystem.class));
	}

	/**
	 * The failure itself, without what Camel wraps around it where an exchange was split.
	 */
	public static @Nullable Exception unwrapped(@Nullable Exception failure) {
		Exception inner = failure;
		while ((inner instanceof CamelExchangeException || inner instanceof RuntimeCamelException)
				&& inner.getCause() instanceof Exception cause && !(inner instanceof HttpOperationFailedException)) {
			inner = cause;
		}
		return inner;
	}

	/**
	 * Kind of a failure, its HTTP status if it has one, or what was not understood;
	 * without any content.
	 */
	public static String describe(@Nullable Throwable failure) {
		if (failure == null) {
			return "none";
		}
		if (failure instanceof HttpOperationFailedException http) {
			return "HTTP " + http.getStatusCode();
		}
		if (failure instanceof AnswerNotUnderstoodException notUnderstood) {
			return String.valueOf(notUnderstood.getMessage());
		}
		return failure.getClass().getSimpleName();
	}

}
