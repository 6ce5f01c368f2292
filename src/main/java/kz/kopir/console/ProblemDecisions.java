package kz.kopir.console;

import java.time.Instant;
import java.util.Optional;

import kz.kopir.problem.DecisionRefused;
import kz.kopir.problem.Problems;
import kz.kopir.problem.StoredProblem;

import org.springframework.stereotype.Component;

/**
 * What a person decides about problems, which the console knows by their ids alone.
 */
@Component
class ProblemDecisions {

	private final Problems problems;

	private final Schools schools;

	ProblemDecisions(Problems problems, Schools schools) {
		this.problems = problems;
		this.schools = schools;
	}

	/** A problem of a school that this gateway serves. */
	Optional<StoredProblem> find(String id) {
		return this.schools.all().stream().flatMap((school) -> this.problems.find(school, id).stream()).findFirst();
	}

	/**
	 * Somebody cares for it.
	 * @return whether it was taken: a problem whose cause is gone takes none
	 */
	boolean acknowledge(String id, String user) {
		return taken(id, (problem) -> this.problems.acknowledge(problem.school(), id, user, null));
	}

	/**
	 * Nobody is reminded of it for a while.
	 * @param until the moment from which on it is told again
	 * @return whether it was taken
	 */
	boolean snooze(String id, Instant until, String user) {
		return taken(id, (problem) -> this.problems.snooze(problem.school(), id, user, null, until));
	}

	/**
	 * Nothing is to be done about it.
	 * @param reason why not
	 * @return whether it was taken
	 */
	boolean resolve(String id, String reason, String user) {
		return taken(id, (problem) -> this.problems.resolve(problem.school(), id, user, reason));
	}

	private boolean taken(String id, Decision decision) {
		StoredProblem problem = find(id).orElse(null);
		if (problem == null) {
			return false;
		}
		try {
			decision.take(problem);
			return true;
		}
		catch (DecisionRefused refused) {
			return false;
		}
	}

	private interface Decision {

		void take(StoredProblem problem) throws DecisionRefused;

	}

}
