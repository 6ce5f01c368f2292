package kz.kopir.doctor;

/**
 * Something that the settings name cannot be used. Its text says what, what is wrong and
 * what to do, and may be shown: it holds no secret.
 */
public final class Unusable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public Unusable(String message, Throwable cause) {
		super(message, cause);
	}

}
