package kz.kopir.rehearsal.world;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The submissions of a course, computed on demand: each pupil's way with each work is a
 * story told by a die of its own.
 */
final class Submissions {

	private final long seed;

	private final Classes classes;

	private final Clock clock;

	Submissions(WorldSettings settings, Classes classes, Clock clock) {
		this.seed = settings.seed();
		this.classes = classes;
		this.clock = clock;
	}

	/** All of a course, by coursework and then by pupil. */
	List<SubmissionFacts> of(CoursePlan plan, List<CourseworkFacts> works) {
		List<SubmissionFacts> submissions = new ArrayList<>(works.size() * plan.pupils().size());
		Instant now = this.clock.instant();
		for (CourseworkFacts work : works) {
			if (!work.state().equals("PUBLISHED")) {
				continue;
			}
			List<String> assignees = work.assignees();
			Set<String> chosen = (assignees != null) ? new HashSet<>(assignees) : null;
			for (int pupil : plan.pupils()) {
				if (chosen == null || chosen.contains(this.classes.pupils().get(pupil).googleId())) {
					submissions.add(of(plan, work, pupil, now));
				}
			}
		}
		return submissions;
	}

	private SubmissionFacts of(CoursePlan plan, CourseworkFacts work, int pupil, Instant now) {
		Dice dice = Dice.of(this.seed, 60, Long.parseLong(work.id()), pupil);
		SubmissionStory story = new SubmissionStory(work, this.classes.pupils().get(pupil).googleId(), pupil,
				plan.facts().ownerId(), now, dice);
		Instant end = end(work);
		if (end.isAfter(now)) {
			open(story, dice, end);
		}
		else {
			closed(story, dice, end, work, pupil);
		}
		return story.tell();
	}

	/**
	 * Until when pupils work on it: without a time of day, to the end of the due day in
	 * Almaty.
	 */
	private static Instant end(CourseworkFacts work) {
		Instant due = work.due();
		if (due == null) {
			return work.created().plus(Duration.ofDays(3));
		}
		return work.dueHasTime() ? due : due.plus(Duration.ofHours(18)).plus(Duration.ofMinutes(59));
	}

	/** Work that is not due yet: some have begun, few are through. */
	private void open(SubmissionStory story, Dice dice, Instant end) {
		int chance = dice.below(100);
		if (chance < 50) {
			return;
		}
		story.begin(end);
		if (chance >= 65) {
			story.turnIn(end);
		}
	}

	private void closed(SubmissionStory story, Dice dice, Instant end, CourseworkFacts work, int pupil) {
		int chance = dice.below(1000);
		if (chance < 55) {
			// never opened; Classroom itself gives some missing work a draft of 0
			story.missing(chance < 8 && work.maxPoints() != null);
			return;
		}
		story.begin(end);
		if (chance < 75) {
			story.zeroDraft(chance < 62 && work.maxPoints() != null);
			return;
		}
		story.turnIn(end);
		if (chance < 85) {
			story.reclaim();
			return;
		}
		if (chance < 125) {
			return;
		}
		BigDecimal max = work.maxPoints();
		if (max == null) {
			story.handBack(null);
			return;
		}
		BigDecimal grade = Grades.of(dice, this.seed, pupil, max);
		if (chance < 145) {
			story.draft(grade);
		}
		else if (chance < 165) {
			story.handBack(null);
		}
		else {
			story.handBack(grade);
			after(story, dice, chance, grade, max);
		}
	}

	/** What may happen to work that came back with a grade. */
	private static void after(SubmissionStory story, Dice dice, int chance, BigDecimal grade, BigDecimal max) {
		if (chance < 195) {
			story.handBack(Grades.other(dice, grade, max));
		}
		else if (chance < 215) {
			story.draft(Grades.other(dice, grade, max));
		}
		else if (chance < 230) {
			// the old grade stays until the teacher hands it back again
			story.turnInAgain();
		}
	}

	/** The submission of a pupil, or null when there is none. */
	static @Nullable SubmissionFacts find(List<SubmissionFacts> submissions, String courseworkId, String googleId) {
		return submissions.stream()
			.filter((one) -> one.courseworkId().equals(courseworkId) && one.googleId().equals(googleId))
			.findFirst()
			.orElse(null);
	}

}
