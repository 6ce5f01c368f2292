package kz.kopir.access;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import kz.kopir.audit.Audit;
import kz.kopir.audit.AuditAction;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/**
 * What follows when somebody has signed in to the console or out of it, or could not.
 */
final class ConsoleSignIn {

	static final String PAGE = "/console/login";

	static final String HOME = "/console";

	static final String OUT = "/console/logout";

	private final Users users;

	private final Audit audit;

	ConsoleSignIn(Users users, Audit audit) {
		this.users = users;
		this.audit = audit;
	}

	/** By name and password; the audit has been told already. */
	void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
			throws IOException {
		response.sendRedirect(request.getContextPath() + PAGE + "?error&lang=" + LoginTexts.language(request));
	}

	AuthenticationSuccessHandler signedInElsewhere() {
		SavedRequestAwareAuthenticationSuccessHandler onward = new SavedRequestAwareAuthenticationSuccessHandler();
		onward.setDefaultTargetUrl(HOME);
		return (request, response, authentication) -> {
			this.audit.record(authentication.getName(), AuditAction.SIGNED_IN, null, address(request), null);
			onward.onAuthenticationSuccess(request, response, authentication);
		};
	}

	/** With an account elsewhere; why exactly is for the audit, not for the page. */
	void failedElsewhere(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
			throws IOException {
		boolean unknown = failure instanceof OAuth2AuthenticationException oauth
				&& oauth.getError().getErrorCode().equals(AccountSignIn.UNKNOWN_ACCOUNT);
		this.audit.record(GuardedSignIn.UNKNOWN, AuditAction.SIGN_IN_REFUSED, null,
				address(request) + (unknown ? " account:unknown" : " account:not-proved"), null);
		response.sendRedirect(request.getContextPath() + PAGE + (unknown ? "?unknown" : "?error"));
	}

	void signedOut(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
		if (authentication != null && this.users.find(authentication.getName()).isPresent()) {
			this.audit.record(authentication.getName(), AuditAction.SIGNED_OUT, null, address(request), null);
		}
	}

	private static String address(HttpServletRequest request) {
		return "address:" + request.getRemoteAddr();
	}

}
