package kz.kopir.problem;

import java.time.Instant;

import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * One line of the history of a problem. Its text form holds neither a person nor a
 * reason.
 *
 * @param school the school
 * @param seq number within the school, without a gap: what is committed later has a
 * greater one
 * @param problem id of the problem
 * @param opening how often the problem had been opened by then, from 1 on
 * @param kind what became of it
 * @param run the run that caused it, null when a person did
 * @param by the signed-in user who decided it, null when a run did
 * @param reason what the person gave as reason, or null
 * @param at when
 */
public record ProblemEvent(SchoolId school, long seq, String problem, int opening, ProblemEventKind kind,
		@Nullable String run, @Nullable String by, @Nullable String reason, Instant at) {

	@Override
	public String toString() {
		return "ProblemEvent[" + this.seq + " " + this.kind + " " + this.problem + "]";
	}

}
