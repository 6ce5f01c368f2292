package kz.kopir.manage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import kz.kopir.run.RunContext;
import kz.kopir.run.RunCounts;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.Problems;
import kz.kopir.run.BalanceRow;
import kz.kopir.sync.ClassGroupResult;
import kz.kopir.sync.Flows;
import kz.kopir.sync.RunEnd;
import kz.kopir.sync.RunListener;
import kz.kopir.run.RunState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Tells IT staff how a run goes on and how it ended: a line for each class group, then
 * the balance as a table. Speaks of class groups and numbers, never of children.
 */
@Component("runReport")
public class RunReport implements RunListener {

	private static final Logger logger = LoggerFactory.getLogger("kopir");

	private final Problems problems;

	RunReport(Problems problems) {
		this.problems = problems;
	}

	/** One class group of a run is done. */
	public ClassGroupResult progress(RunContext run, ClassGroupResult result) {
		run.counts().add("classGroups.done", 1);
		long delivered = result.balance().stream().mapToLong(BalanceRow::delivered).sum();
		long unchanged = result.balance().stream().mapToLong(BalanceRow::unchanged).sum();
		long held = result.balance().stream().mapToLong(BalanceRow::held).sum();
		long rejected = result.balance().stream().mapToLong(BalanceRow::rejected).sum();
		logger.info("run={} school={} {} {}/{} class group {} {}: delivered {}, unchanged {}, held {}, rejected {}",
				run, run.school(), run.flow(), run.counts().sum("classGroups.done"),
				run.counts().snapshot().get("classGroups"), result.classGroup().name(),
				result.read() ? "done" : "NOT READ", delivered, unchanged, held, rejected);
		return result;
	}

	@Override
	public void ended(RunEnd end) {
		logger.info("run={} school={} {}", end.run(), end.run().school(),
				text(end, this.problems.countsOfRun(end.run().id())));
	}

	static String text(RunEnd end, Map<ProblemCode, Long> problems) {
		Map<String, long[]> sums = new LinkedHashMap<>();
		end.results()
			.stream()
			.flatMap((result) -> result.balance().stream())
			.forEach((row) -> add(sums.computeIfAbsent(row.kind(), (kind) -> new long[COLUMNS.size()]), row));
		StringBuilder text = new StringBuilder(headline(end)).append('\n');
		text.append(line("kind", COLUMNS));
		sums.forEach((kind, sum) -> {
			List<String> cells = new ArrayList<>();
			for (long value : sum) {
				cells.add(String.valueOf(value));
			}
			text.append(line(kind, cells));
		});
		text.append("  read = delivered + unchanged + held + rejected: ")
			.append((end.state() == RunState.FINISHED) ? "it comes out" : "see what is said above")
			.append(".\n");
		if (!problems.isEmpty()) {
			text.append("  waits for a person or cannot be carried, by cause:\n");
			problems.entrySet()
				.stream()
				.sorted(Map.Entry.<ProblemCode, Long>comparingByValue().reversed())
				.forEach((cause) -> text
					.append(String.format(Locale.ROOT, "    %-28s %8d%n", cause.getKey(), cause.getValue())));
		}
		return text.append("  ")
			.append(asked(end.run()))
			.append(". GET /actuator/runs/")
			.append(end.run().id())
			.append(" shows its problems.\n")
			.toString();
	}

	private static String asked(RunContext run) {
		RunCounts counts = run.counts();
		if (run.flow().equals(Flows.ATTENDANCE)) {
			return counts.sum("requests.zoom") + " requests to Zoom, " + counts.sum("requests.journal")
					+ " to the journal; lessons at a distance " + counts.sum("lessons.remote") + ", meetings known "
					+ counts.sum("meetings.known") + ", complete " + counts.sum("meetings.complete");
		}
		return counts.sum("requests.classroom") + " requests to Classroom, " + counts.sum("requests.journal")
				+ " to the journal; courses linked " + counts.sum("courses.linked") + ", not linked "
				+ counts.sum("courses.notLinked");
	}

	private static final List<String> COLUMNS = List.of("set aside", "read", "delivered", "unchanged", "held",
			"rejected");

	private static String headline(RunEnd end) {
		long delivered = end.results()
			.stream()
			.flatMap((result) -> result.balance().stream())
			.mapToLong(BalanceRow::delivered)
			.sum();
		String days = " of " + end.run().flow() + " for lessons from " + end.run().from() + " to " + end.run().to();
		return switch (end.state()) {
			case FINISHED -> end.run().dryRun()
					? "Dry run" + days + " ended: " + end.run().counts().sum("changes.planned")
							+ " changes are planned, nothing was written."
					: (delivered == 0) ? "Run" + days + " ended: nothing new to deliver."
							: "Run" + days + " ended: " + delivered + " entries delivered and read back.";
			case RED -> "RED: the run" + days + " ended, but " + red(end) + ".";
			default -> "FAILED: the run" + days + " broke off, " + end.failure() + ".";
		};
	}

	private static String red(RunEnd end) {
		long unread = end.results().stream().filter((result) -> !result.read()).count();
		return (unread == 0) ? String.valueOf(end.failure())
				: unread + " of " + end.results().size() + " class groups could not be read, " + end.failure();
	}

	private static void add(long[] sum, BalanceRow row) {
		long[] values = { row.setAside(), row.read(), row.delivered(), row.unchanged(), row.held(), row.rejected() };
		for (int i = 0; i < sum.length; i++) {
			sum[i] += values[i];
		}
	}

	private static String line(String kind, List<String> cells) {
		StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "  %-10s", kind));
		cells.forEach((cell) -> line.append(String.format(Locale.ROOT, "%11s", cell)));
		return line.append('\n').toString();
	}

}
