package kz.kopir.problem;

/**
 * When a problem is told.
 */
public enum Urgency {

	/** With the next digest. */
	DAILY,

	/** With the next digest, or at once when its deadline is less than a day away. */
	AT_DEADLINE,

	/** At once. */
	AT_ONCE

}
