package kz.kopir.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * What time it is in the rehearsal. It begins at a time of the rehearsal school, goes on
 * as real time does, and a person can move it forward. Safe for several threads.
 */
public final class RehearsalClock extends Clock {

	private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

	private final Clock real = Clock.systemUTC();

	private final ZoneId zone;

	/** What the clock is ahead of real time, and the time at which people stand. */
	private volatile Position position;

	/**
	 * @param start what time it is at first, Asia/Almaty
	 */
	public RehearsalClock(LocalDateTime start) {
		this.zone = ALMATY;
		this.position = at(start.atZone(ALMATY).toInstant());
	}

	/**
	 * Moves the clock forward.
	 * @param to the time that it is then, Asia/Almaty
	 * @throws IllegalArgumentException when that time is over: what has happened cannot
	 * be undone
	 */
	public synchronized void advanceTo(LocalDateTime to) {
		Instant target = to.atZone(ALMATY).toInstant();
		if (target.isBefore(instant())) {
			throw new IllegalArgumentException("The rehearsal's clock shows "
					+ LocalDateTime.ofInstant(instant(), ALMATY) + " and does not go back to " + to
					+ ". Start the rehearsal anew with kopir.rehearsal.starts-at.");
		}
		this.position = at(target);
	}

	/** Begins anew at a time, for a school that begins anew. */
	public synchronized void restart(LocalDateTime start) {
		this.position = at(start.atZone(ALMATY).toInstant());
	}

	/**
	 * The time by which pupils and teachers act: it stands from one move to the next, so
	 * that nothing changes while somebody looks.
	 */
	public Clock people() {
		return new People();
	}

	private Position at(Instant now) {
		return new Position(Duration.between(this.real.instant(), now), now);
	}

	@Override
	public Instant instant() {
		return this.real.instant().plus(this.position.ahead());
	}

	@Override
	public ZoneId getZone() {
		return this.zone;
	}

	@Override
	public Clock withZone(ZoneId other) {
		throw new UnsupportedOperationException("The rehearsal lives in " + ALMATY + " only.");
	}

	private record Position(Duration ahead, Instant people) {
	}

	private final class People extends Clock {

		@Override
		public Instant instant() {
			return RehearsalClock.this.position.people();
		}

		@Override
		public ZoneId getZone() {
			return ALMATY;
		}

		@Override
		public Clock withZone(ZoneId other) {
			return RehearsalClock.this.withZone(other);
		}

	}

}
