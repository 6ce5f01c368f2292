package kz.kopir.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import kz.kopir.journal.JournalAnswer;
import kz.kopir.journal.JournalMark;
import kz.kopir.journal.JournalWork;
import kz.kopir.grading.WorkText;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.PupilId;
import org.jspecify.annotations.Nullable;

/**
 * Judges by what the journal shows afterwards what became of each delivery. What stands
 * there counts, not what the journal answered. Without I/O and clock.
 */
final class ReadBack {

	private final PlanExecution execution;

	private final JournalView journal;

	private final List<Ledger.Settled> settled = new ArrayList<>();

	ReadBack(PlanExecution execution, JournalView journal) {
		this.execution = execution;
		this.journal = journal;
	}

	/** Settles every change of the execution; counts and notes go into its plan. */
	List<Ledger.Settled> settle() {
		this.execution.changes().forEach(this::settle);
		return this.settled;
	}

	private void settle(String delivery, Change change) {
		List<Found> found = found(change);
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
		LinkedCourse course = plan.order()
			.courses()
			.stream()
			.filter((linked) -> linked.course().id().value().equals(change.key().course()))
			.findFirst()
			.orElseThrow();
		About about = switch (code) {
			case TWICE_IN_JOURNAL, WORK_NOT_IN_JOURNAL -> About.gone(change.key(), course, plan.order().classGroup());
			default -> About.classGroup(plan.order().classGroup());
		};
		plan.notes().add(code, about.with(Map.of("answer", answer)), change.key().text());
	}

	private List<Found> found(Change change) {
		PupilId pupil = change.pupil();
		if (pupil != null) {
			return this.journal.marksOf(this.execution.work(change.key()), pupil)
				.stream()
				.map((JournalMark mark) -> new Found(mark.value(), mark.id()))
				.toList();
		}
		String link = (change.work() != null) ? WorkText.linkOf(change.work().text()).orElse(null) : null;
		return this.journal.worksOf(workId(change), link)
			.stream()
			.map((JournalWork work) -> new Found(this.journal.valueOf(work), work.id().value()))
			.toList();
	}

	private @Nullable String workId(Change change) {
		return (this.execution.work(change.key()) != null) ? this.execution.work(change.key()).value()
				: change.journalId();
	}

	private record Found(String value, String id) {
	}

}
