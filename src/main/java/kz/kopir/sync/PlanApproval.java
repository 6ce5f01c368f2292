package kz.kopir.sync;

import java.util.List;
import java.util.Optional;

/**
 * Plans that wait for a person, and the decision on them.
 */
public interface PlanApproval {

	/**
	 * The plans of all schools that wait for approval, the oldest first.
	 */
	List<PlanSummary> waiting();

	/**
	 * The plans that a run made.
	 */
	List<PlanSummary> ofRun(String runId);

	/**
	 * Finds one plan, whatever its state.
	 */
	Optional<PlanSummary> find(String planId);

	/**
	 * What a plan would do, entry by entry.
	 */
	List<PlannedChange> changes(String planId);

	/**
	 * Approves a waiting plan; it is executed as it stands.
	 * @param planId the plan
	 * @param hash the hash of what the approver has seen
	 * @param approvedBy the signed-in user
	 * @param reason why, for the audit
	 * @return the approved plan
	 * @throws ApprovalRefused if it is not this plan, or does not wait any more
	 */
	PlanSummary approve(String planId, String hash, String approvedBy, String reason) throws ApprovalRefused;

}
