package kz.kopir.call;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The header {@code Retry-After} in all its forms: seconds, an HTTP date (RFC 9110
 * section 10.2.3), and the ISO date-time that some systems send.
 */
final class RetryAfter {

	private static final int MAX_DIGITS = 9;

	private RetryAfter() {
	}

	/**
	 * How long the server asks to wait.
	 * @return empty when the text is none of the forms; never negative
	 */
	static Optional<Duration> parse(String text, Clock clock) {
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
		try {
			return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
		}
		catch (DateTimeException notAnHttpDate) {
			try {
				return Optional.of(OffsetDateTime.parse(value).toInstant());
			}
			catch (DateTimeException notIsoEither) {
				return Optional.empty();
			}
		}
	}

}
