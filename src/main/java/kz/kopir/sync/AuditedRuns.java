package kz.kopir.sync;

import java.util.Set;

import kz.kopir.audit.Audit;
import kz.kopir.audit.AuditAction;
import kz.kopir.run.RunRefused;
import kz.kopir.run.RunRequest;
import kz.kopir.run.RunTrigger;
import kz.kopir.run.RunTriggerKind;
import kz.kopir.school.SchoolId;

/**
 * Tells the audit who started a run by hand. A run takes its lock in a transaction of its
 * own, so it is told when it has begun.
 */
final class AuditedRuns implements RunTrigger {

	private final RunTrigger runs;

	private final Audit audit;

	AuditedRuns(RunTrigger runs, Audit audit) {
		this.runs = runs;
		this.audit = audit;
	}

	@Override
	public Set<SchoolId> schools() {
		return this.runs.schools();
	}

	@Override
	public String start(RunRequest request) throws RunRefused {
		String id = this.runs.start(request);
		if (request.trigger() == RunTriggerKind.MANUAL) {
			this.audit.record(request.requestedBy(),
					(request.draftPolicy() != null) ? AuditAction.SIMULATION_STARTED : AuditAction.RUN_STARTED,
					request.school(), "run:" + id + " flow:" + request.flow() + (request.dryRun() ? " dry-run" : ""),
					request.reason());
		}
		return id;
	}

}
