package kz.kopir.setup;

import java.time.Clock;
import java.time.Duration;

import kz.kopir.call.BackOff;
import kz.kopir.call.Breakers;
import kz.kopir.call.Calls;
import kz.kopir.call.OutsideSystem;
import kz.kopir.call.Troubles;
import kz.kopir.classroom.Classroom;
import kz.kopir.journal.kundelik.Kundelik;
import kz.kopir.zoom.Zoom;
import org.apache.camel.Processor;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.spi.ComponentCustomizer;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How the gateway calls outside systems.
 */
@Configuration(proxyBeanMethods = false)
class CallsConfiguration {

	private static final int BREAKER_CALLS = 10;

	private static final float BREAKER_FAILURE_PERCENT = 80;

	private static final int CONNECTIONS = 100;

	@Bean
	Troubles troubles() {
		return new Troubles();
	}

	@Bean
	Breakers breakers(Troubles troubles, KopirSettings settings) {
		return new Breakers(troubles, BREAKER_CALLS, BREAKER_FAILURE_PERCENT, settings.retry().breakerPause());
	}

	@Bean
	BackOff backOff(Breakers breakers, KopirSettings settings, @Qualifier("realClock") Clock realClock) {
		return new BackOff(breakers, realClock, Duration.ofMillis(settings.retry().longestDelayMs()));
	}

	/** After a 401: the next attempt gets a new token. */
	@Bean
	Processor renewToken(BackOff backOff, Classroom classroom, Kundelik kundelik, Zoom zoom) {
		return (exchange) -> {
			backOff.process(exchange);
			Calls.tokenRenewed(exchange);
			switch (exchange.getProperty(Calls.SYSTEM, OutsideSystem.class)) {
				case CLASSROOM -> classroom.tokenRefused(exchange);
				case JOURNAL -> kundelik.tokenRefused(exchange);
				case ZOOM -> zoom.tokenRefused(exchange);
			}
		};
	}

	/**
	 * The HTTP client must not repeat or redirect by itself: repeats would be doubled and
	 * invisible, and a redirect could carry a token to another host.
	 */
	@Bean
	ComponentCustomizer httpComponent(KopirSettings settings) {
		return ComponentCustomizer.forType(HttpComponent.class, (component) -> configure(component, settings));
	}

	static void configure(HttpComponent component, KopirSettings settings) {
		HttpClientConfigurer plain = (
				builder) -> builder.disableAutomaticRetries().disableRedirectHandling().disableCookieManagement();
		component.setHttpClientConfigurer(plain);
		component.setConnectTimeout(settings.retry().connectTimeout().toMillis());
		component.setSoTimeout(settings.retry().responseTimeout().toMillis());
		component.setResponseTimeout(settings.retry().responseTimeout().toMillis());
		component.setMaxTotalConnections(CONNECTIONS);
		component.setConnectionsPerRoute(CONNECTIONS);
	}

	/** A route that is missing is an error at once, not after half a minute. */
	@Bean
	ComponentCustomizer directComponent() {
		return ComponentCustomizer.forType(DirectComponent.class, (component) -> component.setBlock(false));
	}

}
