package kz.kopir.problem;

/**
 * What became of a problem at one moment.
 */
public enum ProblemEventKind {

	/** A run saw its cause for the first time. */
	OPENED,

	/**
	 * Its cause came back, something new is in what was resolved, or a person took it up
	 * again.
	 */
	REOPENED,

	/** A person looked at it. */
	SEEN,

	/** A person said that they care for it. */
	ACKNOWLEDGED,

	/** A person let it rest. */
	SNOOZED,

	/** A person decided that nothing is to be done. */
	RESOLVED,

	/** A run looked and did not see its cause any more. */
	CLOSED,

	/**
	 * It concerns an entry that it did not concern before, or its deadline came nearer.
	 */
	WORSENED

}
