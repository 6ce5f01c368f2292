package kz.kopir.console;

import java.time.Instant;

import kz.kopir.problem.ProblemCode;
import kz.kopir.summative.SummativeNames;
import kz.kopir.sync.ControlItem;

/**
 * A graded work as a line of a list.
 *
 * @param item the work
 * @param state how it stands
 */
record WorkRow(ControlItem item, WorkState state) {

	static WorkRow of(ControlItem item, Instant now) {
		return new WorkRow(item, WorkState.of(item, now));
	}

	/** What the journal calls it, or an empty text. */
	public String part() {
		Integer part = this.item.part();
		return (part != null) ? SummativeNames.of(part) : "";
	}

	/** Whether results of it wait because they are late. */
	public boolean isWaitingBecauseLate() {
		return this.item.codes().contains(ProblemCode.SUMMATIVE_LATE.name());
	}

}
