package kz.kopir.call;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The header {@code Retry-After} in all its forms: seconds, an HTTP date (RFC 9110
 * sections 5.6.7 and 10.2.3), and the ISO date-time that some systems send.
 */
public final class RetryAfter {

	private static final int MAX_DIGITS = 9;

	/**
	 * The date of today's servers and the two older ones that a client must still read.
	 */
	private static final List<DateTimeFormatter> DATES = List.of(DateTimeFormatter.RFC_1123_DATE_TIME,
			DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss zzz", Locale.US),
			DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US).withZone(ZoneOffset.UTC),
			DateTimeFormatter.ISO_OFFSET_DATE_TIME);

	private RetryAfter() {
	}

	/**
	 * How long the server asks to wait.
	 * @return empty when the text is none of the forms; never negative
	 */
	public static Optional<Duration> parse(String text, Clock clock) {
		String value = text.trim();
		if (!value.isEmpty() && value.length() <= MAX_DIGITS && value.chars().allMatch(Character::isDigit)) {
			return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
		}
		return moment(value).map((moment) -> {
			Duration wait = Duration.between(clock.instant(), moment);
			return wait.isNegative() ? Duration.ZERO : wait;
		});
	}

	private static Optional<Instant> moment(String value) {
		for (DateTimeFormatter date : DATES) {
			Optional<Instant> moment = moment(value, date);
			if (moment.isPresent()) {
				return moment;
			}
		}
		return Optional.empty();
	}

	private static Optional<Instant> moment(String value, DateTimeFormatter date) {
		try {
			return Optional.of(date.parse(value, Instant::from));
		}
		catch (DateTimeException notOfThisForm) {
			return Optional.empty();
		}
	}

}
