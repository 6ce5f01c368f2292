package kz.kopir.console;

import java.util.List;

/**
 * What the log says of a run or of a route.
 *
 * @param file the log
 * @param lines the last lines, the oldest first
 * @param left how many earlier ones are not shown
 * @param steps all that was said with route and code
 */
record RunLogView(String file, List<LogLine> lines, long left, List<LogSteps.Step> steps) {
}
