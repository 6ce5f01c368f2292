package kz.kopir.rehearsal.kundelik;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import kz.kopir.rehearsal.kundelik.KundelikSettings.Switches;

/**
 * A token bucket per access token: full at first, refilled evenly. Thread-safe. That
 * there is a limit per token is evidenced, its size is not, nor a Retry-After.
 */
final class RequestLimit {

	private final Clock clock;

	private final Map<String, Bucket> buckets = new HashMap<>();

	RequestLimit(Clock clock) {
		this.clock = clock;
	}

	synchronized void take(String token, Switches switches) {
		int size = switches.requestsPerWindow();
		if (size == 0) {
			return;
		}
		long now = this.clock.millis();
		Bucket bucket = this.buckets.computeIfAbsent(token, (any) -> new Bucket(size, now));
		if (!bucket.take(size, switches.window(), now)) {
			throw new Refusal(429, "requestLimit", "The request limit of this token is exceeded");
		}
	}

	private static final class Bucket {

		private double left;

		private long since;

		Bucket(double left, long since) {
			this.left = left;
			this.since = since;
		}

		boolean take(int size, Duration window, long now) {
			double refill = (double) (now - this.since) * size / window.toMillis();
			this.left = Math.min(size, this.left + refill);
			this.since = now;
			if (this.left < 1) {
				return false;
			}
			this.left--;
			return true;
		}

	}

}
