package kz.kopir.mapping;

import org.jspecify.annotations.Nullable;

/**
 * One record of an answer cannot be understood. Names the field and the kind of mistake,
 * never the value.
 */
public class RecordException extends RuntimeException {

	private final String field;

	private final String mistake;

	public RecordException(String field, String mistake) {
		this(field, mistake, null);
	}

	RecordException(String field, String mistake, @Nullable Throwable cause) {
		super("Field '" + field + "' " + mistake, cause);
		this.field = field;
		this.mistake = mistake;
	}

	public String field() {
		return this.field;
	}

	public String mistake() {
		return this.mistake;
	}

}
