package kz.kopir.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.StoredProblem;

/**
 * Problems of one code: who mends one mends the next in the same way.
 *
 * @param code the code
 * @param problems the problems, the most urgent first
 * @param entries how many entries or pupils they concern; a problem without lines counts
 * as one
 */
record ProblemGroup(ProblemCode code, List<ProblemRow> problems, long entries) {

	private static final Comparator<StoredProblem> URGENT_FIRST = Comparator
		.comparing(StoredProblem::deadline, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
		.thenComparing(StoredProblem::openedAt)
		.thenComparing(StoredProblem::id);

	/** By code, in the order of the catalogue. */
	static List<ProblemGroup> of(List<StoredProblem> problems) {
		Map<ProblemCode, List<StoredProblem>> byCode = new TreeMap<>();
		problems.stream()
			.sorted(URGENT_FIRST)
			.forEach((problem) -> byCode.computeIfAbsent(problem.code(), (code) -> new ArrayList<>()).add(problem));
		return byCode.entrySet()
			.stream()
			.map((group) -> new ProblemGroup(group.getKey(), group.getValue().stream().map(ProblemRow::new).toList(),
					group.getValue().stream().mapToLong((problem) -> Math.max(1, problem.lines().size())).sum()))
			.toList();
	}

}
