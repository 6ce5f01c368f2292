package kz.kopir.manage;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says at the failed start what to set, instead of a stack trace.
 */
class PasswordUnusableFailureAnalyzer extends AbstractFailureAnalyzer<PasswordUnusable> {

	static final String ACTION = """
			Make a hash of a password of your own: java -jar kopir.jar hash-password
			(it asks for the password and prints the hash). Then set one of
			  KOPIR_MANAGE_PASSWORDHASH  in the environment: the hash itself
			  kopir.manage.password-file  in the settings: a file with the hash as its first line
			and start again. Only the rehearsal profile starts without one.""";

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, PasswordUnusable cause) {
		return new FailureAnalysis(cause.getMessage(), ACTION, cause);
	}

}
