package kz.kopir.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Prints results as rows of a Markdown table.
 */
final class Report {

	private final PrintStream out;

	private boolean headed;

	Report(PrintStream out) {
		this.out = out;
	}

	void machine(Arguments arguments) throws IOException {
		this.out.printf("%s, %d processors, Java %s, load %s, parallelism %d, heap %d MB%n",
				Instant.now(Clock.systemUTC()), Runtime.getRuntime().availableProcessors(),
				System.getProperty("java.version"), Files.readString(Path.of("/proc/loadavg")).trim(),
				arguments.parallelism(), arguments.heap());
	}

	void ended(int pupils, GatewayDatabase.RunRow run) {
		this.out.printf("%d pupils, run %s ended as %s after %d ms%n", pupils, run.id(), run.state(), run.millis());
	}

	void run(int pupils, String name, long fewest, Measured gateway, Measured bare) {
		if (!this.headed) {
			this.out.println(
					"| pupils | run | requests | fewest | ratio | seconds | bare loop | ratio | records | records/s "
							+ "| CPU µs/record | bare loop | peak RSS MB | heap after GC MB | bare RSS MB | stand-ins' CPU s | others' share |");
			this.out.println("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
			this.headed = true;
		}
		this.out.printf(Locale.ROOT,
				"| %d | %s | %d | %d | %.3f | %.1f | %.1f | %.2f | %d | %.0f | %.0f | %.0f | %d | %d | %d | %.0f/%.0f | %d/%d %% |%n",
				pupils, name, gateway.requestCount(), fewest, (double) gateway.requestCount() / fewest,
				gateway.millis() / 1e3, bare.millis() / 1e3, (double) gateway.millis() / bare.millis(),
				gateway.records(), gateway.records() * 1e3 / gateway.millis(),
				gateway.cpuMillis() * 1e3 / gateway.records(), bare.cpuMillis() * 1e3 / bare.records(),
				gateway.peakMegabytes(), gateway.heapMegabytes(), bare.peakMegabytes(), gateway.standInMillis() / 1e3,
				bare.standInMillis() / 1e3, gateway.others(), bare.others());
		differences(gateway, bare);
	}

	/** Both must have made the same requests, or comparing them means nothing. */
	private void differences(Measured gateway, Measured bare) {
		TreeSet<String> calls = new TreeSet<>(gateway.requests().keySet());
		calls.addAll(bare.requests().keySet());
		TreeMap<String, String> different = new TreeMap<>();
		for (String call : calls) {
			long ours = gateway.requests().getOrDefault(call, 0L);
			long theirs = bare.requests().getOrDefault(call, 0L);
			if (ours != theirs) {
				different.put(call, ours + " and " + theirs);
			}
		}
		if (!different.isEmpty() || gateway.records() != bare.records()) {
			this.out.printf("  Not the same work: records %d and %d, requests %s%n", gateway.records(), bare.records(),
					different);
		}
	}

	void throttled(String name, int allowedPerSecond, Measured gateway, long requests) {
		double rate = requests * 1e3 / gateway.millis();
		this.out.printf(Locale.ROOT,
				"throttled %s: allowed %d requests/s, made %d in %.1f s = %.1f/s, %.1f %% of what is allowed; %d refused; others' share %d %%%n",
				name, allowedPerSecond, requests, gateway.millis() / 1e3, rate, 100 * rate / allowedPerSecond,
				gateway.failedRequests(), gateway.others());
	}

}
