package kz.kopir.rehearsal.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What a stand-in answers.
 *
 * @param status the HTTP status
 * @param contentType the value of Content-Type; empty for none
 * @param body the body before compression, empty for none
 * @param headers further headers
 */
public record Answer(int status, String contentType, byte[] body, Map<String, String> headers) {

	private static final String JSON = "application/json; charset=utf-8";

	/**
	 * A JSON answer with status 200.
	 * @param body the JSON text in UTF-8
	 * @return the answer
	 */
	public static Answer json(byte[] body) {
		return json(200, body);
	}

	/**
	 * A JSON answer.
	 * @param status the HTTP status
	 * @param body the JSON text in UTF-8
	 * @return the answer
	 */
	public static Answer json(int status, byte[] body) {
		return new Answer(status, JSON, body, Map.of());
	}

	/**
	 * A JSON answer.
	 * @param status the HTTP status
	 * @param body the JSON text
	 * @return the answer
	 */
	public static Answer json(int status, String body) {
		return json(status, body.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * An answer in plain text.
	 * @param status the HTTP status
	 * @param text the text
	 * @return the answer
	 */
	public static Answer text(int status, String text) {
		return of(status, "text/plain; charset=utf-8", text);
	}

	/**
	 * An answer of any type.
	 * @param status the HTTP status
	 * @param contentType the value of Content-Type
	 * @param text the body
	 * @return the answer
	 */
	public static Answer of(int status, String contentType, String text) {
		return new Answer(status, contentType, text.getBytes(StandardCharsets.UTF_8), Map.of());
	}

	/**
	 * An answer without a body.
	 * @param status the HTTP status
	 * @return the answer
	 */
	public static Answer empty(int status) {
		return new Answer(status, "", new byte[0], Map.of());
	}

	/**
	 * This answer with one more header.
	 * @param name the header's name
	 * @param value the header's value
	 * @return a copy
	 */
	public Answer with(String name, String value) {
		Map<String, String> all = new HashMap<>(this.headers);
		all.put(name, value);
		return new Answer(this.status, this.contentType, this.body, Map.copyOf(all));
	}

}
