package kz.kopir.benchmark;

import java.util.Map;

/**
 * What was measured of one run or of one pass of the bare loop.
 *
 * @param millis time by the clock
 * @param records records that were read, and entries that were written
 * @param requests requests by verb, path template and status, sign-ins aside
 * @param cpuMillis processor time of the process
 * @param standInMillis processor time of the stand-ins
 * @param peakMegabytes peak of its resident memory
 * @param heapMegabytes most heap left in use by a garbage collection
 * @param others share of the machine that other processes took, in percent
 */
record Measured(long millis, long records, Map<String, Long> requests, long cpuMillis, long standInMillis,
		long peakMegabytes, long heapMegabytes, long others) {

	long requestCount() {
		return this.requests.values().stream().mapToLong(Long::longValue).sum();
	}

	/** Requests that the servers refused or failed. */
	long failedRequests() {
		return this.requests.entrySet()
			.stream()
			.filter((entry) -> !entry.getKey().endsWith(" 200"))
			.mapToLong(Map.Entry::getValue)
			.sum();
	}

}
