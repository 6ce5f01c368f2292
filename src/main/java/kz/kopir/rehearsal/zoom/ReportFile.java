package kz.kopir.rehearsal.zoom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import kz.kopir.rehearsal.world.MeetingFacts;
import kz.kopir.rehearsal.world.ParticipantFacts;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Makes the report files that a teacher or an administrator downloads from Zoom's web
 * portal, as they come or as Excel has left them.
 */
public final class ReportFile {

	private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

	private static final List<String> MEETING = List.of("Meeting ID", "Topic", "Start Time", "End Time", "User Email",
			"Duration (Minutes)", "Participants");

	private static final List<String> MEETING_RUSSIAN = List.of("Идентификатор конференции", "Тема", "Время начала",
			"Время завершения", "Электронная почта пользователя", "Продолжительность (минуты)", "Участники");

	private static final List<String> ROWS = List.of("Name (Original Name)", "User Email", "Join Time", "Leave Time",
			"Duration (Minutes)", "Guest", "Recording Consent", "In Waiting Room");

	private static final List<String> ROWS_RUSSIAN = List.of("Имя (настоящее имя)", "Электронная почта пользователя",
			"Время входа", "Время выхода", "Продолжительность (минуты)", "Гость", "Согласие на запись",
			"В зале ожидания");

	private static final List<String> ROWS_SINCE_2023 = List.of("Name (original name)", "Email", "Join time",
			"Leave time", "Duration (minutes)", "Guest", "Recording disclaimer response", "In waiting room");

	private final Dialect dialect;

	private final DateTimeFormatter dates;

	private final List<List<String>> lines = new ArrayList<>();

	private ReportFile(Dialect dialect) {
		this.dialect = dialect;
		this.dates = DateTimeFormatter.ofPattern(dialect.dates(), Locale.ENGLISH).withZone(ZONE);
	}

	/**
	 * Makes a file.
	 * @param layout what it shows and how it is arranged
	 * @param dialect how it is written
	 * @param meetings whose participants it tells; several only where the layout tells of
	 * the meeting
	 */
	public static byte[] of(Layout layout, Dialect dialect, List<MeetingFacts> meetings) {
		ReportFile file = new ReportFile(dialect);
		for (MeetingFacts meeting : meetings) {
			file.add(layout, meeting);
		}
		return file.bytes();
	}

	private void add(Layout layout, MeetingFacts meeting) {
		boolean russian = this.dialect.russian();
		switch (layout) {
			case ROWS -> rows(russian ? ROWS_RUSSIAN : ROWS, meeting);
			case WITH_MEETING -> {
				this.lines.add(russian ? MEETING_RUSSIAN : MEETING);
				this.lines.add(List.of(spaced(meeting), meeting.topic(), text(meeting.start()), text(meeting.end()),
						meeting.hostEmail(), minutes(meeting.start(), meeting.end()), count(meeting)));
				this.lines.add(List.of("", "", "", "", "", "", ""));
				rows(russian ? ROWS_RUSSIAN : ROWS, meeting);
			}
			case UNIQUE_USERS -> {
				this.lines.add(List.of("Name (Original Name)", "User Email", "Total Duration (Minutes)", "Guest"));
				meeting.participants()
					.forEach((row) -> this.lines.add(List.of(name(meeting, row), row.email(),
							minutes(row.join(), row.leave()), word(row.email().isEmpty()))));
			}
			case ACTIVE_HOSTS -> hosts(meeting);
			case SINCE_2023 -> {
				this.lines.add(List.of("Topic", "ID", "Host name", "Host email", "Duration (minutes)", "Start time",
						"End time", "Participants"));
				this.lines.add(List.of(meeting.topic(), String.valueOf(meeting.number()), "", meeting.hostEmail(),
						minutes(meeting.start(), meeting.end()), text(meeting.start()), text(meeting.end()),
						count(meeting)));
				rows(ROWS_SINCE_2023, meeting);
			}
		}
	}

	private void rows(List<String> header, MeetingFacts meeting) {
		this.lines.add(header);
		meeting.participants().forEach((row) -> this.lines.add(cells(meeting, row)));
	}

	/**
	 * The meeting stands before its first participant only, and its columns come first.
	 */
	private void hosts(MeetingFacts meeting) {
		List<String> header = new ArrayList<>(
				List.of("Topic", "Meeting ID", "User Name", "User Email", "Department", "Group", "Has Zoom Rooms?",
						"Creation Time", "Start Time", "End Time", "Duration (Minutes)", "Participants"));
		List<String> empty = List.of("", "", "", "", "", "", "", "", "", "", "", "");
		header.addAll(ROWS);
		if (this.lines.isEmpty()) {
			this.lines.add(header);
		}
		else {
			this.lines.add(empty);
		}
		boolean first = true;
		for (ParticipantFacts row : meeting.participants()) {
			List<String> line = new ArrayList<>(first ? List.of(meeting.topic(), spaced(meeting), "",
					meeting.hostEmail(), "", "", "No", text(meeting.start()), text(meeting.start()),
					text(meeting.end()), minutes(meeting.start(), meeting.end()), count(meeting)) : empty);
			line.addAll(cells(meeting, row));
			this.lines.add(line);
			first = false;
		}
	}

	private List<String> cells(MeetingFacts meeting, ParticipantFacts row) {
		return List.of(name(meeting, row), row.email(), text(row.join()), text(row.leave()),
				minutes(row.join(), row.leave()), word(row.email().isEmpty()), "", word(row.waiting()));
	}

	private static String name(MeetingFacts meeting, ParticipantFacts row) {
		return row.email().equals(meeting.hostEmail()) ? row.name() + " (Host)" : row.name();
	}

	private String word(boolean yes) {
		if (this.dialect.russian()) {
			return yes ? "Да" : "Нет";
		}
		return yes ? "Yes" : "No";
	}

	private String text(Instant moment) {
		return this.dates.format(moment);
	}

	/** Zoom rounds up. */
	private static String minutes(Instant from, Instant to) {
		return String.valueOf(Duration.between(from, to).plusSeconds(59).toMinutes());
	}

	private static String count(MeetingFacts meeting) {
		return String.valueOf(meeting.participants().size());
	}

	private static String spaced(MeetingFacts meeting) {
		String number = String.valueOf(meeting.number());
		return number.substring(0, 3) + " " + number.substring(3, 7) + " " + number.substring(7);
	}

	private byte[] bytes() {
		StringBuilder text = new StringBuilder(this.dialect.mark() ? "\uFEFF" : "");
		CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(this.dialect.separator()).get();
		try (CSVPrinter printer = new CSVPrinter(text, format)) {
			printer.printRecords(this.lines);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return text.toString().getBytes(this.dialect.charset());
	}

	/** What a report shows and how it is arranged. */
	public enum Layout {

		/** Participants only. */
		ROWS,

		/** «Export with meeting data». */
		WITH_MEETING,

		/** «Show unique users»: no times. */
		UNIQUE_USERS,

		/** Details of the active hosts: several meetings, names of columns twice. */
		ACTIVE_HOSTS,

		/** The newer one with meeting data. */
		SINCE_2023

	}

	/**
	 * How a report is written.
	 *
	 * @param russian whether its headers and words are Russian, where such are known
	 * @param separator between cells
	 * @param charset of its text
	 * @param mark whether a byte order mark stands at its beginning
	 * @param dates pattern of its dates
	 */
	public record Dialect(boolean russian, char separator, Charset charset, boolean mark, String dates) {

		/** As Zoom gives it with an English profile. */
		public static Dialect english() {
			return new Dialect(false, ',', StandardCharsets.UTF_8, true, "MM/dd/yyyy hh:mm:ss a");
		}

		/** As Zoom gives it with a Russian profile. */
		public static Dialect russianProfile() {
			return new Dialect(true, ',', StandardCharsets.UTF_8, true, "dd.MM.yyyy HH:mm:ss");
		}

		/** As Excel in Russian has saved it. */
		public static Dialect savedByExcel() {
			return new Dialect(true, ';', Charset.forName("windows-1251"), false, "dd.MM.yyyy HH:mm:ss");
		}

	}

}
