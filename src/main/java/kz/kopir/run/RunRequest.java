package kz.kopir.run;

import java.time.LocalDate;

import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * Who wants which flow to run.
 *
 * @param school the school
 * @param flow the flow, for example {@code classroom}
 * @param trigger what asks
 * @param requestedBy the signed-in user, or the schedule's name
 * @param dryRun whether only the plan is made and nothing is written to the journal
 * @param from first lesson day of interest, in the school's zone; null: the flow decides
 * @param to last lesson day of interest; null: the flow decides
 */
public record RunRequest(SchoolId school, String flow, RunTriggerKind trigger, String requestedBy, boolean dryRun,
		@Nullable LocalDate from, @Nullable LocalDate to) {

	/**
	 * Refuses days in the wrong order.
	 * @throws IllegalArgumentException if {@code from} lies after {@code to}
	 */
	public RunRequest {
		if (from != null && to != null && from.isAfter(to)) {
			throw new IllegalArgumentException("from " + from + " lies after to " + to);
		}
	}

}
