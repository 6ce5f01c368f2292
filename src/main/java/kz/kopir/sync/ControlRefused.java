package kz.kopir.sync;

/**
 * A decision about the results of forms of control is not taken. Nothing was changed.
 */
public class ControlRefused extends Exception {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	ControlRefused(Reason reason, String message) {
		super(message);
		this.reason = reason;
	}

	/** Why. */
	public Reason reason() {
		return this.reason;
	}

	/** Why a decision is not taken. */
	public enum Reason {

		/** There is no such graded coursework. */
		UNKNOWN,
		/** This user may not decide it. */
		NOT_ALLOWED,
		/** There is nothing to decide, or not yet. */
		NOT_NOW

	}

}
