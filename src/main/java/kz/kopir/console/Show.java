package kz.kopir.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

import kz.kopir.problem.ProblemTexts;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * How pages write moments, days, lengths of time and shares in the reader's language.
 * Moments are shown in the school's time zone.
 */
@Component("show")
class Show {

	/** What stands where there is nothing to show. */
	static final String NOTHING = "–";

	private static final long SECONDS_OF_A_DAY = Duration.ofDays(1).toSeconds();

	private static final int SECONDS_OF_AN_HOUR = 3600;

	private static final int SECONDS_OF_A_MINUTE = 60;

	private static final double MILLIS_OF_A_SECOND = 1000;

	private final MessageSource texts;

	private final ZoneId zone;

	Show(MessageSource texts, ZoneId zone) {
		this.texts = texts;
		this.zone = zone;
	}

	/** A day with the time of day. */
	public String moment(@Nullable Instant moment) {
		return (moment == null) ? NOTHING : format("d MMM yyyy, HH:mm", "dd.MM.yyyy HH:mm", moment.atZone(this.zone));
	}

	/** The same to the second. */
	public String exactly(@Nullable Instant moment) {
		return (moment == null) ? NOTHING
				: format("d MMM yyyy, HH:mm:ss", "dd.MM.yyyy HH:mm:ss", moment.atZone(this.zone));
	}

	public String day(@Nullable LocalDate day) {
		return (day == null) ? NOTHING : format("d MMM yyyy", "dd.MM.yyyy", day);
	}

	/** In two units, for example minutes and seconds. */
	public String length(@Nullable Duration length) {
		if (length == null) {
			return NOTHING;
		}
		long seconds = length.toSeconds();
		if (seconds >= SECONDS_OF_A_DAY) {
			return text("length.days", seconds / SECONDS_OF_A_DAY, seconds % SECONDS_OF_A_DAY / SECONDS_OF_AN_HOUR);
		}
		if (seconds >= SECONDS_OF_AN_HOUR) {
			return text("length.hours", seconds / SECONDS_OF_AN_HOUR,
					seconds % SECONDS_OF_AN_HOUR / SECONDS_OF_A_MINUTE);
		}
		if (seconds >= SECONDS_OF_A_MINUTE) {
			return text("length.minutes", seconds / SECONDS_OF_A_MINUTE, seconds % SECONDS_OF_A_MINUTE);
		}
		return text("length.seconds",
				(length.toMillis() < MILLIS_OF_A_SECOND) ? length.toMillis() / MILLIS_OF_A_SECOND : seconds);
	}

	/** A part of a whole as a share; nothing of nothing is no share. */
	public String share(long part, long whole) {
		return (whole == 0) ? NOTHING : text("share", Math.floorDiv(part * 100, whole));
	}

	/**
	 * The name of a code, or the code itself when there is none: a rule or a count may be
	 * newer than the texts.
	 */
	public String name(String group, @Nullable String code) {
		return (code == null) ? NOTHING : String
			.valueOf(this.texts.getMessage(group + "." + code, null, code, LocaleContextHolder.getLocale()));
	}

	/** A text of a problem in the reader's language. */
	public String text(ProblemTexts texts) {
		return switch (LocaleContextHolder.getLocale().getLanguage()) {
			case "ru" -> texts.ru();
			case "en" -> texts.en();
			default -> texts.kk();
		};
	}

	private String format(String english, String others, TemporalAccessor value) {
		Locale language = LocaleContextHolder.getLocale();
		return DateTimeFormatter.ofPattern(language.equals(Locale.ENGLISH) ? english : others, language).format(value);
	}

	private String text(String key, Object... values) {
		return this.texts.getMessage(key, values, LocaleContextHolder.getLocale());
	}

}
