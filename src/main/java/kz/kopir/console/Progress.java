package kz.kopir.console;

import org.jspecify.annotations.Nullable;

/**
 * How far a run under way is.
 *
 * @param run its id
 * @param done class groups that are done
 * @param all class groups of the run, null as long as nobody knows
 * @param running whether it is under way still
 */
record Progress(String run, long done, @Nullable Long all, boolean running) {
}
