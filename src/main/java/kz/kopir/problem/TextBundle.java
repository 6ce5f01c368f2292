package kz.kopir.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

import com.ibm.icu.text.MessageFormat;

/**
 * The catalogue's texts in one language.
 */
final class TextBundle {

	/** What happened, what it means, what to do: one line of the text each. */
	static final List<String> PARTS = List.of("what", "means", "do");

	/** How many lines the problem has; every text may use it. */
	static final String COUNT = "count";

	private static final String MISSING = "missing";

	private final Locale locale;

	private final Properties texts;

	private TextBundle(Locale locale, Properties texts) {
		this.locale = locale;
		this.texts = texts;
	}

	/**
	 * Loads the bundle of a language. The language of the machine plays no part.
	 */
	static TextBundle of(Locale locale) {
		String name = "problems_" + locale.getLanguage() + ".properties";
		Properties texts = new Properties();
		try (InputStream stream = TextBundle.class.getResourceAsStream(name)) {
			if (stream == null) {
				throw new IllegalStateException("The texts " + name + " are missing from this jar");
			}
			texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new TextBundle(locale, texts);
	}

	Set<String> keys() {
		return new TreeSet<>(this.texts.stringPropertyNames());
	}

	/**
	 * The names of the placeholders of one part of a code's text.
	 */
	Set<String> placeholders(ProblemCode code, String part) {
		return new TreeSet<>(format(code, part).getArgumentNames());
	}

	/**
	 * The whole text of a problem, one line per part.
	 */
	String render(ProblemCode code, Map<String, String> details, int count) {
		return String.join("\n", PARTS.stream().map((part) -> render(code, part, details, count)).toList());
	}

	private String render(ProblemCode code, String part, Map<String, String> details, int count) {
		MessageFormat format = format(code, part);
		Map<String, Object> arguments = new HashMap<>();
		for (String name : format.getArgumentNames()) {
			String detail = details.getOrDefault(name, "");
			arguments.put(name, detail.isBlank() ? "(" + text(MISSING) + ")" : detail);
		}
		arguments.put(COUNT, count);
		return format.format(arguments);
	}

	/**
	 * One part of a code's text with its placeholders as they stand in the bundle.
	 */
	String pattern(ProblemCode code, String part) {
		return text(code.name() + "." + part);
	}

	private MessageFormat format(ProblemCode code, String part) {
		return new MessageFormat(pattern(code, part), this.locale);
	}

	private String text(String key) {
		String text = this.texts.getProperty(key);
		if (text == null) {
			throw new IllegalStateException("problems_" + this.locale.getLanguage() + " has no text for " + key);
		}
		return text;
	}

}
