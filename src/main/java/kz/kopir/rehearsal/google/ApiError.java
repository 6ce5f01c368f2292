package kz.kopir.rehearsal.google;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer that refuses: Google's error body
 * {@code {"error":{"code","message","status","details"}}}.
 */
final class ApiError extends RuntimeException {

	private static final String ERROR_INFO = "type.googleapis.com/google.rpc.ErrorInfo";

	private final int code;

	private final String status;

	private final transient List<Map<String, Object>> details;

	private ApiError(int code, String status, String message, List<Map<String, Object>> details) {
		super(message, null, false, false);
		this.code = code;
		this.status = status;
		this.details = details;
	}

	static ApiError invalidArgument() {
		return new ApiError(400, "INVALID_ARGUMENT", "Request contains an invalid argument.", List.of());
	}

	static ApiError invalidValue(String parameter, String value) {
		return new ApiError(400, "INVALID_ARGUMENT", "Invalid value at '" + parameter + "', \"" + value + "\"",
				List.of(Map.of("@type", "type.googleapis.com/google.rpc.BadRequest", "fieldViolations",
						List.of(Map.of("field", parameter, "description", "Invalid value at '" + parameter + "'")))));
	}

	static ApiError unknownField(String field) {
		return new ApiError(400, "INVALID_ARGUMENT", "Request contains an invalid argument.", List
			.of(Map.of("@type", "type.googleapis.com/google.rpc.BadRequest", "fieldViolations", List.of(Map.of("field",
					field, "description",
					"Error expanding 'fields' parameter. Cannot find matching fields for path '" + field + "'.")))));
	}

	static ApiError failedPrecondition(String code, String message) {
		return new ApiError(400, "FAILED_PRECONDITION", "@" + code + " " + message, List.of());
	}

	static ApiError unauthenticated() {
		return new ApiError(401, "UNAUTHENTICATED",
				"Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other"
						+ " valid authentication credential. See"
						+ " https://developers.google.com/identity/sign-in/web/devconsole-project.",
				List.of());
	}

	static ApiError scopeMissing(String method) {
		return new ApiError(403, "PERMISSION_DENIED", "Request had insufficient authentication scopes.",
				List.of(info("ACCESS_TOKEN_SCOPE_INSUFFICIENT",
						Map.of("service", "classroom.googleapis.com", "method", method))));
	}

	static ApiError permissionDenied() {
		return new ApiError(403, "PERMISSION_DENIED", "The caller does not have permission", List.of());
	}

	static ApiError notFound() {
		return new ApiError(404, "NOT_FOUND", "Requested entity was not found.", List.of());
	}

	/**
	 * The quota is used up. There is no {@code Retry-After}: Google documents none.
	 * @param limit which limit, as Google names it
	 * @param value its value
	 * @return the error
	 */
	static ApiError exhausted(String limit, int value) {
		return new ApiError(429, "RESOURCE_EXHAUSTED",
				"Quota exceeded for quota metric 'Queries' and limit '" + limit
						+ "' of service 'classroom.googleapis.com' for consumer 'project_number:100200300400'.",
				List.of(info("RATE_LIMIT_EXCEEDED", Map.of("service", "classroom.googleapis.com", "quota_limit", limit,
						"quota_limit_value", String.valueOf(value), "consumer", "projects/100200300400"))));
	}

	int code() {
		return this.code;
	}

	Map<String, Object> body() {
		Map<String, Object> error = new LinkedHashMap<>();
		error.put("code", this.code);
		error.put("message", getMessage());
		error.put("status", this.status);
		if (!this.details.isEmpty()) {
			error.put("details", this.details);
		}
		return Map.of("error", error);
	}

	private static Map<String, Object> info(String reason, Map<String, String> metadata) {
		Map<String, Object> info = new LinkedHashMap<>();
		info.put("@type", ERROR_INFO);
		info.put("reason", reason);
		info.put("domain", "googleapis.com");
		info.put("metadata", metadata);
		return info;
	}

}
