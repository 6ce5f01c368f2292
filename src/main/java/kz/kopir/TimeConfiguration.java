package kz.kopir;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The one clock and the one time zone of the gateway; everybody else gets them injected.
 */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

	private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

	/** Kazakhstan has had one time, UTC+5, since 2024-03-01. */
	private static final Instant AFTER_THE_CHANGE = Instant.parse("2024-03-02T00:00:00Z");

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	/**
	 * The zone in which lesson days are days.
	 * @throws IllegalStateException on a Java that is older than the rule
	 */
	@Bean
	ZoneId schoolZone() {
		if (!ALMATY.getRules().getOffset(AFTER_THE_CHANGE).equals(ZoneOffset.ofHours(5))) {
			throw new IllegalStateException("This Java does not know that Kazakhstan is at UTC+5 since 2024-03-01: "
					+ "marks could land on the wrong day. Install a Java of March 2024 or later "
					+ "(time zone data 2024a).");
		}
		return ALMATY;
	}

}
