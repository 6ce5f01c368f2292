package kz.kopir.sync;

import kz.kopir.problem.Problem;

/**
 * The journal is not one that the gateway may write to.
 */
class JournalUnfitException extends RuntimeException {

	private final transient Problem problem;

	JournalUnfitException(Problem problem) {
		super(problem.code().name());
		this.problem = problem;
	}

	Problem problem() {
		return this.problem;
	}

}
