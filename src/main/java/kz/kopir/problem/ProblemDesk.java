package kz.kopir.problem;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes what persons decide about problems.
 */
final class ProblemDesk {

	private final ProblemTable table;

	private final ProblemLines lines;

	private final ProblemEvents events;

	private final TransactionOperations transactions;

	ProblemDesk(ProblemTable table, ProblemLines lines, ProblemEvents events, TransactionOperations transactions) {
		this.table = table;
		this.lines = lines;
		this.events = events;
		this.transactions = transactions;
	}

	/**
	 * Takes a decision, in one transaction.
	 * @return the problem as it stands then
	 * @throws DecisionRefused when it is not taken; nothing was changed
	 */
	StoredProblem decide(SchoolId school, String id, Decision decision, Instant now) throws DecisionRefused {
		decision.check(now);
		Outcome outcome = Objects
			.requireNonNull(this.transactions.execute((status) -> decided(school, id, decision, now)));
		if (outcome.refused() != null) {
			throw outcome.refused();
		}
		return Objects.requireNonNull(outcome.problem());
	}

	private Outcome decided(SchoolId school, String id, Decision decision, Instant now) {
		ProblemEvents.Book book = this.events.open(school);
		ProblemLife before = this.table.lives(List.of(id)).get(id);
		if (before == null || find(school, id, now).isEmpty()) {
			return new Outcome(null,
					new DecisionRefused(DecisionRefused.Reason.UNKNOWN, "This school has no such problem."));
		}
		try {
			ProblemLife.Step step = before.decided(decision, now);
			if (step.event() != null) {
				this.table.decide(step.life(), now);
				if (step.life().state() == ProblemState.RESOLVED || step.event() == ProblemEventKind.REOPENED) {
					this.lines.forgetGone(id);
				}
				book.byPerson(id, step.life().opening(), step.event(), decision.by(), decision.reason(), now);
				book.write();
			}
			return new Outcome(find(school, id, now).get(0), null);
		}
		catch (DecisionRefused refused) {
			return new Outcome(null, refused);
		}
	}

	private List<StoredProblem> find(SchoolId school, String id, Instant now) {
		return this.table.find("p.id = :id and p.school = :school", Map.of("id", id, "school", school.value()), now);
	}

	/**
	 * What a person decides.
	 *
	 * @param kind what is decided
	 * @param by the signed-in user
	 * @param reason why, or null
	 * @param until until when the problem rests, when it is snoozed
	 */
	record Decision(ProblemDecision kind, String by, @Nullable String reason, @Nullable Instant until) {

		/** Makes the reason fit to be stored and shown. */
		Decision {
			String text = (reason == null) ? "" : Problem.withoutControls(reason);
			reason = text.isEmpty() ? null : text;
		}

		private void check(Instant now) throws DecisionRefused {
			if (this.kind == ProblemDecision.RESOLVE && this.reason == null) {
				throw incomplete("Without a reason a problem is not resolved: it is kept with your name.");
			}
			if (this.reason != null && this.reason.length() > Problems.LONGEST_REASON) {
				throw incomplete("The reason has " + this.reason.length() + " characters, more than "
						+ Problems.LONGEST_REASON + ".");
			}
			if (this.kind == ProblemDecision.SNOOZE && !rests(this.until, now)) {
				throw incomplete("A problem can rest until a moment in the future, at most "
						+ Problems.LONGEST_SNOOZE.toDays() + " days from now.");
			}
		}

		private static boolean rests(@Nullable Instant until, Instant now) {
			return until != null && until.isAfter(now)
					&& Duration.between(now, until).compareTo(Problems.LONGEST_SNOOZE) <= 0;
		}

		private static DecisionRefused incomplete(String why) {
			return new DecisionRefused(DecisionRefused.Reason.INCOMPLETE, why);
		}

	}

	/** What came of a decision: the problem as it stands then, or why it is not taken. */
	private record Outcome(@Nullable StoredProblem problem, @Nullable DecisionRefused refused) {
	}

}
