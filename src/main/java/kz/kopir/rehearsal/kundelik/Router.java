package kz.kopir.rehearsal.kundelik;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import kz.kopir.rehearsal.http.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Finds what serves a verb and a path. Literal segments win over placeholders.
 */
final class Router {

	private final Map<Integer, List<Route>> bySegments = new HashMap<>();

	private final List<String> operations = new ArrayList<>();

	private record Route(String method, String[] segments, Function<Request, Answer> action) {

		@Nullable List<String> match(String[] path) {
			List<String> values = new ArrayList<>(4);
			for (int i = 0; i < path.length; i++) {
				if (this.segments[i].charAt(0) == '{') {
					values.add(path[i]);
				}
				else if (!this.segments[i].equals(path[i])) {
					return null;
				}
			}
			return values;
		}

		long placeholders() {
			return Arrays.stream(this.segments).filter((segment) -> segment.charAt(0) == '{').count();
		}

	}

	/**
	 * What serves a call.
	 *
	 * @param action the action
	 * @param values the values of the placeholders
	 */
	record Match(Function<Request, Answer> action, List<String> values) {
	}

	Router add(String method, String template, Function<Request, Answer> action) {
		String[] segments = segments(template);
		List<Route> routes = this.bySegments.computeIfAbsent(segments.length, (length) -> new ArrayList<>());
		routes.add(new Route(method, segments, action));
		routes.sort((one, other) -> Long.compare(one.placeholders(), other.placeholders()));
		this.operations.add(method + " " + template);
		return this;
	}

	/**
	 * Finds the route of a call.
	 * @param method the verb
	 * @param path the path without the version
	 * @return what serves it
	 * @throws Refusal 404 when no route has this path, 405 when one has but not with this
	 * verb
	 */
	Match match(String method, String path) {
		String[] segments = segments(path);
		boolean known = false;
		for (Route route : this.bySegments.getOrDefault(segments.length, List.of())) {
			List<String> values = route.match(segments);
			if (values != null && route.method.equals(method)) {
				return new Match(route.action, values);
			}
			known |= values != null;
		}
		if (known) {
			throw new Refusal(405, "methodNotSupported", "The method " + method + " is not supported here");
		}
		throw new Refusal(404, "resourceUnavailable", "There is no such resource");
	}

	/**
	 * All that is served.
	 * @return verb and path template of each, for example {@code GET /works/{work}}
	 */
	List<String> operations() {
		return List.copyOf(this.operations);
	}

	private static String[] segments(String path) {
		return path.substring(1).split("/");
	}

}
