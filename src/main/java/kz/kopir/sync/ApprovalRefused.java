package kz.kopir.sync;

/**
 * An approval that did not count, and why. The plan is as it was.
 */
public class ApprovalRefused extends Exception {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	/**
	 * Creates the refusal.
	 * @param reason what kind of refusal it is
	 * @param message what happened and what to do, without children's data
	 */
	public ApprovalRefused(Reason reason, String message) {
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

		/** This user may not approve plans. */
		NOT_ALLOWED,
		/** There is no such plan. */
		UNKNOWN_PLAN,

		/** The plan was decided, or a later run put another in its place. */
		NOT_WAITING,

		/** The hash is not this plan's: the approver has seen something else. */
		OTHER_HASH

	}

}
