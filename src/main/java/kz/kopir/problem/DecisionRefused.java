package kz.kopir.problem;

/**
 * A person's decision about a problem is not taken. Nothing was changed.
 */
public class DecisionRefused extends Exception {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	DecisionRefused(Reason reason, String message) {
		super(message);
		this.reason = reason;
	}

	/** Why. */
	public Reason reason() {
		return this.reason;
	}

	/** Why a decision is not taken. */
	public enum Reason {

		/** The school has no such problem. */
		UNKNOWN,

		/** Something that belongs to the decision is missing or cannot be. */
		INCOMPLETE,

		/** It makes no sense as the problem stands. */
		NOT_NOW

	}

}
