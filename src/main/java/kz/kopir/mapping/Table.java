package kz.kopir.mapping;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A table of {@code mappings/} that a school edits: CSV in UTF-8 with or without a byte
 * order mark, cells separated by {@code ,} or {@code ;}, the first line names the
 * columns, lines that start with {@code #} are comments. A cell never spans lines, so
 * every row has exactly one line number.
 */
public final class Table {

	private final String file;

	private final List<Row> rows;

	Table(String file, List<Row> rows) {
		this.file = file;
		this.rows = List.copyOf(rows);
	}

	/**
	 * Reads a table to its end; closing the reader is the caller's part.
	 * @param file the name that error texts give to the table
	 * @param reader the table's text
	 * @param columns the columns that it must have; it may have more
	 * @return the table
	 * @throws MappingException when a column is missing, quotes are broken, a row has too
	 * few or too many cells, or the text is not UTF-8
	 * @throws IOException when reading itself fails
	 */
	public static Table read(String file, Reader reader, List<String> columns) throws IOException {
		return new TableReader(file, columns).read(reader);
	}

	/** The name that error texts give to the table. */
	public String file() {
		return this.file;
	}

	/** The rows in the order of the file. */
	public List<Row> rows() {
		return this.rows;
	}

	/** Something is wrong with the table as a whole. */
	public MappingException wrong(String column, String meaning, String action) {
		return new MappingException(this.file, 0, column, meaning, action);
	}

	/** One row of a table. */
	public static final class Row {

		private final String file;

		private final int line;

		private final Map<String, String> cells;

		Row(String file, int line, Map<String, String> cells) {
			this.file = file;
			this.line = line;
			this.cells = Map.copyOf(cells);
		}

		/** Line of the file, counted from 1. */
		public int line() {
			return this.line;
		}

		/** The cell without surrounding blanks; may be empty. */
		public String get(String column) {
			String cell = this.cells.get(column);
			if (cell == null) {
				throw new IllegalArgumentException("The table " + this.file + " was read without the column " + column);
			}
			return cell;
		}

		/**
		 * The cell, which must not be empty.
		 * @throws MappingException when it is
		 */
		public String require(String column) {
			String cell = get(column);
			if (cell.isEmpty()) {
				throw wrong(column, "The cell is empty.", "Fill it in or remove the line.");
			}
			return cell;
		}

		/** The cell, which must be one of the given words. */
		public <T> T choose(String column, Map<String, T> choices) {
			String cell = require(column);
			T choice = choices.get(cell);
			if (choice == null) {
				throw wrong(column, "«" + cell + "» is not known here.",
						"Write one of: " + String.join(", ", choices.keySet().stream().sorted().toList()) + ".");
			}
			return choice;
		}

		/** Something is wrong with this row. */
		public MappingException wrong(String column, String meaning, String action) {
			return wrong(column, meaning, action, null);
		}

		/** Something is wrong with this row. */
		public MappingException wrong(String column, String meaning, String action, @Nullable Throwable cause) {
			return new MappingException(this.file, this.line, column, meaning, action, cause);
		}

		/** The key of this row already stands in another row. */
		public MappingException twice(String column, Row first) {
			return wrong(column, "The same key already stands in line " + first.line + ".",
					"Keep one of the two lines.");
		}

		/** The place alone: a cell may hold an address. */
		@Override
		public String toString() {
			return this.file + ":" + this.line;
		}

	}

}
