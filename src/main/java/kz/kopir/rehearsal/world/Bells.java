package kz.kopir.rehearsal.world;

import java.time.LocalTime;

/**
 * The school's bells, Asia/Almaty: lessons of 45 minutes with breaks of 10, the first
 * shift from 08:00, the second from 13:30.
 */
public final class Bells {

	/** Lessons that a shift can have. */
	public static final int LESSONS = 8;

	/** Length of a lesson in minutes. */
	public static final int LESSON_MINUTES = 45;

	private static final int BREAK_MINUTES = 10;

	private Bells() {
	}

	/**
	 * When a lesson begins.
	 * @param shift 1 or 2
	 * @param number number of the lesson in the shift, from 1
	 * @return the time of day
	 */
	public static LocalTime start(int shift, int number) {
		LocalTime first = (shift == 1) ? LocalTime.of(8, 0) : LocalTime.of(13, 30);
		return first.plusMinutes((number - 1L) * (LESSON_MINUTES + BREAK_MINUTES));
	}

	/**
	 * When a lesson ends.
	 * @param shift 1 or 2
	 * @param number number of the lesson in the shift, from 1
	 * @return the time of day
	 */
	public static LocalTime end(int shift, int number) {
		return start(shift, number).plusMinutes(LESSON_MINUTES);
	}

}
