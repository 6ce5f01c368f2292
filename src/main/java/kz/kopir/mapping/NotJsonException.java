package kz.kopir.mapping;

import java.io.IOException;

/**
 * A text that should be JSON is none. The message does not hold the text.
 */
public class NotJsonException extends IOException {

	private static final long serialVersionUID = 1L;

	NotJsonException(String message) {
		super(message);
	}

}
