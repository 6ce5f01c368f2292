package kz.kopir.grading;

import java.math.RoundingMode;

/**
 * What a school decides about marks.
 *
 * @param aboveMaximum what to do with a grade above the maximum, up to twice as much;
 * more than that is always refused
 * @param percentScale digits after the point to which the percent is rounded before its
 * band is chosen, 0 to 4
 * @param percentRounding how the percent is rounded, once and from its exact value
 * @param lessonPolicy on which lesson a work hangs
 * @param textCap longest text of a work in UTF-16 characters, 1,000 to 100,000
 */
public record GradingPolicy(AboveMaximum aboveMaximum, int percentScale, RoundingMode percentRounding,
		LessonPolicy lessonPolicy, int textCap) {

	private static final int MOST_DIGITS = 4;

	private static final int SHORTEST_TEXT = 1_000;

	private static final int LONGEST_TEXT = 100_000;

	public GradingPolicy {
		if (percentScale < 0 || percentScale > MOST_DIGITS) {
			throw new IllegalArgumentException("The percent cannot be rounded to " + percentScale
					+ " digits after the point. Choose 0 to " + MOST_DIGITS + ".");
		}
		if (percentRounding == RoundingMode.UNNECESSARY || percentRounding == RoundingMode.HALF_EVEN) {
			throw new IllegalArgumentException("The rounding " + percentRounding
					+ " is not fit for marks: it has no answer for a half, or two. Choose HALF_UP, HALF_DOWN, UP or DOWN.");
		}
		if (textCap < SHORTEST_TEXT || textCap > LONGEST_TEXT) {
			throw new IllegalArgumentException("The text of a work cannot be limited to " + textCap
					+ " characters. Choose " + SHORTEST_TEXT + " to " + LONGEST_TEXT + ".");
		}
	}

	/**
	 * The policy of a school that decided nothing else: extra credit gets the top mark,
	 * whole percents rounded half up, the lesson of the due day, 5,000 characters.
	 */
	public static GradingPolicy usual() {
		return new GradingPolicy(AboveMaximum.TOP_MARK, 0, RoundingMode.HALF_UP, LessonPolicy.DUE, 5_000);
	}

	/** What to do with a grade above the maximum. */
	public enum AboveMaximum {

		/** It gets the mark of the maximum. */
		TOP_MARK,

		/** A teacher must look at it. */
		HOLD

	}

	/** On which lesson a work hangs. */
	public enum LessonPolicy {

		/**
		 * On the lesson of the due day, else on the next one; without a due date on the
		 * last one up to the day it was given.
		 */
		DUE,

		/** On the last lesson up to the day it was given. */
		GIVEN

	}

}
