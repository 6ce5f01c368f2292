package kz.kopir.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

import com.ibm.icu.text.MessageFormat;

/**
 * What the doctor says, in one language.
 */
public final class DoctorTexts {

	private static final Map<Language, DoctorTexts> ALL = new EnumMap<>(Language.class);

	static {
		for (Language language : Language.values()) {
			ALL.put(language, new DoctorTexts(language));
		}
	}

	private final Locale locale;

	private final Properties texts = new Properties();

	private DoctorTexts(Language language) {
		this.locale = Locale.forLanguageTag(language.code());
		String name = "doctor_" + language.code() + ".properties";
		try (InputStream stream = DoctorTexts.class.getResourceAsStream(name)) {
			if (stream == null) {
				throw new IllegalStateException("The texts " + name + " are missing from this jar");
			}
			this.texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The texts of a language. The language of the machine plays no part. */
	public static DoctorTexts in(Language language) {
		DoctorTexts texts = ALL.get(language);
		if (texts == null) {
			throw new IllegalArgumentException("No texts in " + language);
		}
		return texts;
	}

	/** What is looked at. */
	public String name(Check check) {
		return text(check + ".name", Map.of());
	}

	/** What is wrong. */
	public String what(Ailment ailment, Map<String, String> details) {
		return text(ailment + ".what", details);
	}

	/** What to do. */
	public String remedy(Ailment ailment, Map<String, String> details) {
		return text(ailment + ".do", details);
	}

	String level(Level level) {
		return text("level." + level, Map.of());
	}

	String text(String key, Map<String, String> details) {
		return format(key).format(details);
	}

	Set<String> keys() {
		return new TreeSet<>(this.texts.stringPropertyNames());
	}

	Set<String> placeholders(String key) {
		return new TreeSet<>(format(key).getArgumentNames());
	}

	private MessageFormat format(String key) {
		String pattern = this.texts.getProperty(key);
		if (pattern == null) {
			throw new IllegalStateException("doctor_" + this.locale.getLanguage() + " has no text for " + key);
		}
		return new MessageFormat(pattern, this.locale);
	}

}
