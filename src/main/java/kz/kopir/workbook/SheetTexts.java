package kz.kopir.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

import com.ibm.icu.text.MessageFormat;

/**
 * The workbook's texts in one language. The language of the machine plays no part.
 */
final class SheetTexts {

	static final List<String> LANGUAGES = List.of("kk", "ru", "en");

	private final String name;

	private final Locale locale;

	private final Properties texts = new Properties();

	private SheetTexts(String name, Locale locale) {
		this.name = name;
		this.locale = locale;
	}

	static SheetTexts of(Locale locale) {
		if (!LANGUAGES.contains(locale.getLanguage())) {
			throw new IllegalArgumentException("The workbook is written in " + LANGUAGES + " only");
		}
		SheetTexts texts = new SheetTexts("workbook_" + locale.getLanguage() + ".properties", locale);
		try (InputStream stream = SheetTexts.class.getResourceAsStream(texts.name)) {
			if (stream == null) {
				throw new IllegalStateException("The texts " + texts.name + " are missing from this jar");
			}
			texts.texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return texts;
	}

	Set<String> keys() {
		return new TreeSet<>(this.texts.stringPropertyNames());
	}

	/**
	 * A text.
	 * @param arguments what its {0}, {1}, ... stand for
	 */
	String text(String key, Object... arguments) {
		String pattern = this.texts.getProperty(key);
		if (pattern == null) {
			throw new IllegalStateException(this.name + " has no text for " + key);
		}
		return new MessageFormat(pattern, this.locale).format(arguments);
	}

	/** The heading of a column, as the journal writes it in this language. */
	String heading(int part) {
		return (part == CriteriaSheet.TERM_SUMMATIVE) ? text("termSummative") : text("sectionSummative", part);
	}

}
