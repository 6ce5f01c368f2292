package kz.kopir.manage;

import org.springframework.http.HttpStatus;

/**
 * Ends the handling of a request with a {@link Refusal}.
 */
class RequestRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final HttpStatus status;

	private final transient Refusal refusal;

	RequestRefused(HttpStatus status, String what, String where, String advice) {
		super(what);
		this.status = status;
		this.refusal = new Refusal(what, where, advice);
	}

	HttpStatus status() {
		return this.status;
	}

	Refusal refusal() {
		return this.refusal;
	}

}
