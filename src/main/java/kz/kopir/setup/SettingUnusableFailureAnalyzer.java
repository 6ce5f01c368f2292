package kz.kopir.setup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says at the failed start which setting to correct, instead of a stack trace.
 */
class SettingUnusableFailureAnalyzer extends AbstractFailureAnalyzer<SettingUnusable> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, SettingUnusable cause) {
		return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
	}

}
