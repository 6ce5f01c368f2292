package kz.kopir.rehearsal.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One HTTP request to a stand-in.
 *
 * @param method the verb, upper case
 * @param path the decoded path without the query, begins with a slash
 * @param query the decoded query parameters in the order of the request
 * @param headers the first value of each header; names in lower case
 * @param body the body, empty when there is none
 * @param rawPath the path as it stood on the wire, without the query: percent signs and
 * slashes of its segments can still be told apart
 */
public record Call(String method, String path, Map<String, List<String>> query, Map<String, String> headers,
		byte[] body, String rawPath) {

	/**
	 * A request whose path needed no encoding.
	 * @param method the verb, upper case
	 * @param path the path without the query, begins with a slash
	 * @param query the decoded query parameters in the order of the request
	 * @param headers the first value of each header; names in lower case
	 * @param body the body, empty when there is none
	 */
	public Call(String method, String path, Map<String, List<String>> query, Map<String, String> headers, byte[] body) {
		this(method, path, query, headers, body, path);
	}

	/**
	 * The first value of a query parameter.
	 * @param name the parameter's name
	 * @return its first value, or null when the request does not have it
	 */
	public @Nullable String parameter(String name) {
		List<String> values = this.query.get(name);
		return (values == null || values.isEmpty()) ? null : values.get(0);
	}

	/**
	 * The value of a header.
	 * @param name the header's name in lower case
	 * @return its value, or null when the request does not have it
	 */
	public @Nullable String header(String name) {
		return this.headers.get(name);
	}

	/**
	 * The body as text.
	 * @return the body read as UTF-8
	 */
	public String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

}
