package kz.kopir.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

import com.ibm.icu.text.MessageFormat;
import kz.kopir.problem.ProblemTexts;

/**
 * The texts of mails in one language. The language of the machine plays no part.
 */
final class MailTexts {

	static final List<String> LANGUAGES = List.of("kk", "ru", "en");

	private final Locale locale;

	private final Properties texts = new Properties();

	private MailTexts(Locale locale) {
		this.locale = locale;
	}

	static MailTexts of(String language) {
		if (!LANGUAGES.contains(language)) {
			throw new IllegalArgumentException("Mails are written in " + LANGUAGES + " only, not in " + language);
		}
		MailTexts texts = new MailTexts(Locale.forLanguageTag(language));
		try (InputStream stream = MailTexts.class.getResourceAsStream(texts.file())) {
			if (stream == null) {
				throw new IllegalStateException("The texts " + texts.file() + " are missing from this jar");
			}
			texts.texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return texts;
	}

	private String file() {
		return "mail_" + this.locale.getLanguage() + ".properties";
	}

	String language() {
		return this.locale.getLanguage();
	}

	Locale locale() {
		return this.locale;
	}

	Set<String> keys() {
		return new TreeSet<>(this.texts.stringPropertyNames());
	}

	/** The names of the placeholders of a text. */
	Set<String> placeholders(String key) {
		return new TreeSet<>(new MessageFormat(pattern(key), this.locale).getArgumentNames());
	}

	/**
	 * A text.
	 * @param arguments what its {0}, {1}, ... stand for
	 */
	String text(String key, Object... arguments) {
		return new MessageFormat(pattern(key), this.locale).format(arguments);
	}

	private String pattern(String key) {
		String pattern = this.texts.getProperty(key);
		if (pattern == null) {
			throw new IllegalStateException(file() + " has no text for " + key);
		}
		return pattern;
	}

	/** What a problem says in this language: what happened, what it means, what to do. */
	List<String> parts(ProblemTexts problem) {
		String text = switch (language()) {
			case "kk" -> problem.kk();
			case "ru" -> problem.ru();
			default -> problem.en();
		};
		return text.lines().toList();
	}

	/** A day with its year. */
	String day(LocalDate day) {
		return DateTimeFormatter.ofPattern(text("date.long"), this.locale).format(day);
	}

	/** A day without its year. */
	String shortDay(LocalDate day) {
		return DateTimeFormatter.ofPattern(text("date.short"), this.locale).format(day);
	}

	/** A moment with day and time of a time zone. */
	String moment(Instant moment, ZoneId zone) {
		Deadline deadline = Deadline.of(moment, zone);
		return day(deadline.day()) + ", " + deadline.time();
	}

	/** The same without the year. */
	String shortMoment(Instant moment, ZoneId zone) {
		Deadline deadline = Deadline.of(moment, zone);
		return shortDay(deadline.day()) + ", " + deadline.time();
	}

	/**
	 * A deadline as people say it: the end of a day is 24:00 of that day, not 00:00 of
	 * the next one.
	 *
	 * @param day the day
	 * @param time the time from 00:01 to 24:00
	 */
	private record Deadline(LocalDate day, String time) {

		private static Deadline of(Instant moment, ZoneId zone) {
			LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
			if (local.toLocalTime().equals(LocalTime.MIDNIGHT)) {
				return new Deadline(local.toLocalDate().minusDays(1), "24:00");
			}
			return new Deadline(local.toLocalDate(), DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(local));
		}

	}

}
