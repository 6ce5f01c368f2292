package kz.kopir.digest;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * When people are written to. Times are of the school's time zone, Asia/Almaty.
 *
 * @param dailyAt from when on the daily mail goes out on a school day
 * @param weeklyDay day of the weekly overview
 * @param weeklyAt from when on it goes out
 * @param escalateAfterSchoolDays school days without a reaction after which the deputy
 * head is told, 1 to 30
 * @param longestList most problems that one mail tells, but for an urgent one, 1 to 100
 * @param quietFrom nobody is written to from this time on
 * @param quietTo up to this time, of the next day when it lies before the other; when
 * both are equal there are no quiet hours
 */
public record DigestPolicy(LocalTime dailyAt, DayOfWeek weeklyDay, LocalTime weeklyAt, int escalateAfterSchoolDays,
		int longestList, LocalTime quietFrom, LocalTime quietTo) {

	/** Time that a gateway which is busy or was just started needs at most. */
	private static final int ROOM_MINUTES = 30;

	private static final int MOST_SCHOOL_DAYS = 30;

	private static final int LONGEST_LIST = 100;

	public DigestPolicy {
		refuseQuiet("mail.daily-at", dailyAt, quietFrom, quietTo);
		refuseQuiet("mail.weekly-at", weeklyAt, quietFrom, quietTo);
		refuseOutside("mail.escalate-after-school-days", escalateAfterSchoolDays, MOST_SCHOOL_DAYS);
		refuseOutside("mail.longest-list", longestList, LONGEST_LIST);
	}

	private static void refuseQuiet(String field, LocalTime time, LocalTime from, LocalTime to) {
		LocalTime last = time.plusMinutes(ROOM_MINUTES - 1);
		if (last.isBefore(time) || isQuiet(time, from, to) || isQuiet(last, from, to)) {
			throw new IllegalArgumentException(field + " is " + time + ", but nobody is written to from " + from
					+ " to " + to + " (quiet-hours). Choose a time outside of them, at least " + ROOM_MINUTES
					+ " minutes before they or the next day begin.");
		}
	}

	private static void refuseOutside(String field, int value, int highest) {
		if (value < 1 || value > highest) {
			throw new IllegalArgumentException(field + " is " + value + ". Choose a number from 1 to " + highest + ".");
		}
	}

	/** Whether nobody is written to at a time of day. */
	boolean isQuiet(LocalTime time) {
		return isQuiet(time, this.quietFrom, this.quietTo);
	}

	private static boolean isQuiet(LocalTime time, LocalTime from, LocalTime to) {
		if (from.isBefore(to)) {
			return !time.isBefore(from) && time.isBefore(to);
		}
		return from.isAfter(to) && (!time.isBefore(from) || time.isBefore(to));
	}

	/** From when on people may be written to on a day. */
	LocalTime opens() {
		return isQuiet(LocalTime.MIDNIGHT) ? this.quietTo : LocalTime.MIDNIGHT;
	}

}
