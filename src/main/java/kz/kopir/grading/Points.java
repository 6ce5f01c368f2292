package kz.kopir.grading;

import java.math.BigDecimal;

/**
 * Guards arithmetic against numbers that no teacher gives: {@code 1e309} as a plain
 * decimal has 310 digits, {@code 1e999999999} fills the memory.
 */
final class Points {

	private static final int MOST_BITS = 128;

	private static final int MOST_DECIMALS = 30;

	private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000);

	private Points() {
	}

	/** Whether a number is usable as points: 0 to 1,000,000 with at most 30 decimals. */
	static boolean areUsable(BigDecimal points) {
		return points.signum() >= 0 && points.unscaledValue().bitLength() <= MOST_BITS
				&& Math.abs((long) points.scale()) <= MOST_DECIMALS && points.compareTo(LARGEST) <= 0;
	}

}
