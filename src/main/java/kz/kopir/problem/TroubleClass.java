package kz.kopir.problem;

/**
 * The three classes of trouble.
 */
public enum TroubleClass {

	/** May pass by itself: try again later. */
	RETRY,

	/** A person must act; nothing is written until then. */
	HOLD,

	/** Can never work as it is. */
	REJECT

}
