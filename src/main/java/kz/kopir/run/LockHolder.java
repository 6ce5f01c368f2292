package kz.kopir.run;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names the process that holds a lock, so that another process on the same node can tell
 * whether it still lives.
 *
 * @param node the machine's name among those that share the database
 * @param pid the process id there
 * @param startedAtMillis when the process started, as epoch milliseconds; -1 if the
 * system does not tell. A process id is used again, together with the start it is not.
 */
record LockHolder(String node, long pid, long startedAtMillis) {

	private static final Pattern TEXT = Pattern.compile("(.+)#(\\d+)@(-?\\d+)");

	/** Systems count a process's start from the boot time, which they round. */
	private static final long SAME_START_MILLIS = 2_000;

	static LockHolder thisProcess(String node) {
		return of(node, ProcessHandle.current());
	}

	static LockHolder of(String node, ProcessHandle process) {
		return new LockHolder(node, process.pid(), startOf(process));
	}

	String text() {
		return this.node + "#" + this.pid + "@" + this.startedAtMillis;
	}

	/**
	 * Whether a holder was a process of this node that has ended. Of another node's
	 * processes nothing can be said from here.
	 */
	boolean seesGone(String holder) {
		Matcher matcher = TEXT.matcher(holder);
		if (!matcher.matches() || !matcher.group(1).equals(this.node)) {
			return false;
		}
		long holderPid = Long.parseLong(matcher.group(2));
		long holderStart = Long.parseLong(matcher.group(3));
		if (holderPid == this.pid) {
			// In a container every start has the same process id.
			return holderStart != this.startedAtMillis;
		}
		return ProcessHandle.of(holderPid)
			.filter(ProcessHandle::isAlive)
			.map((process) -> isOther(startOf(process), holderStart))
			.orElse(true);
	}

	private static boolean isOther(long start, long holderStart) {
		return start >= 0 && holderStart >= 0 && Math.abs(start - holderStart) > SAME_START_MILLIS;
	}

	private static long startOf(ProcessHandle process) {
		return process.info().startInstant().map(Instant::toEpochMilli).orElse(-1L);
	}

}
