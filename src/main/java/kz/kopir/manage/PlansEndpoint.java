package kz.kopir.manage;

import java.util.List;

import kz.kopir.audit.Audit;
import kz.kopir.audit.AuditAction;
import kz.kopir.run.Run;
import kz.kopir.run.RunRefused;
import kz.kopir.run.RunRequest;
import kz.kopir.run.RunStore;
import kz.kopir.run.RunTrigger;
import kz.kopir.run.RunTriggerKind;
import kz.kopir.sync.ApprovalRefused;
import kz.kopir.sync.PlanApproval;
import kz.kopir.sync.PlanSummary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

	private static final Logger logger = LoggerFactory.getLogger(PlansEndpoint.class);

	private final PlanApproval plans;

	private final RunStore runs;

	private final RunTrigger trigger;

	private final Audit audit;

	PlansEndpoint(PlanApproval plans, RunStore runs, RunTrigger trigger, Audit audit) {
		this.plans = plans;
		this.runs = runs;
		this.trigger = trigger;
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
			return PlanView.of(approved, execute(approved, user, why), null);
		}
		catch (ApprovalRefused refused) {
			throw asAnswer(refused);
		}
	}

	/**
	 * Starts a run over the same days, which makes the plan anew and executes it if it is
	 * still the approved one.
	 * @return the run, or null when one is under way: then the next one executes it
	 */
	private @Nullable String execute(PlanSummary plan, String user, String reason) {
		Run made = this.runs.find(plan.runId())
			.orElseThrow(() -> new IllegalStateException("Plan " + plan.id() + " belongs to no run."));
		try {
			return this.trigger.start(new RunRequest(plan.school(), made.flow(), RunTriggerKind.MANUAL, user, false,
					made.from(), made.to())
				.because(reason));
		}
		catch (RunRefused refused) {
			logger.info("plan={} school={} code={} the approved plan is executed by the next run", plan.id(),
					plan.school(), refused.reason());
			return null;
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
