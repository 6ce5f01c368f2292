package kz.kopir.problem;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import kz.kopir.school.ClassGroupId;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it is remembered.
 *
 * @param id its id, the same for the same school, code and subject
 * @param school the school
 * @param code the catalogue's code
 * @param subject what it is about
 * @param classGroup the class group it belongs to, null if to none
 * @param owner who can mend it
 * @param ownerRef which teacher, by an id of the source
 * @param deadline until when it can be mended
 * @param state how it stands at the moment it was read; a snooze that is over counts as
 * open
 * @param opening how often it has been opened by now, from 1 on
 * @param snoozedUntil until when nobody is reminded of it, null unless it is snoozed
 * @param decidedBy the signed-in user who decided last, null if nobody did since it was
 * opened
 * @param reason the reason of that decision, or null
 * @param details the values in its texts
 * @param texts what happened, what it means and what to do, a line each
 * @param firstRun the run that opened it (again)
 * @param lastRun the run that saw it last
 * @param openedAt when it was opened (again)
 * @param updatedAt when a run last saw or closed it, or a person decided
 * @param closedAt when it was closed, null while its cause is there
 * @param lines the entries or pupils concerned
 */
public record StoredProblem(String id, SchoolId school, ProblemCode code, String subject,
		@Nullable ClassGroupId classGroup, Owner owner, @Nullable String ownerRef, @Nullable Instant deadline,
		ProblemState state, int opening, @Nullable Instant snoozedUntil, @Nullable String decidedBy,
		@Nullable String reason, Map<String, String> details, ProblemTexts texts, String firstRun, String lastRun,
		Instant openedAt, Instant updatedAt, @Nullable Instant closedAt, List<Problem.Line> lines) {

	/** Whether its cause is still there and nobody resolved it. */
	public boolean open() {
		return this.state.isAsked();
	}

	/**
	 * Ids and codes only: texts and reasons may name what a log must not.
	 */
	@Override
	public String toString() {
		return "StoredProblem[" + this.id + " " + this.code + " " + this.state + "]";
	}

}
