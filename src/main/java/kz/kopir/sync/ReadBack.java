package kz.kopir.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import kz.kopir.call.OutsideSystem;
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

	/** Deliveries of works, by course and coursework. */
	private final Map<String, String> works = new HashMap<>();

	/**
	 * @param execution the plan that was executed
	 * @param standing tells what the journal shows now
	 */
	ReadBack(PlanExecution execution, Standing standing) {
		this.execution = execution;
		this.standing = standing;
		execution.changes().forEach((delivery, change) -> {
			if (change.key().kind() == EntryKind.WORK) {
				this.works.put(change.key().source(), delivery);
			}
		});
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
			hold(delivery, change, Ledger.State.UNSETTLED, Reason.TWICE);
			return;
		}
		JournalAnswer answer = this.execution.answer(delivery);
		if (answer instanceof JournalAnswer.Refused refused) {
			this.settled.add(new Ledger.Settled(delivery, Ledger.State.REFUSED, null, refused.code()));
			note(change, new Reason(refused.code(), refused.said()));
		}
		else if (answer instanceof JournalAnswer.Taken) {
			boolean nothingThere = found.isEmpty() || found.get(0).value().equals(change.from());
			hold(delivery, change, nothingThere ? Ledger.State.UNSETTLED : Ledger.State.ABANDONED, Reason.DIFFERS);
		}
		else if (answer instanceof JournalAnswer.Unsettled) {
			hold(delivery, change, Ledger.State.UNSETTLED, Reason.UNSETTLED);
		}
		else if (answer instanceof JournalAnswer.NotSent) {
			hold(delivery, change, Ledger.State.ABANDONED, Reason.NOT_SENT);
		}
		else {
			// never sent: its work did not get into the journal
			hold(delivery, change, Ledger.State.ABANDONED, reasonOfItsWork(change));
		}
	}

	/** A mark that was not sent waits for what its work waits for. */
	private Reason reasonOfItsWork(Change mark) {
		String delivery = this.works.get(mark.key().source());
		Change work = (delivery != null) ? this.execution.changes().get(delivery) : null;
		return (delivery != null && work != null)
				? reason(this.execution.answer(delivery), this.standing.of(work), work) : Reason.NO_WORK;
	}

	private static Reason reason(@Nullable JournalAnswer answer, List<Found> found, Change work) {
		if (found.size() > 1) {
			return Reason.TWICE;
		}
		if (answer instanceof JournalAnswer.Refused refused) {
			return new Reason(refused.code(), refused.said());
		}
		if (answer instanceof JournalAnswer.NotSent) {
			return Reason.NOT_SENT;
		}
		if (answer instanceof JournalAnswer.Unsettled) {
			return Reason.UNSETTLED;
		}
		boolean differs = found.isEmpty() || !found.get(0).value().equals(work.to());
		return differs ? Reason.DIFFERS : Reason.NO_WORK;
	}

	private void hold(String delivery, Change change, Ledger.State state, Reason reason) {
		this.settled.add(new Ledger.Settled(delivery, state, null, null));
		note(change, reason);
	}

	private void note(Change change, Reason reason) {
		ClassGroupPlan plan = this.execution.plan();
		plan.tallies().get(change.key().kind()).refused(reason.code().troubleClass());
		About about = switch (reason.code()) {
			case TWICE_IN_JOURNAL, WORK_NOT_IN_JOURNAL -> this.standing.about(change);
			case JOURNAL_UNAVAILABLE -> About.system(OutsideSystem.JOURNAL);
			default -> About.classGroup(plan.order().classGroup());
		};
		plan.notes()
			.add(reason.code(), about.with(Map.of("answer", reason.answer())), change.key().text(), null,
					change.lastDay());
	}

	/**
	 * Why a delivery did not come to its end.
	 *
	 * @param code the problem that it is
	 * @param answer what the journal answered, without its free text
	 */
	private record Reason(ProblemCode code, String answer) {

		static final Reason TWICE = new Reason(ProblemCode.TWICE_IN_JOURNAL, "twice");

		static final Reason DIFFERS = new Reason(ProblemCode.READ_BACK_DIFFERS, "taken, but not shown");

		static final Reason UNSETTLED = new Reason(ProblemCode.DELIVERY_UNSETTLED, "no answer");

		static final Reason NOT_SENT = new Reason(ProblemCode.JOURNAL_UNAVAILABLE, "not reachable");

		static final Reason NO_WORK = new Reason(ProblemCode.WORK_NOT_IN_JOURNAL, "not sent");

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
