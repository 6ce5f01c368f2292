package kz.kopir.problem;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * How a problem stands, and how it goes on. Without I/O and clock.
 *
 * @param id the problem
 * @param state its state
 * @param opening how often it has been opened by now, from 1 on
 * @param snoozedUntil until when it rests, when it is snoozed
 * @param decidedBy who decided last, null if nobody did since it was opened
 * @param reason what was given as reason, or null
 * @param deadline until when it can be mended, or null
 * @param details the values in its texts
 * @param firstRun the run that opened it (again)
 * @param lastRun the run that saw it last
 * @param toldRun the run that was the last to open or worsen it
 * @param openedAt when it was opened (again)
 */
record ProblemLife(String id, ProblemState state, int opening, @Nullable Instant snoozedUntil,
		@Nullable String decidedBy, @Nullable String reason, @Nullable Instant deadline, Map<String, String> details,
		String firstRun, String lastRun, String toldRun, Instant openedAt) {

	/**
	 * Details that only say how the matter was told this time: in which words an outside
	 * system refused, or under which number a run made its plan anew.
	 */
	private static final Set<String> WORDING = Set.of("answer", "plan", "changes", "used", "share");

	static ProblemLife begun(String id, Problem problem, String run, Instant now) {
		return new ProblemLife(id, ProblemState.OPEN, 1, null, null, null, problem.deadline(), problem.details(), run,
				run, run, now);
	}

	/**
	 * A run sees its cause again. What a person said of it stays, until something new is
	 * in what was resolved.
	 * @param newLine whether it concerns an entry that it never did since it was opened
	 */
	Step seenAgain(Problem problem, String run, boolean newLine, Instant now) {
		if (this.state == ProblemState.CLOSED
				|| (this.state == ProblemState.RESOLVED && (newLine || isOtherMatter(problem)))) {
			return new Step(new ProblemLife(this.id, ProblemState.OPEN, this.opening + 1, null, null, null,
					problem.deadline(), problem.details(), run, run, run, now), ProblemEventKind.REOPENED);
		}
		Instant nearest = this.lastRun.equals(run) ? earlier(this.deadline, problem.deadline()) : problem.deadline();
		// what one run goes on to find is one piece of news
		boolean worsened = this.state.isAsked() && !this.toldRun.equals(run)
				&& (newLine || isNearer(nearest, this.deadline));
		return new Step(
				new ProblemLife(this.id, this.state, this.opening, this.snoozedUntil, this.decidedBy, this.reason,
						nearest, problem.details(), this.firstRun, run, worsened ? run : this.toldRun, this.openedAt),
				worsened ? ProblemEventKind.WORSENED : null);
	}

	/**
	 * A person decides.
	 * @throws DecisionRefused when the decision makes no sense now
	 */
	Step decided(ProblemDesk.Decision decision, Instant now) throws DecisionRefused {
		ProblemState before = at(now).state();
		ProblemState after = before.after(decision.kind());
		if (decision.kind() == ProblemDecision.SEEN && after == before) {
			return new Step(this, null);
		}
		if (decision.kind() == ProblemDecision.REOPEN) {
			return new Step(new ProblemLife(this.id, after, this.opening + 1, null, null, null, this.deadline,
					this.details, this.firstRun, this.lastRun, this.toldRun, now), ProblemEventKind.REOPENED);
		}
		return new Step(
				new ProblemLife(this.id, after, this.opening, decision.until(), decision.by(), decision.reason(),
						this.deadline, this.details, this.firstRun, this.lastRun, this.toldRun, this.openedAt),
				ProblemEventKind.valueOf(after.name()));
	}

	/** The same at a moment: who rests too long counts as never looked at. */
	ProblemLife at(Instant now) {
		boolean rested = this.state == ProblemState.SNOOZED && this.snoozedUntil != null
				&& !now.isBefore(this.snoozedUntil);
		return rested ? new ProblemLife(this.id, ProblemState.OPEN, this.opening, null, this.decidedBy, this.reason,
				this.deadline, this.details, this.firstRun, this.lastRun, this.toldRun, this.openedAt) : this;
	}

	private boolean isOtherMatter(Problem problem) {
		return problem.code()
			.detailKeys()
			.stream()
			.filter((key) -> !WORDING.contains(key))
			.anyMatch((key) -> !Objects.equals(this.details.get(key), problem.details().get(key)));
	}

	private static boolean isNearer(@Nullable Instant deadline, @Nullable Instant before) {
		return deadline != null && (before == null || deadline.isBefore(before));
	}

	static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return one.isBefore(other) ? one : other;
	}

	/**
	 * The life after something happened.
	 *
	 * @param life the life
	 * @param event what is to be told of it, or null
	 */
	record Step(ProblemLife life, @Nullable ProblemEventKind event) {
	}

}
