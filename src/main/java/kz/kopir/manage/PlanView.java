package kz.kopir.manage;

import java.time.Instant;
import java.util.List;

import kz.kopir.sync.PlanSummary;
import kz.kopir.sync.PlannedChange;
import org.jspecify.annotations.Nullable;

/**
 * A plan as the endpoint shows it; with what it would do only where one plan is asked
 * for, and the run that executes it only where it was just approved.
 */
record PlanView(String id, String run, String school, String classGroup, String hash, String state, int changeCount,
		@Nullable String waitsBecause, Instant createdAt, @Nullable String decidedBy, @Nullable Instant decidedAt,
		@Nullable String policy, @Nullable String executedBy, @Nullable List<PlannedChange> changes) {

	static PlanView of(PlanSummary plan) {
		return of(plan, null, null);
	}

	static PlanView of(PlanSummary plan, @Nullable String executedBy, @Nullable List<PlannedChange> changes) {
		return new PlanView(plan.id(), plan.runId(), plan.school().value(), plan.classGroup(), plan.hash(),
				plan.state(), plan.changes(), plan.waitsBecause(), plan.createdAt(), plan.decidedBy(), plan.decidedAt(),
				plan.policy(), executedBy, changes);
	}

}
