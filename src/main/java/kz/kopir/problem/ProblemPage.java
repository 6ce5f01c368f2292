package kz.kopir.problem;

import java.util.List;

/**
 * Problems of a school, the one that was opened last first.
 *
 * @param problems as many as were asked for
 * @param leftOut how many more there are
 */
public record ProblemPage(List<StoredProblem> problems, int leftOut) {
}
