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
	CLOSED

}
