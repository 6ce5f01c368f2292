package kz.kopir.sync;

import kz.kopir.run.RunState;

import java.util.List;

import kz.kopir.run.RunContext;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param run the run
 * @param state how it ended
 * @param failure why it is red or failed, or null
 * @param results its class groups
 */
public record RunEnd(RunContext run, RunState state, @Nullable String failure, List<ClassGroupResult> results) {
}
