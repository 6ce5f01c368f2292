package kz.kopir.call;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;

import kz.kopir.problem.TroubleClass;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;

/**
 * The one table that says what a failed call means. Network faults, 429 and 5xx may pass;
 * everything else that an outside system refuses needs a person: an unknown 4xx is never
 * silence.
 */
public final class Troubles {

	/** Kundelik's relatives answer 433 where others say 429. */
	private static final int TOO_MANY_REQUESTS_433 = 433;

	/** The class of trouble that an HTTP status stands for. */
	public TroubleClass classify(int status) {
		return (status == 408 || status == 429 || status == TOO_MANY_REQUESTS_433 || status >= 500) ? TroubleClass.RETRY
				: TroubleClass.HOLD;
	}

	/** Whether the same reading call may succeed later. */
	public boolean mayPass(Throwable trouble) {
		if (trouble instanceof HttpOperationFailedException http) {
			return classify(http.getStatusCode()) == TroubleClass.RETRY;
		}
		return trouble instanceof IOException;
	}

	/** Whether a reading call is made again, because it may succeed then. */
	public boolean isWorthRepeating(Throwable trouble, Exchange exchange) {
		return mayPass(trouble) && !Calls.isOnlyOnce(exchange);
	}

	/** Whether the failure speaks of an outage; being asked to slow down does not. */
	public boolean isOutage(Throwable trouble) {
		if (trouble instanceof HttpOperationFailedException http) {
			return http.getStatusCode() >= 500;
		}
		return trouble instanceof IOException;
	}

	/**
	 * Whether the system answered that the token is not valid (any more), and the call
	 * has not been repeated with a new one yet. Attempts that failed for other reasons do
	 * not count.
	 */
	public boolean tokenRefused(Throwable trouble, Exchange exchange) {
		return isUnauthorized(trouble) && !Calls.isTokenRenewed(exchange);
	}

	/**
	 * Whether the system answered that it does not know who calls: then it did nothing.
	 */
	public boolean isUnauthorized(Throwable trouble) {
		return trouble instanceof HttpOperationFailedException http && http.getStatusCode() == 401;
	}

	/**
	 * Whether a failed write surely had no effect, so that it may be sent again. A
	 * time-out, a lost connection or a 500 says nothing about that: such a write is
	 * settled by reading.
	 */
	public boolean surelyNotTaken(Throwable trouble) {
		if (trouble instanceof HttpOperationFailedException http) {
			int status = http.getStatusCode();
			return status == 429 || status == TOO_MANY_REQUESTS_433 || status == 503;
		}
		return trouble instanceof ConnectException || trouble instanceof UnknownHostException;
	}

	/** Whether a failed write was surely refused. */
	public boolean surelyRefused(Throwable trouble) {
		return trouble instanceof HttpOperationFailedException http && http.getStatusCode() >= 400
				&& classify(http.getStatusCode()) == TroubleClass.HOLD;
	}

}
