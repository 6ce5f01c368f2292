package kz.kopir.rehearsal.google;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Requests per minute for each user and for each client, over a window that slides by the
 * clock. A refused request uses nothing up.
 */
final class Quotas {

	private static final long WINDOW_MILLIS = 60_000;

	private static final int HIGHEST = 10_000_000;

	private final Map<String, Window> users = new HashMap<>();

	private final Map<String, Window> clients = new HashMap<>();

	private final Clock clock;

	private @Nullable Integer perUser;

	private @Nullable Integer perClient;

	Quotas(Clock clock, @Nullable Integer perUser, @Nullable Integer perClient) {
		this.clock = clock;
		this.perUser = perUser;
		this.perClient = perClient;
	}

	/** Sets new limits and begins to count anew; null means no limit. */
	synchronized void set(@Nullable Integer userPerMinute, @Nullable Integer clientPerMinute) {
		requireLimit(userPerMinute);
		requireLimit(clientPerMinute);
		this.perUser = userPerMinute;
		this.perClient = clientPerMinute;
		this.users.clear();
		this.clients.clear();
	}

	/**
	 * Takes one request from the quotas of a caller.
	 * @param caller who asks
	 * @throws ApiError 429 when one of them is used up
	 */
	synchronized void take(Caller caller) {
		long now = this.clock.millis();
		Integer user = this.perUser;
		Integer client = this.perClient;
		Window users = (user != null) ? window(this.users, caller.userId(), user) : null;
		Window clients = (client != null) ? window(this.clients, caller.client(), client) : null;
		if (user != null && users != null && !users.hasRoom(now)) {
			throw ApiError.exhausted("Queries per minute per user", user);
		}
		if (client != null && clients != null && !clients.hasRoom(now)) {
			throw ApiError.exhausted("Queries per minute", client);
		}
		if (users != null) {
			users.take(now);
		}
		if (clients != null) {
			clients.take(now);
		}
	}

	static void requireLimit(@Nullable Integer perMinute) {
		if (perMinute != null && (perMinute < 0 || perMinute > HIGHEST)) {
			throw new IllegalArgumentException(
					"A quota is from 0 to " + HIGHEST + " requests per minute, or null for no limit; not " + perMinute);
		}
	}

	private static Window window(Map<String, Window> windows, String key, int limit) {
		return windows.computeIfAbsent(key, (any) -> new Window(limit));
	}

	/** The times of the latest requests, as many as the limit, in a ring. */
	private static final class Window {

		private final long[] times;

		private long taken;

		Window(int limit) {
			this.times = new long[limit];
		}

		boolean hasRoom(long now) {
			if (this.taken < this.times.length) {
				return true;
			}
			return this.times.length > 0 && now - this.times[slot()] >= WINDOW_MILLIS;
		}

		void take(long now) {
			this.times[slot()] = now;
			this.taken++;
		}

		private int slot() {
			return (int) (this.taken % this.times.length);
		}

	}

}
