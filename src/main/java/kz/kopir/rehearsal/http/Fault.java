package kz.kopir.rehearsal.http;

import java.util.regex.Pattern;

/**
 * One line of a fault script.
 *
 * @param method the verb it strikes, or {@code *} for any
 * @param path a regular expression that the whole path (without the query) has to match
 * @param skip how many matching calls go unharmed first, 0 or more
 * @param times how many calls it strikes then, 1 or more
 * @param effect what goes wrong
 */
public record Fault(String method, Pattern path, int skip, int times, Effect effect) {

	public Fault {
		if (skip < 0 || times < 1) {
			throw new IllegalArgumentException(
					"A fault skips 0 or more calls and strikes 1 or more, not skip=" + skip + ", times=" + times);
		}
	}

	/**
	 * A fault that strikes the next matching calls.
	 * @param method the verb, or {@code *}
	 * @param path a regular expression for the whole path
	 * @param times how many calls it strikes
	 * @param effect what goes wrong
	 * @return the fault
	 */
	public static Fault next(String method, String path, int times, Effect effect) {
		return new Fault(method, Pattern.compile(path), 0, times, effect);
	}

	/**
	 * A fault that strikes one call after some that go unharmed.
	 * @param method the verb, or {@code *}
	 * @param path a regular expression for the whole path
	 * @param skip how many matching calls go unharmed first
	 * @param effect what goes wrong
	 * @return the fault
	 */
	public static Fault after(String method, String path, int skip, Effect effect) {
		return new Fault(method, Pattern.compile(path), skip, 1, effect);
	}

	boolean matches(Call call) {
		return ("*".equals(this.method) || this.method.equalsIgnoreCase(call.method()))
				&& this.path.matcher(call.path()).matches();
	}

}
