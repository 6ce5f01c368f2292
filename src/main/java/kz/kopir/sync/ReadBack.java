package kz.kopir.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import kz.kopir.journal.JournalAnswer;
import kz.kopir.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Judges by what the journal shows afterwards what became of each delivery. What stands
 * there counts, not what the journal answered. Without I/O and clock.
 */
final class ReadBack {

	private final PlanExecution execution;

	private final Standing standing;

	private final List<Ledger.Settled> settled = new ArrayList<>();

	/**
	 * @param execution the plan that was executed
	 * @param standing tells what the journal shows now
	 */
	ReadBack(PlanExecution execution, Standing standing) {
		this.execution = execution;
		this.standing = standing;
	}

	/** Settles every change of the execution; counts and notes go into its plan. */
	List<Ledger.Settled> settle() {
		this.execution.changes().forEach(this::settle);
		return this.settled;
	}

	private void settle(String delivery, Change change) {
		List<Found> found = this.standing.of(change);
		boolean asWanted = found.size() == 1 && found.get(0).value().equals(change.to());
		if (asWanted) {
			this.execution.plan().tallies().get(change.key().kind()).delivered();
			this.settled.add(new Ledger.Settled(delivery, Ledger.State.CONFIRMED, found.get(0).id(), null));
			return;
		}
		if (found.size() > 1) {
			hold(delivery, change, Ledger.State.UNSETTLED, ProblemCode.TWICE_IN_JOURNAL, "twice");
			return;
		}
		JournalAnswer answer = this.execution.answer(delivery);
		if (answer instanceof JournalAnswer.Refused refused) {
			this.settled.add(new Ledger.Settled(delivery, Ledger.State.REFUSED, null, refused.code()));
			note(change, refused.code(), refused.said());
		}
		else if (answer instanceof JournalAnswer.Taken) {
			boolean nothingThere = found.isEmpty() || found.get(0).value().equals(change.from());
			hold(delivery, change, nothingThere ? Ledger.State.UNSETTLED : Ledger.State.ABANDONED,
					ProblemCode.READ_BACK_DIFFERS, "taken, but not shown");
		}
		else if (answer instanceof JournalAnswer.Unsettled) {
			hold(delivery, change, Ledger.State.UNSETTLED, ProblemCode.DELIVERY_UNSETTLED, "no answer");
		}
		else if (answer instanceof JournalAnswer.NotSent) {
			hold(delivery, change, Ledger.State.ABANDONED, ProblemCode.JOURNAL_UNAVAILABLE, "not reachable");
		}
		else {
			// never sent: its work did not get into the journal
			hold(delivery, change, Ledger.State.ABANDONED, ProblemCode.WORK_NOT_IN_JOURNAL, "not sent");
		}
	}

	private void hold(String delivery, Change change, Ledger.State state, ProblemCode code, String answer) {
		this.settled.add(new Ledger.Settled(delivery, state, null, null));
		note(change, code, answer);
	}

	private void note(Change change, ProblemCode code, String answer) {
		ClassGroupPlan plan = this.execution.plan();
		plan.tallies().get(change.key().kind()).refused(code.troubleClass());
		About about = switch (code) {
			case TWICE_IN_JOURNAL, WORK_NOT_IN_JOURNAL -> this.standing.about(change);
			default -> About.classGroup(plan.order().classGroup());
		};
		plan.notes().add(code, about.with(Map.of("answer", answer)), change.key().text());
	}

	/** What the journal shows after the writes. */
	interface Standing {

		/** What stands there for an entry; normally one or none. */
		List<Found> of(Change change);

		/** What a problem of this entry is about. */
		About about(Change change);

	}

	/**
	 * What stands in the journal.
	 *
	 * @param value its value
	 * @param id the journal's id of it, or null when it has none
	 */
	record Found(String value, @Nullable String id) {
	}

}
