package kz.kopir.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * A clock that stands until the test moves it. Times are of Asia/Almaty.
 */
public final class DrivenClock extends Clock {

	private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

	private volatile Instant now = at("2026-11-20T08:00");

	public void set(String time) {
		this.now = at(time);
	}

	public void pass(Duration time) {
		this.now = this.now.plus(time);
	}

	private static Instant at(String time) {
		return LocalDateTime.parse(time).atZone(ALMATY).toInstant();
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ALMATY;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return Clock.fixed(this.now, zone);
	}

}
