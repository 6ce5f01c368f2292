package kz.kopir.problem;

/**
 * What a person can say of a problem.
 */
public enum ProblemDecision {

	/** I have looked at it. */
	SEEN,

	/** I care for it. */
	ACKNOWLEDGE,

	/** Let it rest until a certain moment. */
	SNOOZE,

	/** Nothing is to be done about it. */
	RESOLVE,

	/** It is to be done after all. */
	REOPEN

}
