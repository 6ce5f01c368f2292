package kz.kopir.rehearsal.world;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What happens to one submission, step by step, until now: a step that would lie in the
 * future does not happen.
 */
final class SubmissionStory {

	private final CourseworkFacts work;

	private final String googleId;

	private final int pupil;

	private final String teacher;

	private final Instant now;

	private final Dice dice;

	private final List<HistoryFacts> history = new ArrayList<>(6);

	private String state = "NEW";

	private @Nullable BigDecimal assigned;

	private @Nullable BigDecimal draft;

	private boolean late;

	private @Nullable Instant created;

	private Instant time;

	SubmissionStory(CourseworkFacts work, String googleId, int pupil, String teacher, Instant now, Dice dice) {
		this.work = work;
		this.googleId = googleId;
		this.pupil = pupil;
		this.teacher = teacher;
		this.now = now;
		this.dice = dice;
		this.time = work.created();
	}

	/** The pupil never opens it. */
	void missing(boolean zeroDraft) {
		if (zeroDraft) {
			this.draft = BigDecimal.ZERO;
		}
		this.late = this.work.due() != null;
	}

	/** The pupil opens it, some time before the end. */
	void begin(Instant end) {
		long span = Math.max(600, Duration.between(this.work.created(), end).toSeconds() * 9 / 10);
		if (pass(60, (int) Math.min(span, Integer.MAX_VALUE / 2))) {
			this.history.add(HistoryFacts.state(this.time, this.googleId, "CREATED"));
			// the record appears a little after its first event
			this.created = this.time.plusMillis(this.dice.between(10, 170));
			this.time = this.created;
			this.state = "CREATED";
		}
	}

	void turnIn(Instant end) {
		boolean tardy = this.work.due() != null && this.dice.chance(80);
		long left = Duration.between(this.time, end).toSeconds();
		boolean possible = (tardy || left < 60) ? pass((int) Math.max(60, left + 60), (int) Math.max(0, left) + 172_800)
				: pass(30, (int) left);
		if (possible && this.created != null) {
			this.history.add(HistoryFacts.state(this.time, this.googleId, "TURNED_IN"));
			this.state = "TURNED_IN";
			this.late = this.work.due() != null && this.time.isAfter(end);
		}
	}

	void turnInAgain() {
		if (this.state.equals("RETURNED") && pass(600, 172_800)) {
			this.history.add(HistoryFacts.state(this.time, this.googleId, "TURNED_IN"));
			this.state = "TURNED_IN";
		}
	}

	void reclaim() {
		if (this.state.equals("TURNED_IN") && pass(60, 7_200)) {
			this.history.add(HistoryFacts.state(this.time, this.googleId, "RECLAIMED_BY_STUDENT"));
			this.state = "RECLAIMED_BY_STUDENT";
		}
	}

	/** Begun and not turned in; Classroom may set a draft of 0. */
	void zeroDraft(boolean wanted) {
		if (wanted && this.created != null) {
			draft(BigDecimal.ZERO);
		}
		this.late = this.work.due() != null;
	}

	void draft(BigDecimal grade) {
		if (this.created != null && pass(3_600, 172_800)) {
			this.draft = grade;
			this.history.add(HistoryFacts.draft(this.time, this.teacher, grade, this.work.maxPoints()));
		}
	}

	/** The teacher returns it, with a grade or without. */
	void handBack(@Nullable BigDecimal grade) {
		if ((!this.state.equals("TURNED_IN") && !this.state.equals("RETURNED")) || !pass(3_600, 172_800)) {
			return;
		}
		if (grade != null) {
			this.draft = grade;
			this.history.add(HistoryFacts.draft(this.time, this.teacher, grade, this.work.maxPoints()));
			if (this.dice.chance(30)) {
				// recordings hold the same draft event twice now and then
				this.history.add(HistoryFacts.draft(this.time, this.teacher, grade, this.work.maxPoints()));
			}
			this.time = this.time.plusSeconds(this.dice.between(2, 30));
			this.assigned = grade;
			this.history.add(HistoryFacts.assigned(this.time, this.teacher, grade, this.work.maxPoints()));
			this.time = this.time.plusMillis(this.dice.below(6));
		}
		this.history.add(HistoryFacts.state(this.time, this.teacher, "RETURNED"));
		this.state = "RETURNED";
		// recordings show returned late work without the flag
		this.late &= this.dice.chance(500);
	}

	SubmissionFacts tell() {
		return new SubmissionFacts(SubmissionId.of(this.pupil, this.work.id()), this.work.id(), this.googleId,
				this.state, this.assigned, this.draft, this.late, this.created,
				(this.created != null) ? this.time : null, this.history);
	}

	/** Lets between these seconds pass, unless that ends in the future. */
	private boolean pass(int least, int most) {
		Instant next = this.time.plusSeconds(this.dice.between(least, Math.max(least, most)))
			.plusMillis(this.dice.below(1000));
		if (next.plusSeconds(60).isAfter(this.now)) {
			return false;
		}
		this.time = next;
		return true;
	}

}
