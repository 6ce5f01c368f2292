package kz.kopir.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What the machine's processors do, by {@code /proc/stat}.
 *
 * @param busy clock ticks of all processors at work since the machine's start
 * @param all clock ticks of all processors
 */
record Load(long busy, long all) {

	private static final int MILLIS_PER_TICK = 10;

	static Load now() throws IOException {
		String[] fields = Files.readAllLines(Path.of("/proc/stat")).get(0).split("\\s+");
		long[] ticks = Stream.of(fields).skip(1).limit(8).mapToLong(Long::parseLong).toArray();
		long all = LongStream.of(ticks).sum();
		return new Load(all - ticks[3] - ticks[4], all);
	}

	/**
	 * Share of the machine that processes other than ours took since an earlier look, in
	 * percent.
	 * @param ourMillis processor time of our processes in between
	 */
	long othersSince(Load before, long ourMillis) {
		long others = Math.max(0, (this.busy - before.busy) - ourMillis / MILLIS_PER_TICK);
		return Math.round(100.0 * others / Math.max(1, this.all - before.all));
	}

}
