package kz.kopir.manage;

import java.util.List;

import kz.kopir.audit.Audit;
import kz.kopir.audit.AuditAction;
import kz.kopir.sync.ApprovalRefused;
import kz.kopir.sync.DecisionRuns;
import kz.kopir.sync.PlanApproval;
import kz.kopir.sync.PlanSummary;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * {@code /actuator/plans}: shows the plans that wait for a person and takes the approval.
 */
@Component
@WebEndpoint(id = "plans")
class PlansEndpoint {

	private static final String APPROVAL = "POST /actuator/plans/{id}";

	private final PlanApproval plans;

	private final DecisionRuns decided;

	private final Audit audit;

	PlansEndpoint(PlanApproval plans, DecisionRuns decided, Audit audit) {
		this.plans = plans;
		this.decided = decided;
		this.audit = audit;
	}

	@ReadOperation
	PlanList waiting() {
		return new PlanList(this.plans.waiting().stream().map(PlanView::of).toList());
	}

	@ReadOperation
	PlanView one(SecurityContext security, @Selector String id) {
		PlanSummary plan = this.plans.find(id)
			.orElseThrow(() -> new RequestRefused(HttpStatus.NOT_FOUND, "There is no such plan.",
					"GET /actuator/plans/{id}", "GET /actuator/plans lists the plans that wait."));
		this.audit.record(security.getPrincipal().getName(), AuditAction.PLAN_SEEN, plan.school(), "plan:" + plan.id(),
				null);
		return PlanView.of(plan, null, this.plans.changes(id));
	}

	@WriteOperation
	PlanView approve(SecurityContext security, @Selector String id, @Nullable String hash, @Nullable String reason) {
		if (hash == null || hash.isBlank()) {
			throw new RequestRefused(HttpStatus.BAD_REQUEST, "The approval does not say what it approves.",
					APPROVAL + ", argument hash", "Give the hash that GET /actuator/plans/{id} shows.");
		}
		String why = Reasons.required(reason, APPROVAL);
		try {
			String user = security.getPrincipal().getName();
			PlanSummary approved = this.plans.approve(id, hash, user, why);
			return PlanView.of(approved, this.decided.ofPlan(approved, user, why), null);
		}
		catch (ApprovalRefused refused) {
			throw asAnswer(refused);
		}
	}

	private static RequestRefused asAnswer(ApprovalRefused refused) {
		String what = String.valueOf(refused.getMessage());
		return switch (refused.reason()) {
			case UNKNOWN_PLAN -> new RequestRefused(HttpStatus.NOT_FOUND, what, APPROVAL,
					"GET /actuator/plans lists the plans that wait.");
			case NOT_ALLOWED -> new RequestRefused(HttpStatus.FORBIDDEN, what, APPROVAL,
					"Let one of them approve it, or let the school name others in a new version of its policy.");
			case NOT_WAITING -> new RequestRefused(HttpStatus.CONFLICT, what, APPROVAL,
					"GET /actuator/plans lists the plans that still wait.");
			case OTHER_HASH -> new RequestRefused(HttpStatus.CONFLICT, what, APPROVAL + ", argument hash",
					"Look through the plan once more and approve it with the hash it shows.");
		};
	}

	/**
	 * The plans that wait, the oldest first.
	 */
	record PlanList(List<PlanView> plans) {
	}

}
