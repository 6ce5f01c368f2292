package kz.kopir.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

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
	static void note(PlanExecution execution, Instant now, ZoneId zone) {
		execution.plan().control().summatives().forEach((item) -> note(item, execution, now, zone));
	}

	/** How far a work is after the plan was executed. */
	static SummativeStage stage(SummativeItem item, PlanExecution execution, LocalDate today) {
		ItemTally tally = execution.plan().control().tally(item.found().source());
		return SummativeStage.of(!today.isBefore(item.found().work().held()), item.handedIn(), tally.graded(),
				tally.standing(execution.confirmed()));
	}

	private static void note(SummativeItem item, PlanExecution execution, Instant now, ZoneId zone) {
		LocalDate today = LocalDate.ofInstant(now, zone);
		ProblemNotes notes = execution.plan().notes();
		String line = "coursework " + item.found().work().coursework().id();
		if (item.judged().remote()) {
			// it can be moved to school as long as it was not sat
			LocalDate held = item.found().work().held();
			notes.add(ProblemCode.TERM_SUMMATIVE_REMOTE, item.about(), line, null,
					today.isBefore(held) ? held.minusDays(1) : null);
		}
		Clocks clocks = item.judged().clocks();
		if (today.isBefore(item.found().work().held()) || stage(item, execution, today) == SummativeStage.VERIFIED) {
			return;
		}
		if (clocks.isLate(now)) {
			notes.add(ProblemCode.SUMMATIVE_OVERDUE, item.about(), line, null, clocks.runsUntil(now, zone));
		}
		else if (clocks.isDueSoon(today, now)) {
			notes.add(ProblemCode.SUMMATIVE_DUE_SOON, item.about(), line, null, clocks.runsUntil(now, zone));
		}
	}

}
