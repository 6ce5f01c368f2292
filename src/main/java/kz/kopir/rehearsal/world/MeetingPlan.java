package kz.kopir.rehearsal.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import kz.kopir.rehearsal.world.LessonTruth.Trap;

/**
 * When a lesson is taught over Zoom, and in how many occurrences.
 *
 * @param lesson the lesson
 * @param group its class group
 * @param trap what is odd about it
 * @param bell when the lesson begins
 * @param parts the occurrences one after another; empty for none
 */
record MeetingPlan(LessonFacts lesson, GroupFacts group, Trap trap, Instant bell, List<Span> parts) {

	/** A stretch of time. */
	record Span(Instant from, Instant to) {

		static Span ofSeconds(Instant start, long from, long to) {
			return new Span(start.plusSeconds(from), start.plusSeconds(to));
		}

	}

	/** The sanitary limit of a lesson before a screen, in minutes. */
	static int minutes(int grade) {
		return (grade == 1) ? 15 : (grade <= 3) ? 20 : (grade <= 8) ? 25 : 30;
	}

	static MeetingPlan of(LessonFacts lesson, GroupFacts group, Trap trap, Dice dice) {
		Instant bell = SchoolYear.at(lesson.date(), Bells.start(group.shift(), lesson.number()));
		long begin = 60L * dice.between(2, 5) + dice.below(60);
		long length = 60L * minutes(group.grade()) + dice.below(40);
		List<Span> parts = new ArrayList<>();
		switch (trap) {
			case NO_MEETING -> {
				// nobody opened one
			}
			case RESTART -> {
				parts.add(Span.ofSeconds(bell, begin, begin + length * 4 / 10));
				parts.add(Span.ofSeconds(bell, begin + length * 4 / 10 + 75, begin + length));
			}
			case FORTY_MINUTES -> {
				parts.add(Span.ofSeconds(bell, 0, 40 * 60));
				parts.add(Span.ofSeconds(bell, 41 * 60, 45 * 60));
			}
			case EARLY_START -> parts.add(Span.ofSeconds(bell, -7 * 60, length));
			case HOST_ALONE -> parts.add(Span.ofSeconds(bell, begin, begin + 12 * 60));
			case ENDED_EARLY -> parts.add(Span.ofSeconds(bell, begin, begin + length * 6 / 10));
			default -> parts.add(Span.ofSeconds(bell, begin, begin + length));
		}
		return new MeetingPlan(lesson, group, trap, bell, List.copyOf(parts));
	}

	/** When teaching began: not before the bell. */
	Instant from() {
		Instant first = this.parts.get(0).from();
		return first.isBefore(this.bell) ? this.bell : first;
	}

	Instant to() {
		return this.parts.get(this.parts.size() - 1).to();
	}

}
