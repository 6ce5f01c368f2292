package kz.kopir.manage;

import java.time.Instant;

import kz.kopir.problem.ProblemTexts;
import kz.kopir.problem.StoredProblem;
import org.jspecify.annotations.Nullable;

/**
 * A problem in a list: its lines are only counted.
 */
record ProblemSummary(String id, String code, String owner, @Nullable String ownerRef, @Nullable String classGroup,
		String urgency, String state, int opening, @Nullable Instant deadline, Instant openedAt, int lines,
		ProblemTexts texts) {

	static ProblemSummary of(StoredProblem problem) {
		ProblemView view = ProblemView.of(problem);
		return new ProblemSummary(view.id(), view.code(), view.owner(), view.ownerRef(), view.classGroup(),
				view.urgency(), view.state(), view.opening(), view.deadline(), view.openedAt(), view.lines().size(),
				view.texts());
	}

}
