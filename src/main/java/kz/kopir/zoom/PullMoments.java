package kz.kopir.zoom;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * When Zoom is asked about what has ended: 5, 15, 35 and 60 minutes afterwards, because a
 * report can take half an hour to be complete, and once at night, because Zoom corrects
 * itself. A pure function of the moments given.
 */
public final class PullMoments {

	private static final List<Duration> AFTER = List.of(Duration.ofMinutes(5), Duration.ofMinutes(15),
			Duration.ofMinutes(35), Duration.ofMinutes(60));

	/** When the data of a day counts as final; Zoom's own day changes at 05:00. */
	private static final LocalTime NIGHT = LocalTime.of(2, 0);

	private final ZoneId zone;

	/**
	 * @param zone zone of the school, in which it is night
	 */
	public PullMoments(ZoneId zone) {
		this.zone = zone;
	}

	/** Whether a moment to ask has come since it was last asked. */
	boolean isDue(Instant end, @Nullable Instant asked, Instant now) {
		return all(end).stream()
			.anyMatch((moment) -> !moment.isAfter(now) && (asked == null || asked.isBefore(moment)));
	}

	/**
	 * Whether all moments of the day itself have passed: waiting longer tells no more.
	 */
	boolean isSettled(Instant end, Instant now) {
		return !end.plus(AFTER.get(AFTER.size() - 1)).isAfter(now);
	}

	/**
	 * Whether data can still be expected: until the night after the end, and some time
	 * more to read it.
	 */
	public boolean isExpected(Instant end, Instant now) {
		return now.isBefore(night(end).plus(AFTER.get(AFTER.size() - 1)));
	}

	/** Whether a meeting that nobody has heard of may still turn up in the lists. */
	public boolean mayTurnUp(Instant lessonEnd, Instant now) {
		return now.isBefore(lessonEnd.plus(AFTER.get(AFTER.size() - 1)).plus(AFTER.get(0)));
	}

	Instant night(Instant end) {
		return end.atZone(this.zone).toLocalDate().plusDays(1).atTime(NIGHT).atZone(this.zone).toInstant();
	}

	private List<Instant> all(Instant end) {
		List<Instant> moments = new ArrayList<>();
		AFTER.forEach((after) -> moments.add(end.plus(after)));
		moments.add(night(end));
		return moments;
	}

}
