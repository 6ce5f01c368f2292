package kz.kopir.console;

import kz.kopir.access.Role;
import kz.kopir.audit.Audit;
import kz.kopir.audit.AuditAction;
import kz.kopir.sync.PlanSummary;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Names and marks: who may see them, and that somebody did.
 */
@Component
class Content {

	private static final String MAY_SEE = "ROLE_" + Role.DATA_VIEWER;

	private final Audit audit;

	Content(Audit audit) {
		this.audit = audit;
	}

	boolean maySee(Authentication user) {
		return user.getAuthorities().stream().anyMatch((authority) -> MAY_SEE.equals(authority.getAuthority()));
	}

	/** Notes that somebody was shown the changes of a plan, with names and marks. */
	void planSeen(Authentication user, PlanSummary plan) {
		this.audit.record(user.getName(), AuditAction.PLAN_SEEN, plan.school(), "plan:" + plan.id(), null);
	}

}
