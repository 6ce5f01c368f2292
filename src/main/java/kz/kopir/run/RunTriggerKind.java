package kz.kopir.run;

/**
 * What made a run start.
 */
public enum RunTriggerKind {

	/** The flow's schedule. */
	SCHEDULE,

	/** A person, through the management endpoint. */
	MANUAL,

	/** The start of the gateway: the first run, or one that was missed. */
	START

}
