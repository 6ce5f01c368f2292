package kz.kopir.privacy;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says at the failed start what to do, instead of a stack trace.
 */
class KeyUnusableFailureAnalyzer extends AbstractFailureAnalyzer<PseudonymKey.KeyUnusable> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, PseudonymKey.KeyUnusable cause) {
		return new FailureAnalysis(cause.getMessage(),
				"Put the key file of this database back, from another node or from the backup, or name it in "
						+ "kopir.privacy.key-file. It belongs to the database like its other half: back up both.",
				cause);
	}

}
