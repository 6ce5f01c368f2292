package kz.kopir.sync;

import kz.kopir.run.RunState;

import java.util.List;

import kz.kopir.problem.ProblemCode;
import kz.kopir.run.RunContext;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param run the run
 * @param state how it ended
 * @param failure the problem that makes it red or failed, or null
 * @param results its class groups
 */
public record RunEnd(RunContext run, RunState state, @Nullable ProblemCode failure, List<ClassGroupResult> results) {
}
