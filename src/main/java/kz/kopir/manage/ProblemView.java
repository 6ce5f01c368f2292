package kz.kopir.manage;

import java.time.Instant;
import java.util.List;

import kz.kopir.problem.Problem;
import kz.kopir.problem.ProblemTexts;
import kz.kopir.problem.StoredProblem;
import org.jspecify.annotations.Nullable;

/**
 * A problem as the endpoint shows it.
 */
record ProblemView(String id, String code, String trouble, String owner, @Nullable String ownerRef,
		@Nullable String classGroup, String subject, String urgency, boolean open, String state, int opening,
		@Nullable Instant snoozedUntil, @Nullable String decidedBy, @Nullable String reason, @Nullable Instant deadline,
		Instant openedAt, String firstRun, ProblemTexts texts, List<Problem.Line> lines) {

	static ProblemView of(StoredProblem problem) {
		return new ProblemView(problem.id(), problem.code().name(), word(problem.code().troubleClass()),
				word(problem.owner()), problem.ownerRef(),
				(problem.classGroup() == null) ? null : problem.classGroup().value(), problem.subject(),
				word(problem.code().urgency()), problem.open(), word(problem.state()), problem.opening(),
				problem.snoozedUntil(), problem.decidedBy(), problem.reason(), problem.deadline(), problem.openedAt(),
				problem.firstRun(), problem.texts(), problem.lines());
	}

	private static String word(Enum<?> constant) {
		return ProblemsController.word(constant);
	}

}
