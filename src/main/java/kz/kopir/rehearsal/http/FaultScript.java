package kz.kopir.rehearsal.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The faults that a stand-in still has to play. Thread-safe. Each call is struck by at
 * most one fault: the first in the script that matches and has done its skipping; later
 * ones do not count that call. A fault that has struck all its times leaves the script.
 * <p>
 * As JSON a script is an array: <pre>{@code
 * [ {"method": "POST", "path": "/v2/persons/[0-9]+/works/[0-9]+/mark", "skip": 3, "times": 2,
 *    "effect": "answer", "status": 429, "retryAfter": "2", "contentType": "application/json",
 *    "body": "{\"type\":\"requestLimit\",\"description\":\"...\"}"},
 *   {"path": "/v2/works", "effect": "acceptedThenTimeout", "waitMillis": 5000} ]
 * }</pre> {@code effect} is one of {@code answer}, {@code serverError},
 * {@code maintenance}, {@code reset}, {@code hang}, {@code slow}, {@code truncated},
 * {@code acceptedThenTimeout}; {@code method} is any by default, {@code skip} 0,
 * {@code times} 1, {@code status} 200, {@code contentType} {@code application/json},
 * {@code body} empty, {@code retryAfter} absent, {@code waitMillis} 0. A field that is
 * not named here is refused.
 */
public final class FaultScript {

	private final List<Playing> faults = new ArrayList<>();

	/**
	 * A script without faults.
	 * @return the script
	 */
	public static FaultScript none() {
		return new FaultScript();
	}

	/**
	 * A script of the given faults.
	 * @param faults the faults in the order in which they are tried
	 * @return the script
	 */
	public static FaultScript of(Fault... faults) {
		FaultScript script = new FaultScript();
		for (Fault fault : faults) {
			script.add(fault);
		}
		return script;
	}

	/**
	 * Reads a script.
	 * @param json the script as JSON text in UTF-8
	 * @return the faults in order
	 * @throws IOException when it is not such a script; the message says what is wrong
	 */
	public static List<Fault> parse(byte[] json) throws IOException {
		return FaultScriptJson.parse(json);
	}

	/**
	 * Adds a fault at the end of the script.
	 * @param fault the fault
	 */
	public synchronized void add(Fault fault) {
		this.faults.add(new Playing(fault));
	}

	/**
	 * Takes all faults away.
	 */
	public synchronized void clear() {
		this.faults.clear();
	}

	/**
	 * How many faults have not yet struck all their times.
	 * @return the number of faults left
	 */
	public synchronized int remaining() {
		return this.faults.size();
	}

	synchronized @Nullable Effect strike(Call call) {
		Iterator<Playing> all = this.faults.iterator();
		while (all.hasNext()) {
			Playing playing = all.next();
			if (!playing.fault.matches(call)) {
				continue;
			}
			if (playing.skipped < playing.fault.skip()) {
				playing.skipped++;
				continue;
			}
			playing.struck++;
			if (playing.struck == playing.fault.times()) {
				all.remove();
			}
			return playing.fault.effect();
		}
		return null;
	}

	private static final class Playing {

		private final Fault fault;

		private int skipped;

		private int struck;

		Playing(Fault fault) {
			this.fault = fault;
		}

	}

}
