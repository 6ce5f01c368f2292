package kz.kopir.sync;

import java.time.Instant;
import java.time.LocalDate;

import kz.kopir.problem.ProblemCode;
import kz.kopir.summative.Clocks;
import kz.kopir.summative.SummativeStage;

/**
 * Reminds the teacher before the term of publication of a БЖБ or ТЖБ is over, and tells
 * the deputy head after.
 */
final class SummativeReminders {

	private SummativeReminders() {
	}

	/**
	 * Notes into an executed plan what is soon due and what is overdue.
	 */
	static void note(PlanExecution execution, LocalDate today, Instant now) {
		execution.plan().control().summatives().forEach((item) -> note(item, execution, today, now));
	}

	/** How far a work is after the plan was executed. */
	static SummativeStage stage(SummativeItem item, PlanExecution execution, LocalDate today) {
		ItemTally tally = execution.plan().control().tally(item.found().source());
		return SummativeStage.of(!today.isBefore(item.found().work().held()), item.handedIn(), tally.graded(),
				tally.standing(execution.confirmed()));
	}

	private static void note(SummativeItem item, PlanExecution execution, LocalDate today, Instant now) {
		ProblemNotes notes = execution.plan().notes();
		String line = "coursework " + item.found().work().coursework().id();
		if (item.judged().remote()) {
			notes.add(ProblemCode.TERM_SUMMATIVE_REMOTE, item.about(), line);
		}
		Clocks clocks = item.judged().clocks();
		if (today.isBefore(item.found().work().held()) || stage(item, execution, today) == SummativeStage.VERIFIED) {
			return;
		}
		if (clocks.isLate(now)) {
			notes.add(ProblemCode.SUMMATIVE_OVERDUE, item.about(), line);
		}
		else if (clocks.isDueSoon(today, now)) {
			notes.add(ProblemCode.SUMMATIVE_DUE_SOON, item.about(), line, null, clocks.lastDay());
		}
	}

}
