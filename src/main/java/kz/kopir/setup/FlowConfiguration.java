package kz.kopir.setup;

import java.time.ZoneId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.call.Breakers;
import kz.kopir.call.Calls;
import kz.kopir.call.Troubles;
import kz.kopir.classroom.Classroom;
import kz.kopir.journal.kundelik.Kundelik;
import kz.kopir.journal.kundelik.KundelikAuthorization;
import kz.kopir.mapping.Programs;
import kz.kopir.sync.RunLauncher;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AggregationStrategies;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;

/**
 * What the routes refer to by name.
 */
@Configuration(proxyBeanMethods = false)
class FlowConfiguration {

	@Bean
	Programs programs(ResourceLoader resources, KopirSettings settings) {
		Programs programs = new Programs(resources, settings.mappings());
		programs.check(Classroom.PROGRAMS);
		programs.check(Kundelik.PROGRAMS);
		return programs;
	}

	@Bean
	Classroom classroom(KopirSettings settings, Programs programs, Breakers breakers) {
		return new Classroom(SchoolsConfiguration.googleAccounts(settings), programs, breakers);
	}

	@Bean
	KundelikAuthorization kundelikAuthorization() {
		return new KundelikAuthorization();
	}

	@Bean
	Kundelik kundelik(KopirSettings settings, Programs programs, Troubles troubles, Breakers breakers, ZoneId zone,
			ObjectProvider<CamelContext> camel) {
		return new Kundelik(SchoolsConfiguration.journalAccounts(settings),
				(request) -> signIn(camel.getObject(), request), programs, troubles, breakers,
				settings.kundelik().windowDays(), zone);
	}

	/**
	 * The failure comes back as it is: wrapped in Camel's own it would not be seen that
	 * it may pass, or that the sign-in is refused.
	 */
	private static JsonNode signIn(CamelContext camel, JsonNode request) {
		Exchange exchange = camel.createFluentProducerTemplate().to("direct:kundelik-sign-in").withBody(request).send();
		Exception failure = exchange.getException();
		if (failure instanceof IOException passing) {
			throw new UncheckedIOException(passing);
		}
		if (failure instanceof RuntimeException refused) {
			throw refused;
		}
		if (failure != null) {
			throw new IllegalStateException("The sign-in to Kundelik failed.", failure);
		}
		return exchange.getMessage().getBody(JsonNode.class);
	}

	@Bean(destroyMethod = "shutdownNow")
	ExecutorService classGroupThreads(KopirSettings settings) {
		AtomicInteger number = new AtomicInteger();
		return Executors.newFixedThreadPool(settings.parallelism(),
				(task) -> daemon(task, "class-group-" + number.incrementAndGet()));
	}

	@Bean
	AggregationStrategy inOneList() {
		return AggregationStrategies.groupedBody();
	}

	@Bean
	RunLauncher runLauncher(ObjectProvider<CamelContext> camel) {
		return (order) -> daemon(() -> camel.getObject()
			.createFluentProducerTemplate()
			.to("direct:classroom-run")
			.withExchangeProperty(Calls.RUN, order.run())
			.withBody(order)
			.send(), "run-" + order.run().school()).start();
	}

	private static Thread daemon(Runnable task, String name) {
		Thread thread = new Thread(task, name);
		thread.setDaemon(true);
		return thread;
	}

}
