package kz.kopir.manage;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

import kz.kopir.problem.Problems;
import kz.kopir.school.SchoolId;
import kz.kopir.run.BalanceRow;
import kz.kopir.sync.PlanApproval;
import kz.kopir.run.Run;
import kz.kopir.run.RunRefused;
import kz.kopir.run.RunRequest;
import kz.kopir.run.RunStore;
import kz.kopir.run.RunTrigger;
import kz.kopir.run.RunTriggerKind;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * {@code /actuator/runs}: starts runs by hand and shows what became of them.
 */
@Component
@WebEndpoint(id = "runs")
class RunsEndpoint {

	private static final int SHOWN = 50;

	private static final String DEFAULT_FLOW = "classroom";

	private final RunTrigger trigger;

	private final RunStore runs;

	private final PlanApproval plans;

	private final Problems problems;

	RunsEndpoint(RunTrigger trigger, RunStore runs, PlanApproval plans, Problems problems) {
		this.trigger = trigger;
		this.runs = runs;
		this.plans = plans;
		this.problems = problems;
	}

	@ReadOperation
	RunList latest() {
		return new RunList(this.runs.latest(SHOWN).stream().map(RunView::of).toList());
	}

	@ReadOperation
	RunDetails one(@Selector String id) {
		Run run = this.runs.find(id)
			.orElseThrow(() -> new RequestRefused(HttpStatus.NOT_FOUND, "There is no such run.",
					"GET /actuator/runs/{id}", "GET /actuator/runs lists the latest runs with their ids."));
		List<BalanceRow> balance = this.runs.balance(id);
		return new RunDetails(RunView.of(run), this.runs.counts(id), balance,
				balance.stream().allMatch(BalanceRow::comesOut),
				this.plans.ofRun(id).stream().map(PlanView::of).toList(),
				this.problems.ofRun(id).stream().map(ProblemView::of).toList());
	}

	@WriteOperation
	WebEndpointResponse<Started> start(SecurityContext security, @Nullable String flow, @Nullable String school,
			@Nullable String dryRun, @Nullable String from, @Nullable String to, @Nullable String reason) {
		SchoolId served = RunArguments.school(school, this.trigger.schools());
		LocalDate first = RunArguments.day(from, "from");
		LocalDate last = RunArguments.day(to, "to");
		RunArguments.inOrder(first, last);
		RunRequest request = new RunRequest(served, (flow == null) ? DEFAULT_FLOW : flow, RunTriggerKind.MANUAL,
				security.getPrincipal().getName(), RunArguments.dryRun(dryRun), first, last)
			.because(reason);
		try {
			String id = this.trigger.start(request);
			return new WebEndpointResponse<>(
					new Started(id, served.value(), request.flow(), request.dryRun(), "/actuator/runs/" + id),
					HttpStatus.ACCEPTED.value());
		}
		catch (RunRefused refused) {
			throw asAnswer(refused);
		}
	}

	private static RequestRefused asAnswer(RunRefused refused) {
		String what = String.valueOf(refused.getMessage());
		return switch (refused.reason()) {
			case ALREADY_RUNNING -> new RequestRefused(HttpStatus.CONFLICT, what, "POST /actuator/runs",
					"Wait until that run has ended; GET /actuator/runs shows it.");
			case UNKNOWN_SCHOOL -> new RequestRefused(HttpStatus.BAD_REQUEST, what,
					"POST /actuator/runs, argument school", "Name a school that this gateway serves.");
			case UNKNOWN_FLOW -> new RequestRefused(HttpStatus.BAD_REQUEST, what, "POST /actuator/runs, argument flow",
					"Leave the flow out or name an existing one, for example " + DEFAULT_FLOW + ".");
			case NO_DISTANCE_PERIOD -> new RequestRefused(HttpStatus.CONFLICT, what, "POST /actuator/runs",
					"Name days that a line of distance-periods.csv covers, or add the line when the school has its order.");
			case NOT_READY -> new RequestRefused(HttpStatus.SERVICE_UNAVAILABLE, what, "POST /actuator/runs",
					"Try again in a few seconds, when the start has said that it is ready.");
		};
	}

	/**
	 * The latest runs, the latest first.
	 */
	record RunList(List<RunView> runs) {
	}

	/**
	 * The answer to a start: the run goes on, and {@code where} shows it.
	 */
	record Started(String id, String school, String flow, boolean dryRun, String where) {
	}

	/**
	 * One run with all that belongs to it; the problems are those which no later run has
	 * seen again.
	 */
	record RunDetails(RunView run, SortedMap<String, Long> counts, List<BalanceRow> balance, boolean balanced,
			List<PlanView> plans, List<ProblemView> problems) {
	}

}
