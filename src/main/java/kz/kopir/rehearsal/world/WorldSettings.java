package kz.kopir.rehearsal.world;

import java.time.LocalDate;

/**
 * What a generated school depends on: the same settings give the same school.
 *
 * @param seed any number
 * @param pupils how many pupils, {@value #FEWEST_PUPILS} to {@value #MOST_PUPILS}; every
 * trap of the generator is only promised from 300 pupils on
 * @param today the day in Asia/Almaty on which the school stands, from 2026-09-01 to
 * 2026-12-27 (terms 1 and 2 of the school year 2026-27); everything that happened,
 * happened before 17:00 of it
 */
public record WorldSettings(long seed, int pupils, LocalDate today) {

	static final int FEWEST_PUPILS = 25;

	static final int MOST_PUPILS = 20_000;

	private static final LocalDate FIRST_DAY = LocalDate.of(2026, 9, 1);

	private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 27);

	public WorldSettings {
		if (pupils < FEWEST_PUPILS || pupils > MOST_PUPILS) {
			throw new IllegalArgumentException("A rehearsal school has " + FEWEST_PUPILS + " to " + MOST_PUPILS
					+ " pupils, not " + pupils + ". Choose a size within these bounds.");
		}
		if (today.isBefore(FIRST_DAY) || today.isAfter(LAST_DAY)) {
			throw new IllegalArgumentException("The rehearsal school's today must be from " + FIRST_DAY + " to "
					+ LAST_DAY + " (terms 1 and 2 of 2026-27), not " + today + ". Choose a day in these terms.");
		}
	}

	/** Seed 2026, 300 pupils, Friday 20 November 2026 (in term 2). */
	public static WorldSettings defaults() {
		return new WorldSettings(2026, 300, LocalDate.of(2026, 11, 20));
	}

}
