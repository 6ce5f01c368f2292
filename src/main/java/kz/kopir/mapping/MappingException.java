package kz.kopir.mapping;

/**
 * A file of {@code mappings/} cannot be used. The message names the file and the place in
 * it, says what is wrong and what to do.
 */
public class MappingException extends RuntimeException {

	public MappingException(String message) {
		super(message);
	}

	public MappingException(String message, Throwable cause) {
		super(message, cause);
	}

}
