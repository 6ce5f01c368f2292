package kz.kopir.zoom.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Takes a report's lines apart into meetings with their rows, still as texts. Columns are
 * found by the names of their headers wherever these stand; a line that cannot be read is
 * a fault of its own.
 */
final class ReportLines {

	private static final char[] SEPARATORS = { ',', ';', '\t' };

	/**
	 * The header of the participants stands near the top; the rest is not searched for
	 * it.
	 */
	private static final int SEARCHED = 15;

	private static final Set<ReportColumn> NEEDED = EnumSet.of(ReportColumn.NAME, ReportColumn.JOIN,
			ReportColumn.LEAVE);

	private static final Set<ReportColumn> OF_MEETING = EnumSet.of(ReportColumn.START, ReportColumn.END);

	private final String[] lines;

	private final Map<String, ReportColumn> learned;

	private final CSVFormat format;

	private final List<RawMeeting> meetings = new ArrayList<>();

	private final List<ReportContent.RowFault> faults = new ArrayList<>();

	private Map<String, String> facts = Map.of();

	private @Nullable Map<ReportColumn, Integer> header;

	private @Nullable Map<ReportColumn, Integer> meetingHeader;

	private boolean factsFollow;

	ReportLines(String text, Map<String, ReportColumn> learned) throws ReportRefused {
		this.lines = text.split("\\R", -1);
		this.learned = learned;
		this.format = format();
	}

	List<RawMeeting> meetings() {
		return this.meetings;
	}

	List<ReportContent.RowFault> faults() {
		return this.faults;
	}

	void read() {
		for (int i = 0; i < this.lines.length; i++) {
			Optional<List<String>> cells = cells(this.lines[i], this.format);
			if (cells.isEmpty()) {
				fault(i, "has a quotation mark that is not closed");
			}
			else if (isCut(i, cells.get())) {
				fault(i, "is cut off");
			}
			else if (cells.get().stream().anyMatch((cell) -> !cell.isBlank())) {
				line(i, cells.get());
			}
		}
	}

	private void line(int index, List<String> cells) {
		Map<ReportColumn, Integer> columns = columns(cells);
		if (columns.keySet().containsAll(NEEDED)) {
			this.header = columns;
			this.meetingHeader = columns.keySet().containsAll(OF_MEETING) ? firstColumns(cells) : null;
			this.factsFollow = false;
			if (this.meetingHeader == null) {
				this.meetings.add(new RawMeeting(index + 1, this.facts));
				this.facts = Map.of();
			}
		}
		else if (columns.keySet().containsAll(OF_MEETING)) {
			this.meetingHeader = columns;
			this.factsFollow = true;
			this.header = null;
		}
		else if (this.factsFollow && this.meetingHeader != null) {
			this.facts = facts(cells, this.meetingHeader);
			this.factsFollow = false;
		}
		else if (this.header != null) {
			row(index, cells, this.header);
		}
		else if (!this.meetings.isEmpty()) {
			fault(index, "stands below no header of participants");
		}
	}

	/** The last line without an end of its own may have lost the end of a time, too. */
	private boolean isCut(int index, List<String> cells) {
		return index == this.lines.length - 1 && !cells.isEmpty() && this.header != null
				&& cells.size() <= Collections.max(this.header.values());
	}

	private void row(int index, List<String> cells, Map<ReportColumn, Integer> header) {
		if (this.meetingHeader != null) {
			Map<String, String> own = facts(cells, this.meetingHeader);
			boolean named = own.values().stream().anyMatch((value) -> !value.isEmpty());
			if (named && (this.meetings.isEmpty() || !last().facts().equals(own))) {
				this.meetings.add(new RawMeeting(index + 1, own));
			}
		}
		if (this.meetings.isEmpty()) {
			fault(index, "belongs to no meeting");
			return;
		}
		String name = cell(cells, header, ReportColumn.NAME);
		String join = cell(cells, header, ReportColumn.JOIN);
		String leave = cell(cells, header, ReportColumn.LEAVE);
		if (name.isEmpty() && join.isEmpty() && leave.isEmpty()) {
			return;
		}
		last().rows()
			.add(new RawRow(index + 1, name, cell(cells, header, ReportColumn.EMAIL), join, leave,
					header.containsKey(ReportColumn.WAITING) ? cell(cells, header, ReportColumn.WAITING) : null,
					header.containsKey(ReportColumn.GUEST) ? cell(cells, header, ReportColumn.GUEST) : null));
	}

	private RawMeeting last() {
		return this.meetings.get(this.meetings.size() - 1);
	}

	private void fault(int index, String mistake) {
		this.faults.add(new ReportContent.RowFault(index + 1, mistake));
	}

	/**
	 * The last column of a name counts: in a report of hosts the meeting's come first.
	 */
	private Map<ReportColumn, Integer> columns(List<String> cells) {
		Map<ReportColumn, Integer> columns = new EnumMap<>(ReportColumn.class);
		for (int i = 0; i < cells.size(); i++) {
			int position = i;
			ReportColumn.of(cells.get(i), this.learned).ifPresent((column) -> columns.put(column, position));
		}
		return columns;
	}

	private Map<ReportColumn, Integer> firstColumns(List<String> cells) {
		Map<ReportColumn, Integer> columns = new EnumMap<>(ReportColumn.class);
		for (int i = 0; i < cells.size(); i++) {
			int position = i;
			ReportColumn.of(cells.get(i), this.learned).ifPresent((column) -> columns.putIfAbsent(column, position));
		}
		return columns;
	}

	private static Map<String, String> facts(List<String> cells, Map<ReportColumn, Integer> columns) {
		String host = cell(cells, columns, ReportColumn.HOST_EMAIL);
		return Map.of("id", cell(cells, columns, ReportColumn.MEETING_ID).replaceAll("\\D", ""), "start",
				cell(cells, columns, ReportColumn.START), "end", cell(cells, columns, ReportColumn.END), "email",
				host.isEmpty() ? cell(cells, columns, ReportColumn.EMAIL) : host);
	}

	private static String cell(List<String> cells, Map<ReportColumn, Integer> columns, ReportColumn column) {
		Integer position = columns.get(column);
		return (position != null && position < cells.size()) ? cells.get(position).strip() : "";
	}

	private CSVFormat format() throws ReportRefused {
		for (char separator : SEPARATORS) {
			CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(separator).get();
			for (int i = 0; i < Math.min(SEARCHED, this.lines.length); i++) {
				List<String> cells = cells(this.lines[i], format).orElse(List.of());
				Set<ReportColumn> columns = columns(cells).keySet();
				if (columns.contains(ReportColumn.ATTENDED)) {
					throw ReportRefused.file("It is the report of a webinar. Put in reports of meetings.");
				}
				if (columns.containsAll(NEEDED)) {
					refuseHiddenWaitingRoom(cells, columns);
					return format;
				}
				if (columns.contains(ReportColumn.TOTAL_DURATION)) {
					throw ReportRefused
						.file("It shows unique users, so it does not tell when anybody came. Download it "
								+ "again without «Show unique users».");
				}
			}
		}
		throw noHeader();
	}

	/**
	 * Time in the waiting room is no time in the lesson: while no column is known to tell
	 * of it, none may be unknown.
	 */
	private void refuseHiddenWaitingRoom(List<String> cells, Set<ReportColumn> columns) throws ReportRefused {
		Optional<String> unknown = unknown(cells);
		if (!columns.contains(ReportColumn.WAITING) && unknown.isPresent()) {
			throw ReportRefused.header(shortened(unknown.get()));
		}
	}

	private Optional<String> unknown(List<String> cells) {
		return cells.stream()
			.filter((cell) -> !cell.isBlank() && ReportColumn.of(cell, this.learned).isEmpty())
			.findFirst();
	}

	/**
	 * A header that lacks a needed column, but has one that nobody knows, asks what that
	 * means.
	 */
	private ReportRefused noHeader() {
		for (char separator : SEPARATORS) {
			CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(separator).get();
			for (int i = 0; i < Math.min(SEARCHED, this.lines.length); i++) {
				List<String> cells = cells(this.lines[i], format).orElse(List.of());
				Set<ReportColumn> columns = EnumSet.noneOf(ReportColumn.class);
				columns.addAll(columns(cells).keySet());
				columns.retainAll(EnumSet.of(ReportColumn.NAME, ReportColumn.JOIN, ReportColumn.LEAVE,
						ReportColumn.DURATION, ReportColumn.EMAIL));
				Optional<String> unknown = unknown(cells);
				if (columns.size() >= 2 && unknown.isPresent()) {
					return ReportRefused.header(shortened(unknown.get()));
				}
			}
		}
		return ReportRefused
			.file("It has no line with the headers of participants (name, join time, leave time) near its "
					+ "top. Put in the file of participants as Zoom gave it.");
	}

	private static String shortened(String header) {
		return (header.length() > 60) ? header.substring(0, 60) : header;
	}

	/** Empty when a quotation mark is not closed in its line. */
	private static Optional<List<String>> cells(String line, CSVFormat format) {
		if (line.isBlank()) {
			return Optional.of(List.of());
		}
		try (CSVParser parser = CSVParser.parse(line, format)) {
			List<CSVRecord> records = parser.getRecords();
			return Optional.of(records.isEmpty() ? List.of() : records.get(0).toList());
		}
		catch (IOException | UncheckedIOException notClosed) {
			return Optional.empty();
		}
	}

	/**
	 * A meeting as texts.
	 *
	 * @param line where its participants begin
	 * @param facts id, start, end and e-mail of the host; empty where not told
	 * @param rows its rows
	 */
	record RawMeeting(int line, Map<String, String> facts, List<RawRow> rows) {

		RawMeeting(int line, Map<String, String> facts) {
			this(line, facts, new ArrayList<>());
		}

		String fact(String name) {
			return this.facts.getOrDefault(name, "");
		}

	}

	/**
	 * A row as texts. Its text form holds no name.
	 *
	 * @param waiting whether it was in the waiting room; null when there is no such
	 * column
	 * @param guest whether it came without an account of the school; null when there is
	 * no such column
	 */
	record RawRow(int line, String name, String email, String join, String leave, @Nullable String waiting,
			@Nullable String guest) {

		@Override
		public String toString() {
			return "RawRow[" + this.line + "]";
		}

	}

}
