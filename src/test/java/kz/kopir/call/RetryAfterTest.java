package kz.kopir.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTest {

	private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0                              | PT0S
			7                              | PT7S
			' 120 '                        | PT2M
			999999999                      | PT277777H46M39S
			Fri, 20 Nov 2026 12:00:30 GMT  | PT30S
			Friday, 20-Nov-26 12:00:30 GMT | PT30S
			Fri Nov 20 12:00:30 2026       | PT30S
			Sun Dec  6 12:00:00 2026       | PT384H
			2026-11-20T12:01:00Z           | PT1M
			2026-11-20T17:01:00+05:00      | PT1M
			2026-11-20T12:00:00.250Z       | PT0.25S
			Fri, 20 Nov 2026 11:00:00 GMT  | PT0S
			1999-01-01T00:00:00Z           | PT0S
			""")
	void theServerMaySayItInManyForms(String text, Duration wait) {
		assertThat(RetryAfter.parse(text, NOON)).contains(wait);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "soon", "-5", "1.5", "99999999999", "1e3", "2026-11-20", "2026-11-20T12:00:00",
			"Fri, 32 Nov 2026 12:00:30 GMT", "null" })
	void nonsenseIsNoAnswer(String text) {
		assertThat(RetryAfter.parse(text, NOON)).isEmpty();
	}

}
