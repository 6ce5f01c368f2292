package kz.kopir.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says at the failed start what to set, instead of a stack trace.
 */
class AccessUnusableFailureAnalyzer extends AbstractFailureAnalyzer<AccessUnusable> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, AccessUnusable cause) {
		return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
	}

}
