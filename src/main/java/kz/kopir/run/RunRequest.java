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
 * @param draftPolicy text of a policy under which the run is judged once more, to see
 * what would differ; only with a dry run. Null for none
 * @param reason why a person asks, for the audit; null when nothing was said
 */
public record RunRequest(SchoolId school, String flow, RunTriggerKind trigger, String requestedBy, boolean dryRun,
		@Nullable LocalDate from, @Nullable LocalDate to, @Nullable String draftPolicy, @Nullable String reason) {

	/**
	 * Refuses days in the wrong order, and to write under a draft.
	 * @throws IllegalArgumentException if {@code from} lies after {@code to}, or there is
	 * a draft and no dry run
	 */
	public RunRequest {
		if (from != null && to != null && from.isAfter(to)) {
			throw new IllegalArgumentException("from " + from + " lies after to " + to);
		}
		if (draftPolicy != null && !dryRun) {
			throw new IllegalArgumentException("Nothing is written under a policy that is a draft.");
		}
	}

	/** A request that is judged under the school's policy alone. */
	public RunRequest(SchoolId school, String flow, RunTriggerKind trigger, String requestedBy, boolean dryRun,
			@Nullable LocalDate from, @Nullable LocalDate to) {
		this(school, flow, trigger, requestedBy, dryRun, from, to, null, null);
	}

	/** The same, to be judged under a draft as well. */
	public RunRequest under(String draft) {
		return new RunRequest(this.school, this.flow, this.trigger, this.requestedBy, this.dryRun, this.from, this.to,
				draft, this.reason);
	}

	/** The same with what the person gave as the reason. */
	public RunRequest because(@Nullable String why) {
		return new RunRequest(this.school, this.flow, this.trigger, this.requestedBy, this.dryRun, this.from, this.to,
				this.draftPolicy, why);
	}

}
