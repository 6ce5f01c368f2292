package kz.kopir.zoom.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A date and time as a report writes it. They follow the downloader's profile, so there
 * are many forms; which of two numbers is the day may be open until the whole file is
 * known.
 *
 * @param first the first number if the order is open, else the day
 * @param second the second number if the order is open, else the month
 * @param year the year
 * @param open whether day and month are still to be told apart
 * @param time time of day
 */
record ReportDate(int first, int second, int year, boolean open, LocalTime time) {

	private static final String TIME = "(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*([AaPp])?\\.?(?:[Mm]\\.?)?";

	private static final Pattern NUMBERS = Pattern
		.compile("(\\d{1,4})([./-])(\\d{1,2})[./-](\\d{1,4})[,T]?\\s+" + TIME);

	private static final Pattern WORDS = Pattern.compile("([A-Za-z]{3,9})\\.? (\\d{1,2}),? (\\d{4}),?\\s+" + TIME);

	private static final int YEAR_DIGITS = 4;

	private static final int MONTHS = 12;

	private static final int NOON = 12;

	/** Reads a cell; empty when it is none. */
	static Optional<ReportDate> parse(String cell) {
		String text = cell.strip();
		Matcher numbers = NUMBERS.matcher(text);
		try {
			if (numbers.matches()) {
				return Optional.of(ofNumbers(numbers));
			}
			Matcher words = WORDS.matcher(text);
			if (words.matches()) {
				int month = month(words.group(1));
				return Optional.of(new ReportDate(Integer.parseInt(words.group(2)), month,
						Integer.parseInt(words.group(3)), false, time(words, 4)));
			}
			return Optional.empty();
		}
		catch (DateTimeException | NumberFormatException notATime) {
			return Optional.empty();
		}
	}

	private static ReportDate ofNumbers(Matcher numbers) {
		LocalTime time = time(numbers, 5);
		int first = Integer.parseInt(numbers.group(1));
		int second = Integer.parseInt(numbers.group(3));
		int third = Integer.parseInt(numbers.group(4));
		if (numbers.group(1).length() == YEAR_DIGITS) {
			return new ReportDate(third, second, first, false, time);
		}
		if (numbers.group(4).length() != YEAR_DIGITS) {
			throw new DateTimeException("no year of four digits");
		}
		return new ReportDate(first, second, third, !numbers.group(2).equals("."), time);
	}

	/** Some write 24 hours with AM or PM behind: an hour above 12 tells. */
	private static LocalTime time(Matcher matcher, int group) {
		int hour = Integer.parseInt(matcher.group(group));
		String half = matcher.group(group + 3);
		if (half != null && hour >= 1 && hour <= NOON) {
			hour = hour % NOON + (half.equalsIgnoreCase("p") ? NOON : 0);
		}
		String seconds = matcher.group(group + 2);
		return LocalTime.of(hour, Integer.parseInt(matcher.group(group + 1)),
				(seconds != null) ? Integer.parseInt(seconds) : 0);
	}

	private static int month(String word) {
		for (Month month : Month.values()) {
			if (month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)
				.toLowerCase(Locale.ROOT)
				.startsWith(word.toLowerCase(Locale.ROOT))) {
				return month.getValue();
			}
		}
		throw new DateTimeException("no month");
	}

	/** Which order this date alone allows; null when both. */
	@Nullable DateOrder only() {
		if (this.open && this.first > MONTHS) {
			return DateOrder.DAY_FIRST;
		}
		return (this.open && this.second > MONTHS) ? DateOrder.MONTH_FIRST : null;
	}

	/** The moment in the downloader's zone; empty when there is no such day. */
	Optional<LocalDateTime> at(DateOrder order) {
		boolean dayFirst = !this.open || order == DateOrder.DAY_FIRST;
		try {
			return Optional
				.of(LocalDate.of(this.year, dayFirst ? this.second : this.first, dayFirst ? this.first : this.second)
					.atTime(this.time));
		}
		catch (DateTimeException noSuchDay) {
			return Optional.empty();
		}
	}

}
