package kz.kopir;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * The one clock and the one time zone of the gateway; everybody else gets them injected.
 */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

	private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

	/** Kazakhstan has had one time, UTC+5, since 2024-03-01. */
	private static final Instant AFTER_THE_CHANGE = Instant.parse("2024-03-02T00:00:00Z");

	/**
	 * The gateway's one clock.
	 * @param startsAt only for the rehearsal: what time it is in Almaty when the gateway
	 * starts, because the rehearsal school lives in one certain term
	 */
	@Bean
	@Primary
	Clock clock(@Value("${kopir.rehearsal.starts-at:}") @Nullable LocalDateTime startsAt) {
		Clock system = Clock.systemUTC();
		return (startsAt == null) ? system
				: Clock.offset(system, Duration.between(system.instant(), startsAt.atZone(ALMATY).toInstant()));
	}

	/**
	 * Real time, whatever time the rehearsal plays: servers speak of real time.
	 */
	@Bean
	Clock realClock() {
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
