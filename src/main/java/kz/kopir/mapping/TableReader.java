package kz.kopir.mapping;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table line by line. Commons CSV would let an unclosed quote swallow lines up to
 * the next one; given one line at a time it names the line in which the quote stands.
 */
final class TableReader {

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	/** What a decoder puts where bytes are not UTF-8. */
	private static final char REPLACEMENT = '\uFFFD';

	private final String file;

	private final List<String> required;

	TableReader(String file, List<String> required) {
		this.file = file;
		this.required = required;
	}

	Table read(Reader reader) throws IOException {
		BufferedReader lines = new BufferedReader(reader);
		List<Table.Row> rows = new ArrayList<>();
		CSVFormat format = CSVFormat.DEFAULT;
		List<String> header = null;
		int line = 0;
		for (String text = next(lines, 1); text != null; text = next(lines, line + 1)) {
			line++;
			if (line == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
				text = text.substring(1);
			}
			if (isComment(text)) {
				continue;
			}
			if (header == null) {
				format = format(text);
				header = header(cells(text, line, format), line);
			}
			else {
				List<String> cells = cells(text, line, format);
				if (!cells.stream().allMatch(String::isEmpty)) {
					rows.add(row(header, cells, line));
				}
			}
		}
		if (header == null) {
			throw new MappingException(this.file, 0, "", "The table is empty.",
					"Its first line must name the columns: " + String.join(", ", this.required) + ".");
		}
		return new Table(this.file, rows);
	}

	private @Nullable String next(BufferedReader lines, int line) throws IOException {
		try {
			String text = lines.readLine();
			if (text != null && text.indexOf(REPLACEMENT) >= 0) {
				throw notUtf8(line, null);
			}
			return text;
		}
		catch (CharacterCodingException ex) {
			throw notUtf8(0, ex);
		}
	}

	private MappingException notUtf8(int line, @Nullable Throwable cause) {
		return new MappingException(this.file, line, "", "The text is not UTF-8.",
				"Save the file as «CSV UTF-8» and not in the Windows encoding.", cause);
	}

	/** Excel puts quotes around a comment that holds a separator. */
	private static boolean isComment(String text) {
		String start = text.stripLeading();
		return start.isEmpty() || start.startsWith("#") || start.startsWith("\"#");
	}

	private static CSVFormat format(String header) {
		char delimiter = (header.indexOf(';') >= 0 && header.indexOf(',') < 0) ? ';' : ',';
		return CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreSurroundingSpaces(true).setTrim(true).get();
	}

	private List<String> cells(String text, int line, CSVFormat format) throws IOException {
		try (CSVParser parser = CSVParser.parse(text, format)) {
			List<CSVRecord> records = parser.getRecords();
			return records.isEmpty() ? List.of() : records.get(0).toList();
		}
		catch (UncheckedIOException | IOException ex) {
			throw new MappingException(this.file, line, "", "The quotation marks of this line are broken.",
					"A cell in quotes ends with one quotation mark; a quotation mark inside it is written twice.", ex);
		}
	}

	private List<String> header(List<String> cells, int line) {
		List<String> header = cells.stream().map((cell) -> cell.toLowerCase(Locale.ROOT)).toList();
		Set<String> seen = new LinkedHashSet<>();
		for (String column : header) {
			if (!column.isEmpty() && !seen.add(column)) {
				throw new MappingException(this.file, line, column, "The column stands in the header twice.",
						"Give one of the two another name or remove it.");
			}
		}
		for (String column : this.required) {
			if (!seen.contains(column)) {
				throw new MappingException(this.file, line, column,
						"The column is missing; the header has " + String.join(", ", seen) + ".",
						"Add it to the first line; the table needs " + String.join(", ", this.required) + ".");
			}
		}
		return header;
	}

	private Table.Row row(List<String> header, List<String> cells, int line) {
		// Spreadsheets leave out or add empty cells at the end of a row.
		for (int i = header.size(); i < cells.size(); i++) {
			if (!cells.get(i).isEmpty()) {
				throw new MappingException(this.file, line, "",
						"The line has more cells than the header has columns (" + header.size() + ").",
						"Put a cell that holds a separator into quotes.");
			}
		}
		Map<String, String> byColumn = new HashMap<>();
		for (int i = 0; i < header.size(); i++) {
			byColumn.put(header.get(i), (i < cells.size()) ? cells.get(i) : "");
		}
		return new Table.Row(this.file, line, byColumn);
	}

}
