package kz.kopir.rehearsal.kundelik;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The school's local time, as Kundelik writes it: without an offset.
 */
final class LocalTimes {

	private final Clock clock;

	LocalTimes(Clock clock) {
		this.clock = clock;
	}

	/** Microseconds of local time since 1970-01-01T00:00. */
	long nowMicros() {
		return micros(LocalDateTime.ofInstant(this.clock.instant(), Permission.ZONE));
	}

	String nowText() {
		return MarkReads.zoneless(LocalDateTime.ofInstant(this.clock.instant(), Permission.ZONE), 3);
	}

	static long micros(LocalDateTime time) {
		return time.toEpochSecond(ZoneOffset.UTC) * 1_000_000 + time.getNano() / 1000;
	}

}
