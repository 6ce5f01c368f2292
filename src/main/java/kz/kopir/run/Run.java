package kz.kopir.run;

import java.time.Instant;
import java.time.LocalDate;

import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a flow for one school.
 *
 * @param id the run's id
 * @param school the school
 * @param flow the flow, for example {@code classroom}
 * @param trigger what made it start
 * @param requestedBy the signed-in user, or the schedule's name
 * @param dryRun whether nothing is written to the journal
 * @param from first lesson day of interest, in the school's zone
 * @param to last lesson day of interest
 * @param state how far it has come
 * @param startedAt when it started
 * @param endedAt when it ended, null while it runs
 * @param failureCode the code of the problem that made it red or failed, else null
 */
public record Run(String id, SchoolId school, String flow, RunTriggerKind trigger, String requestedBy, boolean dryRun,
		@Nullable LocalDate from, @Nullable LocalDate to, RunState state, Instant startedAt, @Nullable Instant endedAt,
		@Nullable String failureCode) {

	/**
	 * The run that a request asks for, at its beginning.
	 */
	public static Run begun(String id, RunRequest request, Instant startedAt) {
		return new Run(id, request.school(), request.flow(), request.trigger(), request.requestedBy(), request.dryRun(),
				request.from(), request.to(), RunState.RUNNING, startedAt, null, null);
	}

}
