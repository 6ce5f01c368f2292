package kz.kopir.run;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Requests and records of one run, by name, for example
 * {@code requests.classroom.students}. Safe for use by several threads.
 */
public final class RunCounts {

	private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

	public void add(String name, long amount) {
		this.counts.computeIfAbsent(name, (key) -> new LongAdder()).add(amount);
	}

	/** What was counted so far, ordered by name. */
	public Map<String, Long> snapshot() {
		Map<String, Long> snapshot = new TreeMap<>();
		this.counts.forEach((name, count) -> snapshot.put(name, count.sum()));
		return snapshot;
	}

	/** Sum of all counts whose name starts with the prefix. */
	public long sum(String prefix) {
		return this.counts.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().startsWith(prefix))
			.mapToLong((entry) -> entry.getValue().sum())
			.sum();
	}

}
