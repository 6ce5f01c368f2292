package kz.kopir.setup;

import kz.kopir.mapping.MappingException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says at the failed start which mapping file to correct and where, instead of a stack
 * trace.
 */
class MappingFailureAnalyzer extends AbstractFailureAnalyzer<MappingException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MappingException cause) {
		return new FailureAnalysis(cause.getMessage(),
				"Correct the file and start again. Without it the gateway could write something wrong, so it does not "
						+ "start.",
				cause);
	}

}
