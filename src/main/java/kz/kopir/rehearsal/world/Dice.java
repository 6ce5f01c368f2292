package kz.kopir.rehearsal.world;

import java.util.List;

/**
 * Chance that is always the same: a SplitMix64 stream whose start is a hash of numbers. A
 * thing of the school asks a die of its own, so that it can be computed alone, in any
 * order.
 */
final class Dice {

	private static final long GOLDEN = 0x9E3779B97F4A7C15L;

	private long state;

	private Dice(long state) {
		this.state = state;
	}

	static Dice of(long seed, long a, long b) {
		return new Dice(hash(seed, a, b));
	}

	static Dice of(long seed, long a, long b, long c) {
		return new Dice(mix(hash(seed, a, b) + GOLDEN * (c + 1)));
	}

	static long hash(long seed, long a, long b) {
		return mix(mix(mix(seed + GOLDEN) + GOLDEN * (a + 1)) + GOLDEN * (b + 1));
	}

	private static long mix(long value) {
		long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
		z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
		return z ^ (z >>> 31);
	}

	/** A number from 0 to {@code bound - 1}. */
	int below(int bound) {
		this.state += GOLDEN;
		return (int) Long.remainderUnsigned(mix(this.state) >>> 1, bound);
	}

	/** A number from {@code from} to {@code to}, both included. */
	int between(int from, int to) {
		return from + below(to - from + 1);
	}

	/** True in {@code perMille} of 1,000 cases. */
	boolean chance(int perMille) {
		return below(1000) < perMille;
	}

	<T> T pick(List<T> list) {
		return list.get(below(list.size()));
	}

}
