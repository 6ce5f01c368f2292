package kz.kopir.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * One line of the log, with what follows it without a beginning of its own, such as the
 * lines of a table or of a stack trace.
 *
 * @param time as the log has it
 * @param level for example {@code INFO}
 * @param text what it says
 * @param more the lines that follow
 */
record LogLine(String time, String level, String text, List<String> more) {

	/** As {@code logback-spring.xml} writes: time, level, thread, logger, text. */
	private static final Pattern PLAIN = Pattern
		.compile("(\\d{4}-\\d\\d-\\d\\dT\\S+) +([A-Z]+) +\\[[^]]*] +\\S+ +(.*)");

	private static final Pattern ROUTE = Pattern.compile("\\broute=(\\S+)");

	private static final Pattern CODE = Pattern.compile("\\bcode=(\\S+)");

	/** A stack trace says in its beginning what it has to say. */
	private static final int MOST_MORE = 60;

	private static final ObjectMapper JSON = new ObjectMapper();

	/** Whether a line begins here, and does not go on from the one before. */
	static boolean begins(String line) {
		return line.startsWith("{") || PLAIN.matcher(line).matches();
	}

	/** Reads a line, as text or as JSON; what is neither is shown as it stands. */
	static LogLine of(String line) {
		Matcher plain = PLAIN.matcher(line);
		if (plain.matches()) {
			return new LogLine(plain.group(1), plain.group(2), plain.group(3), new ArrayList<>());
		}
		try {
			JsonNode json = JSON.readTree(line);
			String level = json.path("log").path("level").asText(json.path("log.level").asText());
			return new LogLine(json.path("@timestamp").asText(json.path("timestamp").asText()),
					level.isEmpty() ? json.path("level").asText() : level, json.path("message").asText(),
					new ArrayList<>());
		}
		catch (JsonProcessingException ex) {
			return new LogLine("", "", line, new ArrayList<>());
		}
	}

	void add(String line) {
		if (this.more.size() < MOST_MORE) {
			this.more.add(line);
		}
	}

	/** The route that the line names, or an empty text. */
	public String route() {
		return first(ROUTE);
	}

	/** The code that the line names, or an empty text. */
	public String code() {
		return first(CODE);
	}

	/** Whether somebody should look at it. */
	public boolean isTrouble() {
		return this.level.equals("WARN") || this.level.equals("ERROR");
	}

	private String first(Pattern pattern) {
		Matcher matcher = pattern.matcher(this.text);
		return matcher.find() ? matcher.group(1) : "";
	}

}
