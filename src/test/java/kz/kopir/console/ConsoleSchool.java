package kz.kopir.console;

import java.util.Comparator;
import java.util.List;

import kz.kopir.flow.GatewayHouse;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.Problems;
import kz.kopir.problem.StoredProblem;
import kz.kopir.run.Run;
import kz.kopir.sync.PlanApproval;
import kz.kopir.sync.PlanSummary;

/**
 * The gateway of the tests after a day's work: a school waits with its plans for a
 * person, and another may have everything in its journal.
 */
final class ConsoleSchool {

	private final GatewayHouse house = GatewayHouse.shared();

	private final Run run;

	private ConsoleSchool(boolean written) {
		this.house.newTerm();
		Run careful = this.house.run(GatewayHouse.CAREFUL_SCHOOL);
		this.run = written ? this.house.run() : careful;
	}

	/** Plans wait, and what they hold is in the journal already. */
	static ConsoleSchool afterADay() {
		return new ConsoleSchool(true);
	}

	/** Plans wait that can be executed. */
	static ConsoleSchool beforeApproval() {
		return new ConsoleSchool(false);
	}

	GatewayHouse house() {
		return this.house;
	}

	/** The last run that came to its end. */
	Run run() {
		return this.run;
	}

	List<PlanSummary> waitingPlans() {
		return this.house.bean(PlanApproval.class).waiting();
	}

	/** The one that is read fastest. */
	PlanSummary smallestPlan() {
		return waitingPlans().stream().min(Comparator.comparingInt(PlanSummary::changes)).orElseThrow();
	}

	StoredProblem problem(ProblemCode code) {
		return this.house.bean(Problems.class)
			.open(GatewayHouse.SCHOOL)
			.stream()
			.filter((problem) -> problem.code() == code)
			.findFirst()
			.orElseThrow();
	}

}
