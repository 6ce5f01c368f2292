package kz.kopir.problem;

/**
 * The life of a problem. All but {@link #RESOLVED} and {@link #CLOSED} mean that its
 * cause is still there and a person is still asked.
 */
public enum ProblemState {

	/** Nobody has looked at it. */
	OPEN,

	/** Somebody has looked at it. */
	SEEN,

	/** Somebody has said that they care for it. */
	ACKNOWLEDGED,

	/** Nobody is reminded of it until a certain moment. */
	SNOOZED,

	/** A person decided that nothing is to be done; its cause may still be there. */
	RESOLVED,

	/** Its cause is gone. */
	CLOSED;

	/** Whether a person is still asked. */
	public boolean isAsked() {
		return this != RESOLVED && this != CLOSED;
	}

	/**
	 * The state after a person's decision. Having looked never takes back what was said
	 * before.
	 * @throws DecisionRefused when the decision makes no sense in this state, with the
	 * reason
	 */
	ProblemState after(ProblemDecision decision) throws DecisionRefused {
		if (decision == ProblemDecision.SEEN) {
			return (this == OPEN) ? SEEN : this;
		}
		return switch (this) {
			case OPEN, SEEN -> asked(decision);
			case ACKNOWLEDGED, SNOOZED -> (decision == ProblemDecision.REOPEN) ? OPEN : asked(decision);
			case RESOLVED -> {
				if (decision == ProblemDecision.REOPEN) {
					yield OPEN;
				}
				throw notNow("It is resolved: a person decided that nothing is to be done. Reopen it first.");
			}
			case CLOSED -> throw notNow(
					"Its cause is gone, so there is nothing to decide. A run opens it again when the cause comes back.");
		};
	}

	private static ProblemState asked(ProblemDecision decision) throws DecisionRefused {
		return switch (decision) {
			case SEEN -> SEEN;
			case ACKNOWLEDGE -> ACKNOWLEDGED;
			case SNOOZE -> SNOOZED;
			case RESOLVE -> RESOLVED;
			case REOPEN -> throw notNow("It is open, and nobody has taken it over yet.");
		};
	}

	private static DecisionRefused notNow(String why) {
		return new DecisionRefused(DecisionRefused.Reason.NOT_NOW, why);
	}

}
