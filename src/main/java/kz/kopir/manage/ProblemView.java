package kz.kopir.manage;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import kz.kopir.problem.Problem;
import kz.kopir.problem.ProblemTexts;
import kz.kopir.problem.StoredProblem;
import org.jspecify.annotations.Nullable;

/**
 * A problem as the endpoint shows it.
 */
record ProblemView(String code, String trouble, String owner, @Nullable String ownerRef, @Nullable String classGroup,
		String subject, boolean open, @Nullable Instant deadline, Instant openedAt, String firstRun, ProblemTexts texts,
		List<Problem.Line> lines) {

	static ProblemView of(StoredProblem problem) {
		return new ProblemView(problem.code().name(), problem.code().troubleClass().name().toLowerCase(Locale.ROOT),
				problem.owner().name().toLowerCase(Locale.ROOT), problem.ownerRef(),
				(problem.classGroup() == null) ? null : problem.classGroup().value(), problem.subject(), problem.open(),
				problem.deadline(), problem.openedAt(), problem.firstRun(), problem.texts(), problem.lines());
	}

}
