package kz.kopir.run;

/**
 * How far a run has come. Every state but {@link #RUNNING} is final.
 */
public enum RunState {

	/** It works; or its process was killed and nobody has noticed yet. */
	RUNNING,

	/** It came to its end and its balance comes out. */
	FINISHED,

	/** It came to its end, but its balance does not come out. */
	RED,

	/** It broke off; {@link Run#failureCode()} says why. */
	FAILED,

	/** Its process ended under it; the next run takes up what it left. */
	INTERRUPTED

}
