package kz.kopir.rehearsal.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a stand-in was asked. Thread-safe. Counts every call by verb and path template
 * (ids and dates of the path become {@code {id}} and {@code {date}}) and status, and
 * keeps the latest {@value #KEPT} calls. Administration is not counted. Status 0 stands
 * for a call that got no answer.
 */
public final class RequestCounts {

	/** How many calls are kept one by one. */
	public static final int KEPT = 1000;

	private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

	private final Map<String, Map<Integer, Long>> counts = new TreeMap<>();

	private final Deque<Seen> latest = new ArrayDeque<>();

	private long total;

	/**
	 * One call that was seen.
	 *
	 * @param method the verb
	 * @param path the path without the query
	 * @param status the status that was answered; 0 for none
	 */
	public record Seen(String method, String path, int status) {
	}

	synchronized void count(Call call, int status) {
		this.total++;
		this.counts.computeIfAbsent(call.method() + " " + template(call.rawPath()), (key) -> new TreeMap<>())
			.merge(status, 1L, Long::sum);
		if (this.latest.size() == KEPT) {
			this.latest.removeFirst();
		}
		this.latest.addLast(new Seen(call.method(), call.path(), status));
	}

	/**
	 * How many calls came in all.
	 * @return the number of calls
	 */
	public synchronized long total() {
		return this.total;
	}

	/**
	 * How many calls of a verb and path template came.
	 * @param methodAndTemplate for example {@code GET /v2/works/{id}}
	 * @return the number of calls, 0 when there was none
	 */
	public synchronized long of(String methodAndTemplate) {
		return this.counts.getOrDefault(methodAndTemplate, Map.of()).values().stream().mapToLong(Long::longValue).sum();
	}

	/**
	 * All counts.
	 * @return for each verb and path template the number of calls by status; a copy
	 */
	public synchronized Map<String, Map<Integer, Long>> byTemplate() {
		Map<String, Map<Integer, Long>> copy = new TreeMap<>();
		this.counts.forEach((key, statuses) -> copy.put(key, new TreeMap<>(statuses)));
		return copy;
	}

	/**
	 * The latest calls.
	 * @return at most {@value #KEPT} calls, the oldest first; a copy
	 */
	public synchronized List<Seen> latest() {
		return List.copyOf(this.latest);
	}

	/**
	 * Begins to count anew.
	 */
	public synchronized void reset() {
		this.counts.clear();
		this.latest.clear();
		this.total = 0;
	}

	static String template(String path) {
		StringBuilder template = new StringBuilder(path.length());
		int from = 1;
		while (from <= path.length()) {
			int slash = path.indexOf('/', from);
			int to = (slash < 0) ? path.length() : slash;
			template.append('/').append(segment(path.substring(Math.min(from, to), to)));
			from = to + 1;
		}
		return template.toString();
	}

	private static String segment(String segment) {
		if (DATE.matcher(segment).matches()) {
			return "{date}";
		}
		return isId(segment) ? "{id}" : segment;
	}

	/** Numbers, addresses, and long texts with a digit such as Classroom's ids. */
	private static boolean isId(String segment) {
		if (segment.indexOf('@') >= 0) {
			return true;
		}
		boolean digit = false;
		boolean other = false;
		for (int i = 0; i < segment.length(); i++) {
			if (Character.isDigit(segment.charAt(i))) {
				digit = true;
			}
			else {
				other = true;
			}
		}
		return digit && (!other || segment.length() >= 8);
	}

}
