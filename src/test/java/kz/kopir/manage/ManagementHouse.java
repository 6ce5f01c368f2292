package kz.kopir.manage;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import kz.kopir.access.AccessHouse;
import kz.kopir.audit.Audit;
import kz.kopir.problem.Problems;
import kz.kopir.school.SchoolId;
import kz.kopir.sync.ApprovalRefused;
import kz.kopir.sync.DecisionRuns;
import kz.kopir.sync.PlanApproval;
import kz.kopir.sync.PlanSummary;
import kz.kopir.sync.PlannedChange;
import kz.kopir.run.Run;
import kz.kopir.run.RunRefused;
import kz.kopir.run.RunRequest;
import kz.kopir.run.RunState;
import kz.kopir.run.RunStore;
import kz.kopir.run.RunTrigger;
import kz.kopir.testing.DrivenClock;
import kz.kopir.testing.TestDatabase;
import kz.kopir.testing.TestDatabases;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The management endpoint with everything real but the runs: those are only written down.
 * Not annotated as a configuration: the whole gateway, when a test starts it, must not
 * find it.
 */
@EnableAutoConfiguration(excludeName = { "org.apache.camel.spring.boot.CamelAutoConfiguration",
		"org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
		"org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration" })
@Import({ AccessHouse.class, RunsEndpoint.class, PlansEndpoint.class, ProblemsController.class, RefusalAdvice.class,
		KnownArguments.class, DecisionRuns.class })
class ManagementHouse {

	static final SchoolId SCHOOL = new SchoolId("school-1");

	static final Instant MORNING = Instant.parse("2026-11-23T03:00:00Z");

	@Bean
	TestDatabase database() {
		return TestDatabases.sqlite();
	}

	@Bean
	DrivenClock clock() {
		return new DrivenClock();
	}

	@Bean
	Audit audit(TestDatabase database, Clock clock) {
		return new Audit(database.template(), database.transactions(), clock);
	}

	@Bean
	RunStore runStore(TestDatabase database) {
		return new RunStore(database.template());
	}

	@Bean
	Problems problems(TestDatabase database) {
		return new Problems(database.template(), database.transactions(), Clock.systemUTC());
	}

	@Bean
	ZoneId zone() {
		return ZoneId.of("Asia/Almaty");
	}

	@Bean
	WrittenDownRuns runs(RunStore store) {
		return new WrittenDownRuns(store);
	}

	@Bean
	DeskOfPlans plans() {
		return new DeskOfPlans();
	}

	/**
	 * Begins the run in the store; a flow runs once at a time.
	 */
	static class WrittenDownRuns implements RunTrigger {

		final List<RunRequest> requests = new ArrayList<>();

		private final RunStore store;

		WrittenDownRuns(RunStore store) {
			this.store = store;
		}

		@Override
		public Set<SchoolId> schools() {
			return Set.of(SCHOOL);
		}

		@Override
		public String start(RunRequest request) throws RunRefused {
			if (!request.flow().equals("classroom")) {
				throw new RunRefused(RunRefused.Reason.UNKNOWN_FLOW, "There is no such flow.");
			}
			if (this.store.latest(1).stream().anyMatch((run) -> run.state() == RunState.RUNNING)) {
				throw new RunRefused(RunRefused.Reason.ALREADY_RUNNING, "The flow classroom runs for this school.");
			}
			this.requests.add(request);
			String id = "run-" + this.requests.size();
			this.store.begin(Run.begun(id, request, MORNING));
			return id;
		}

	}

	/**
	 * Plans on a desk.
	 */
	static class DeskOfPlans implements PlanApproval {

		final Map<String, PlanSummary> plans = new LinkedHashMap<>();

		@Override
		public List<PlanSummary> waiting() {
			return this.plans.values().stream().filter((plan) -> plan.state().equals("waiting")).toList();
		}

		@Override
		public List<PlanSummary> ofRun(String runId) {
			return this.plans.values().stream().filter((plan) -> plan.runId().equals(runId)).toList();
		}

		@Override
		public Optional<PlanSummary> find(String planId) {
			return Optional.ofNullable(this.plans.get(planId));
		}

		@Override
		public List<PlannedChange> changes(String planId) {
			return List.of(new PlannedChange("mark:w-1:p-1", "formative", "add", null, "8", "returned in Classroom"));
		}

		@Override
		public PlanSummary approve(String planId, String hash, String approvedBy, String reason)
				throws ApprovalRefused {
			PlanSummary plan = find(planId)
				.orElseThrow(() -> new ApprovalRefused(ApprovalRefused.Reason.UNKNOWN_PLAN, "There is no such plan."));
			if (!plan.state().equals("waiting")) {
				throw new ApprovalRefused(ApprovalRefused.Reason.NOT_WAITING, "The plan does not wait.");
			}
			if (!plan.hash().equals(hash)) {
				throw new ApprovalRefused(ApprovalRefused.Reason.OTHER_HASH, "The plan has another hash.");
			}
			PlanSummary approved = plan(planId, "approved", approvedBy);
			this.plans.put(planId, approved);
			return approved;
		}

		static PlanSummary plan(String id, String state, String decidedBy) {
			return new PlanSummary(id, "run-1", SCHOOL, "7a", "hash-" + id, state, 1, "policy", MORNING, decidedBy,
					(decidedBy == null) ? null : MORNING, "2026-09-01");
		}

	}

}
