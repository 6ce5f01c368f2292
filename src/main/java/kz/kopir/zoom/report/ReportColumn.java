package kz.kopir.zoom.report;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a column of a report means, by its header: Zoom's own in English, Russian and
 * Japanese, and what a person said of others.
 */
public enum ReportColumn {

	/** Name of a participant. */
	NAME("name (original name)", "name", "имя (настоящее имя)", "имя", "名前 (元の名前)"),

	/** E-mail address. */
	EMAIL("user email", "email", "электронная почта пользователя", "электронная почта", "ユーザーメール"),

	/** When the participant came. */
	JOIN("join time", "время входа", "参加 時刻", "参加時刻"),

	/** When the participant left. */
	LEAVE("leave time", "время выхода", "退出時刻", "退出 時刻"),

	/** Length of the stay, rounded up; not used. */
	DURATION("duration (minutes)", "продолжительность (минуты)", "所要時間(分)"),

	/** Length of all stays together: a report of unique users. */
	TOTAL_DURATION("total duration (minutes)", "общая продолжительность (минуты)"),

	/** Whether the stay was in the waiting room. */
	WAITING("in waiting room", "в зале ожидания"),

	/** Number of the meeting. */
	MEETING_ID("meeting id", "id", "идентификатор конференции"),

	/** Topic of the meeting; not kept. */
	TOPIC("topic", "тема"),

	/** When the meeting began. */
	START("start time", "время начала"),

	/** When it ended. */
	END("end time", "время завершения", "время окончания"),

	/** Only webinars have it. */
	ATTENDED("attended", "time in session (minutes)"),

	/** Whether the participant came without an account of the school. */
	GUEST("guest", "гость"),

	/** E-mail address of the host, where it is told beside that of the participants. */
	HOST_EMAIL("host email"),

	/** Of no use here. */
	OTHER("host name", "recording consent", "recording disclaimer response", "согласие на запись", "user name",
			"department", "group", "has zoom rooms?", "creation time", "participants", "участники",
			"количество участников");

	private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\uFEFF]+");

	private final List<String> headers;

	ReportColumn(String... headers) {
		this.headers = List.of(headers);
	}

	/** A header as it is compared and remembered. */
	public static String normalized(String header) {
		String text = Normalizer.normalize(header, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
		return BLANKS.matcher(text).replaceAll(" ").strip();
	}

	/** What a header means. */
	static Optional<ReportColumn> of(String header, Map<String, ReportColumn> learned) {
		String text = normalized(header);
		return Arrays.stream(values())
			.filter((column) -> column.headers.contains(text))
			.findFirst()
			.or(() -> Optional.ofNullable(learned.get(text)));
	}

}
