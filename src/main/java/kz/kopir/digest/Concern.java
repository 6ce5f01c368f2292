package kz.kopir.digest;

import java.time.Instant;

import kz.kopir.problem.Owner;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.ProblemState;
import kz.kopir.problem.ProblemTexts;
import kz.kopir.problem.Urgency;
import kz.kopir.school.ClassGroupId;
import org.jspecify.annotations.Nullable;

/**
 * What the digest needs to know of a problem. Its text form has no texts.
 *
 * @param problem id of the problem
 * @param code its code in the catalogue
 * @param opening how often it has been opened by now, from 1 on
 * @param state how far it is
 * @param urgency when it is told
 * @param owner who can mend it
 * @param ownerRef which teacher, by the id of Classroom or of the journal
 * @param classGroup the class group it belongs to, null if to none
 * @param subject what it is about, as a stable key of ids
 * @param texts what happened, what it means and what to do, a line each
 * @param openedAt when it was opened (again)
 * @param deadline until when it can be mended, null if there is no such moment
 * @param lines how many entries or pupils it concerns
 * @param snoozedUntil until when nobody is reminded of it, also after that moment has
 * come; null if nobody asked for that
 */
public record Concern(String problem, ProblemCode code, int opening, ProblemState state, Urgency urgency, Owner owner,
		@Nullable String ownerRef, @Nullable ClassGroupId classGroup, String subject, ProblemTexts texts,
		Instant openedAt, @Nullable Instant deadline, int lines, @Nullable Instant snoozedUntil) {

	/** Whether a person is asked at this moment, and nobody said yet that they care. */
	boolean isAsked(Instant now) {
		return switch (this.state) {
			case OPEN, SEEN -> true;
			case SNOOZED -> this.snoozedUntil == null || !this.snoozedUntil.isAfter(now);
			case ACKNOWLEDGED, RESOLVED, CLOSED -> false;
		};
	}

	/** Whether it belongs on a list of what is still open. */
	boolean isStillOpen(Instant now) {
		return isAsked(now) || this.state == ProblemState.ACKNOWLEDGED;
	}

	/** Whether it is neither decided nor gone. */
	boolean isUnresolved() {
		return this.state != ProblemState.RESOLVED && this.state != ProblemState.CLOSED;
	}

	/** Whether nobody reacted: a snooze or an acknowledgement is a reaction. */
	boolean isWithoutReaction() {
		return this.state == ProblemState.OPEN || this.state == ProblemState.SEEN;
	}

	@Override
	public String toString() {
		return "Concern[" + this.problem + "/" + this.opening + " " + this.code + " " + this.state + "]";
	}

}
