package kz.kopir.call;

import java.io.IOException;

/**
 * An outside system answered, but not what was asked for: a page of HTML, half a
 * document, a value that cannot be. It may pass like other faults of a server. The
 * message names the place and the kind of mistake and never holds a value, so that it can
 * be logged and stored.
 */
public class AnswerNotUnderstoodException extends IOException {

	private static final long serialVersionUID = 1L;

	/**
	 * @param message the place and the kind of mistake, without children's data
	 */
	public AnswerNotUnderstoodException(String message) {
		super(message);
	}

}
