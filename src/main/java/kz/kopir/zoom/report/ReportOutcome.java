package kz.kopir.zoom.report;

import java.util.List;

import kz.kopir.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * What became of a report file.
 *
 * @param taken whether it was taken, now or before
 * @param again whether it was taken before, so that nothing changed
 * @param meetings how many meetings it told
 * @param rows how many rows were taken
 * @param faults rows that could not be used
 * @param code the problem, when it was refused
 * @param refusal what is the matter and what to do, when it was refused
 */
public record ReportOutcome(boolean taken, boolean again, int meetings, int rows, List<ReportContent.RowFault> faults,
		@Nullable ProblemCode code, @Nullable String refusal) {
}
