package kz.kopir.run;

/**
 * A run that did not start, and why. Nothing was read or written.
 */
public class RunRefused extends Exception {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	/**
	 * Creates the refusal.
	 * @param reason what kind of refusal it is
	 * @param message what happened and what to do, without children's data
	 */
	public RunRefused(Reason reason, String message) {
		super(message);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

	/**
	 * The kinds of refusal.
	 */
	public enum Reason {

		/** A run of this flow for this school is under way, here or on another node. */
		ALREADY_RUNNING,

		/** The gateway serves no such school. */
		UNKNOWN_SCHOOL,

		/** There is no such flow. */
		UNKNOWN_FLOW,

		/**
		 * No distance-learning period lies in these days: there is no attendance to
		 * carry.
		 */
		NO_DISTANCE_PERIOD,

		/** The gateway is starting or stopping. */
		NOT_READY

	}

}
