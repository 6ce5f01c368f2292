package kz.kopir.manage;

import java.lang.reflect.Type;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Refuses arguments that an endpoint of ours does not know. Actuator ignores them, and a
 * misspelt {@code dryrun} would write to the journal.
 */
@ControllerAdvice
class KnownArguments extends RequestBodyAdviceAdapter {

	private static final Set<String> OF_A_RUN = Set.of("flow", "school", "dryRun", "from", "to", "reason");

	private static final Set<String> OF_AN_ANSWER = Set.of("school", "pupil", "status", "meeting", "position",
			"reason");

	private static final Set<String> OF_AN_APPROVAL = Set.of("hash", "reason");

	private final HttpServletRequest request;

	/**
	 * Creates the advice.
	 * @param request the request under way (Spring gives a stand-in that finds it)
	 */
	KnownArguments(HttpServletRequest request) {
		this.request = request;
	}

	@Override
	public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
		return true;
	}

	@Override
	public Object afterBodyRead(Object body, HttpInputMessage message, MethodParameter parameter, Type type,
			Class<? extends HttpMessageConverter<?>> converter) {
		check((body instanceof Map<?, ?> fields) ? fields.keySet() : Set.of());
		return body;
	}

	@Override
	public @Nullable Object handleEmptyBody(@Nullable Object body, HttpInputMessage message, MethodParameter parameter,
			Type type, Class<? extends HttpMessageConverter<?>> converter) {
		check(Set.of());
		return body;
	}

	private void check(Set<?> fields) {
		if (!this.request.getMethod().equals("POST")) {
			return;
		}
		String path = this.request.getRequestURI();
		if (path.endsWith("/actuator/runs")) {
			check(fields, OF_A_RUN, path);
		}
		else if (path.contains("/actuator/attendance/")) {
			check(fields, OF_AN_ANSWER, path);
		}
		else if (path.contains("/actuator/plans/")) {
			check(fields, OF_AN_APPROVAL, path);
		}
	}

	private void check(Set<?> fields, Set<String> known, String path) {
		Set<String> unknown = new TreeSet<>();
		fields.forEach((field) -> unknown.add(String.valueOf(field)));
		unknown.addAll(this.request.getParameterMap().keySet());
		unknown.removeAll(known);
		if (!unknown.isEmpty()) {
			throw new RequestRefused(HttpStatus.BAD_REQUEST,
					"The request has " + unknown.size() + " arguments that are not known here; nothing was done.",
					"POST " + path, "Use only " + new TreeSet<>(known) + ", written exactly so.");
		}
	}

}
