package kz.kopir.access;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import kz.kopir.audit.Audit;
import kz.kopir.audit.AuditAction;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;

/**
 * Tells the audit when a signed-in user asks for what is not for the user's roles.
 */
final class RefusedAccess implements AccessDeniedHandler {

	private final Audit audit;

	private final AccessDeniedHandler usual = new AccessDeniedHandlerImpl();

	RefusedAccess(Audit audit) {
		this.audit = audit;
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
			throws IOException, ServletException {
		Authentication who = SecurityContextHolder.getContext().getAuthentication();
		if (who != null && AccessRules.isSignedIn(who)) {
			// the row of the table, not the path itself: that may hold a pupil's id
			String asked = AccessRules.ruleOf(request).map(AccessRule::toString).orElse("a path that is for nobody");
			this.audit.record(who.getName(), AuditAction.ACCESS_REFUSED, null, asked, null);
		}
		this.usual.handle(request, response, denied);
	}

}
