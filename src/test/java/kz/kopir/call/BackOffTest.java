package kz.kopir.call;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class BackOffTest {

	private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

	private final Breakers breakers = new Breakers(new Troubles(), 2, 100, Duration.ofHours(1));

	private final BackOff backOff = new BackOff(this.breakers, NOON, Duration.ofSeconds(64));

	private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Retry-After | 7                                | 7000
			retry-after | 7                                | 7000
			Retry-After | 0                                | 0
			Retry-After | 65                               | 64000
			Retry-After | Fri, 20 Nov 2026 12:00:30 GMT    | 30000
			Retry-After | +999999999-12-31T23:59:59Z       | 64000
			""")
	void theNextAttemptWaitsAsTheServerAsksUpToTheLongestPause(String header, String value, long delay) {
		process(http(429, Map.of(header, value), null));
		assertThat(this.exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY)).isEqualTo(delay);
	}

	@Test
	void whatTheServerAskedBeforeIsForgotten() {
		process(http(429, Map.of("Retry-After", "7"), null));
		process(http(429, Map.of(), null));
		assertThat(this.exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY)).isNull();
		process(http(429, Map.of("Retry-After", "soon"), null));
		assertThat(this.exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY)).isNull();
		process(new IOException());
		assertThat(this.exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY)).isNull();
	}

	@Test
	void neitherBodyNorMessageOfAFailureIsLogged(CapturedOutput output) {
		process(http(400, Map.of(), "{\"description\":\"Сейтқали 8\"}"));
		process(new IOException("Сейтқали 8"));
		assertThat(output).contains("HTTP 400").contains("IOException").doesNotContain("Сейтқали");
	}

	@Test
	void theBreakerOfTheSystemIsTold() {
		this.exchange.setProperty(Calls.SYSTEM, OutsideSystem.JOURNAL);
		process(new IOException());
		process(new IOException());
		assertThatExceptionOfType(OutageException.class).isThrownBy(() -> this.breakers.enter(OutsideSystem.JOURNAL));
	}

	private void process(Exception failure) {
		this.exchange.setProperty(Exchange.EXCEPTION_CAUGHT, failure);
		this.backOff.process(this.exchange);
	}

	private static HttpOperationFailedException http(int status, Map<String, String> headers, @Nullable String body) {
		return new HttpOperationFailedException("http://localhost/", status, "", null, headers, body);
	}

}
