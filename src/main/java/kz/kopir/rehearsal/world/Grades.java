package kz.kopir.rehearsal.world;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Grades as teachers give them: near what the pupil can do, mostly whole points, now and
 * then a fraction, a 0 or extra credit.
 */
final class Grades {

	private Grades() {
	}

	static BigDecimal of(Dice dice, long seed, int pupil, BigDecimal max) {
		int rare = dice.below(1000);
		if (rare < 8) {
			return BigDecimal.ZERO;
		}
		if (rare < 16) {
			return max.add(BigDecimal.valueOf(dice.between(1, 2)));
		}
		int ability = Dice.of(seed, 61, pupil).between(45, 95);
		int percent = Math.max(5, Math.min(100, ability + dice.between(-18, 15)));
		BigDecimal grade = max.multiply(BigDecimal.valueOf(percent, 2)).setScale(0, RoundingMode.HALF_UP);
		if (rare < 60 && grade.compareTo(max) < 0) {
			return grade.add(BigDecimal.valueOf((rare < 45) ? 50 : 25, 2)).stripTrailingZeros();
		}
		return grade;
	}

	/** Another plausible grade, from 0 to the highest. */
	static BigDecimal other(Dice dice, BigDecimal grade, BigDecimal max) {
		BigDecimal step = BigDecimal.valueOf(Math.max(1, max.intValue() / 10 * dice.between(1, 2)));
		BigDecimal up = grade.add(step);
		return (up.compareTo(max) <= 0 && (dice.chance(650) || grade.compareTo(step) < 0)) ? up
				: grade.subtract(step).max(BigDecimal.ZERO);
	}

}
