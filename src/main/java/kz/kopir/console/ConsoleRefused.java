package kz.kopir.console;

import org.springframework.http.HttpStatus;

/**
 * Ends the handling of a request with a page that says why it is not served.
 */
final class ConsoleRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final HttpStatus status;

	private final String key;

	private final transient Object[] values;

	/**
	 * @param status the answer's status
	 * @param key key of the text that says what happened and what to do
	 * @param values values of its placeholders
	 */
	ConsoleRefused(HttpStatus status, String key, Object... values) {
		super(key);
		this.status = status;
		this.key = key;
		this.values = values;
	}

	static ConsoleRefused notFound(String key) {
		return new ConsoleRefused(HttpStatus.NOT_FOUND, key);
	}

	HttpStatus status() {
		return this.status;
	}

	String key() {
		return this.key;
	}

	Object[] values() {
		return this.values;
	}

}
