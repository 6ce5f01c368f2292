package kz.kopir.mapping;

import org.jspecify.annotations.Nullable;

/**
 * A file of {@code mappings/} cannot be used as it stands. Its text names the place, what
 * is wrong and what to do; it never repeats a cell of a table that may hold an address.
 */
public final class MappingException extends RuntimeException {

	private final String file;

	private final int line;

	private final String column;

	/**
	 * Names what is wrong with a mapping file.
	 * @param file name of the file as the operator knows it
	 * @param line line of the file, counted from 1; 0 when the whole file is meant
	 * @param column name of a table's column or position in a program's line; empty when
	 * the whole line is meant
	 * @param meaning what is wrong and what that means
	 * @param action what to do about it
	 */
	public MappingException(String file, int line, String column, String meaning, String action) {
		this(file, line, column, meaning, action, null);
	}

	/**
	 * Names what is wrong with a mapping file.
	 * @param file name of the file as the operator knows it
	 * @param line line of the file, counted from 1; 0 when the whole file is meant
	 * @param column name of a table's column or position in a program's line; empty when
	 * the whole line is meant
	 * @param meaning what is wrong and what that means
	 * @param action what to do about it
	 * @param cause what a library said, or null
	 */
	public MappingException(String file, int line, String column, String meaning, String action,
			@Nullable Throwable cause) {
		super(place(file, line, column) + ": " + meaning + " " + action, cause);
		this.file = file;
		this.line = line;
		this.column = column;
	}

	private static String place(String file, int line, String column) {
		StringBuilder place = new StringBuilder(file);
		if (line > 0) {
			place.append(", line ").append(line);
		}
		if (!column.isEmpty()) {
			place.append(", column ").append(column);
		}
		return place.toString();
	}

	/** Name of the file as the operator knows it. */
	public String file() {
		return this.file;
	}

	/** Line counted from 1; 0 when the whole file is meant. */
	public int line() {
		return this.line;
	}

	/** Column's name or position; empty when the whole line is meant. */
	public String column() {
		return this.column;
	}

}
