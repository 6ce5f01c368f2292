package kz.kopir.preparation;

/**
 * Whether something stood ready before a lesson began.
 *
 * @param lesson the lesson
 * @param state what stood ready
 * @param links links among it
 */
public record PreparedLesson(RemoteLesson lesson, State state, int links) {

	/** What stood ready. */
	public enum State {

		/** Something was given since the lesson before, and before this one began. */
		IN_TIME,
		/** Something was given only after it began, on the same day. */
		LATE,
		/** Nothing. */
		NOTHING

	}

}
