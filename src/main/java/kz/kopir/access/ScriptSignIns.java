package kz.kopir.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A script signs in with each of its requests; that is told once an hour for a user and
 * an address.
 */
final class ScriptSignIns {

	private static final Duration TOLD_FOR = Duration.ofHours(1);

	private static final int REMEMBERED = 1000;

	private final Clock clock;

	private final Map<String, Instant> told = new LinkedHashMap<>() {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
			return size() > REMEMBERED;
		}

	};

	ScriptSignIns(Clock clock) {
		this.clock = clock;
	}

	/** Whether this sign-in is to be told. */
	synchronized boolean isNew(String user, String address) {
		Instant now = this.clock.instant();
		String key = user + " " + address;
		Instant last = this.told.get(key);
		if (last != null && now.isBefore(last.plus(TOLD_FOR))) {
			return false;
		}
		this.told.remove(key);
		this.told.put(key, now);
		return true;
	}

}
