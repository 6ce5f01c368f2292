package kz.kopir.benchmark;

import java.io.IOException;
import java.util.Map;

/**
 * Measures a process and the stand-ins from the moment it is made.
 */
final class Watch {

	private final JavaProcess process;

	private final StandIns standIns;

	private final long cpu;

	private final long standInCpu;

	private final long collections;

	private final Load load;

	private final long start = System.nanoTime();

	Watch(JavaProcess process, StandIns standIns) throws IOException {
		this.process = process;
		this.standIns = standIns;
		process.resetPeak();
		this.cpu = process.cpuMillis();
		this.standInCpu = standIns.process().cpuMillis();
		this.collections = process.collectionLines();
		this.load = Load.now();
	}

	/** Milliseconds since it was made. */
	long millis() {
		return (System.nanoTime() - this.start) / 1_000_000;
	}

	/**
	 * Ends measuring.
	 * @param millis time that counts
	 * @param records records that were handled
	 */
	Measured end(long millis, long records) throws IOException, InterruptedException {
		long cpuMillis = this.process.cpuMillis() - this.cpu;
		long standInMillis = this.standIns.process().cpuMillis() - this.standInCpu;
		long others = Load.now().othersSince(this.load, cpuMillis + standInMillis);
		Map<String, Long> requests = this.standIns.counts();
		return new Measured(millis, records, requests, cpuMillis, standInMillis, this.process.peakMegabytes(),
				this.process.mostHeapAfterCollection(this.collections), others);
	}

}
