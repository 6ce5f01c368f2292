package kz.kopir.policy;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * Says which field of a policy cannot be as it is.
 */
final class Range {

	private Range() {
	}

	static void between(String field, BigDecimal value, int lowest, int highest) {
		if (value.compareTo(BigDecimal.valueOf(lowest)) < 0 || value.compareTo(BigDecimal.valueOf(highest)) > 0) {
			throw new IllegalArgumentException(
					field + " is " + value + ". Choose a number from " + lowest + " to " + highest + ".");
		}
	}

	/** A field with nothing behind it reads as null, whatever its type says. */
	static void given(String field, @Nullable Object value) {
		if (value == null) {
			throw new IllegalArgumentException(field + " is empty. Fill it in.");
		}
	}

	static void notNegative(String field, int value) {
		if (value < 0) {
			throw new IllegalArgumentException(field + " is " + value + ". Choose 0 or more.");
		}
	}

	static void atLeastOne(String field, int value) {
		if (value < 1) {
			throw new IllegalArgumentException(field + " is " + value + ". Choose 1 or more.");
		}
	}

}
