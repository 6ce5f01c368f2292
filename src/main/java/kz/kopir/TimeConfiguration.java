package kz.kopir;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import kz.kopir.rehearsal.RehearsalClock;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
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
	 * The gateway's one clock. The rehearsal school lives in one certain term: with a
	 * rehearsal in this process its clock counts, which somebody may move forward.
	 * @param rehearsal the clock of the rehearsal in this process, if there is one
	 * @param startsAt for a rehearsal in another process: what time it is in Almaty when
	 * the gateway starts
	 */
	@Bean
	@Primary
	Clock clock(ObjectProvider<RehearsalClock> rehearsal,
			@Value("${kopir.rehearsal.starts-at:}") @Nullable LocalDateTime startsAt) {
		RehearsalClock moved = rehearsal.getIfAvailable();
		if (moved != null) {
			return moved;
		}
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
