package kz.kopir.rehearsal.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import kz.kopir.rehearsal.world.LessonTruth.Seen;
import kz.kopir.rehearsal.world.LessonTruth.Trap;
import kz.kopir.rehearsal.world.MeetingPlan.Span;

/**
 * When a pupil sat where in a lesson.
 */
final class Stays {

	/**
	 * A stay.
	 *
	 * @param span from when to when
	 * @param waiting whether in the waiting room
	 * @param room number of the breakout room, 0 for none
	 */
	record Stay(Span span, boolean waiting, int room) {
	}

	private Stays() {
	}

	static Seen seen(Trap trap, Dice dice) {
		if (trap == Trap.NO_MEETING || trap == Trap.HOST_ALONE) {
			return Seen.NOT_SEEN;
		}
		int chance = dice.below(100);
		if (trap == Trap.MOSTLY_NOT_SEEN && chance < 70) {
			return Seen.NOT_SEEN;
		}
		return (chance < 5) ? Seen.NOT_SEEN
				: (chance < 10) ? Seen.LATE : (chance < 14) ? Seen.LEFT_EARLY : Seen.PRESENT;
	}

	static List<Stay> of(MeetingPlan plan, Seen seen, Dice dice) {
		if (seen == Seen.NOT_SEEN) {
			return List.of();
		}
		Instant from = plan.from();
		Instant to = plan.to();
		long length = Duration.between(from, to).toSeconds();
		List<Stay> stays = new ArrayList<>();
		switch (seen) {
			case NOT_SEEN -> {
				// nothing to see
			}
			case LATE -> stays.add(stay(from.plusSeconds(length * dice.between(55, 65) / 100), to));
			case LEFT_EARLY -> stays.add(stay(from, from.plusSeconds(length * dice.between(20, 35) / 100)));
			case PRESENT -> present(plan, from, to, length, dice, stays);
		}
		if (plan.trap() == Trap.WAITING_ROOM && !stays.isEmpty()) {
			Instant admitted = stays.get(0).span().from();
			stays.add(0, new Stay(new Span(admitted.minusSeconds(dice.between(10, 50)), admitted), true, 0));
		}
		return stays;
	}

	/** A pupil who was never let in. */
	static List<Stay> neverAdmitted(MeetingPlan plan) {
		return List.of(new Stay(new Span(plan.from(), plan.to().minusSeconds(30)), true, 0));
	}

	private static void present(MeetingPlan plan, Instant from, Instant to, long length, Dice dice, List<Stay> stays) {
		Instant join = from.plusSeconds(dice.below(90));
		if (plan.trap() == Trap.EARLY_START && dice.chance(600)) {
			join = plan.parts().get(0).from().plusSeconds(dice.between(20, 300));
		}
		Instant leave = to.minusSeconds(dice.below(20));
		int way = dice.below(100);
		if (plan.trap() == Trap.BREAKOUT) {
			Instant out = from.plusSeconds(length * 4 / 10);
			Instant back = from.plusSeconds(length * 8 / 10);
			stays.add(stay(join, out));
			stays.add(new Stay(new Span(out, back), false, 1 + dice.below(3)));
			stays.add(stay(back, leave));
		}
		else if (way < 9) {
			Instant lost = from.plusSeconds(length * dice.between(30, 60) / 100);
			stays.add(stay(join, lost));
			stays.add(stay(lost.plusSeconds(dice.between(20, 60)), leave));
		}
		else {
			stays.add(stay(join, leave));
			if (way < 15) {
				stays.add(stay(join.plusSeconds(15), leave.minusSeconds(5)));
			}
		}
	}

	private static Stay stay(Instant from, Instant to) {
		return new Stay(new Span(from, to), false, 0);
	}

}
