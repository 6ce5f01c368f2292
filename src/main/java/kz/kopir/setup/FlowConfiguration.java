package kz.kopir.setup;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.call.Breakers;
import kz.kopir.call.Troubles;
import kz.kopir.classroom.Classroom;
import kz.kopir.journal.kundelik.Kundelik;
import kz.kopir.journal.kundelik.KundelikAuthorization;
import kz.kopir.mapping.Programs;
import kz.kopir.sync.RunLauncher;
import kz.kopir.problem.Problems;
import kz.kopir.zoom.MeetingStore;
import kz.kopir.zoom.PullMoments;
import kz.kopir.zoom.Zoom;
import kz.kopir.zoom.ZoomAuthorization;
import kz.kopir.zoom.ZoomStores;
import kz.kopir.zoom.webhook.ZoomWebhook;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AggregationStrategies;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What the routes refer to by name.
 */
@Configuration(proxyBeanMethods = false)
class FlowConfiguration {

	/** All mappings. */
	static final List<List<String>> PROGRAMS = List.of(Classroom.PROGRAMS, Kundelik.PROGRAMS, Zoom.PROGRAMS,
			ZoomWebhook.PROGRAMS);

	@Bean
	Programs programs(ResourceLoader resources, KopirSettings settings) {
		Programs programs = new Programs(resources, settings.mappings());
		PROGRAMS.forEach(programs::check);
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
				(request) -> signIn(camel::getObject, "direct:kundelik-sign-in", request), programs, troubles, breakers,
				settings.kundelik().windowDays(), zone);
	}

	@Bean
	ZoomAuthorization zoomAuthorization() {
		return new ZoomAuthorization();
	}

	@Bean
	PullMoments pullMoments(ZoneId zone) {
		return new PullMoments(zone);
	}

	@Bean
	Zoom zoom(KopirSettings settings, ResourceLoader resources, Programs programs, Breakers breakers,
			MeetingStore meetings, JdbcTemplate template, TransactionOperations transactions, PullMoments moments,
			Clock clock, ObjectProvider<CamelContext> camel) {
		return new Zoom(SchoolsConfiguration.zoomAccounts(settings, resources)::get,
				(account) -> signIn(camel::getObject, "direct:zoom-sign-in", account), programs, breakers,
				ZoomStores.of(meetings, template, transactions, clock), moments, clock);
	}

	@Bean
	ZoomWebhook zoomWebhook(KopirSettings settings, ResourceLoader resources, Programs programs, MeetingStore meetings,
			JdbcTemplate template, TransactionOperations transactions, Problems problems, Clock clock) {
		return new ZoomWebhook(SchoolsConfiguration.webhooks(settings, resources)::get, programs, meetings, template,
				transactions, problems, clock);
	}

	/**
	 * Camel would wrap the failure, and what may pass could not be told from a refusal.
	 */
	static JsonNode signIn(Supplier<CamelContext> camel, String route, Object request) throws IOException {
		Exchange exchange = camel.get().createFluentProducerTemplate().to(route).withBody(request).send();
		Exception failure = exchange.getException();
		if (failure instanceof IOException passing) {
			throw passing;
		}
		if (failure != null) {
			throw RuntimeCamelException.wrapRuntimeException(failure);
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
		return new RouteLauncher(camel);
	}

	static Thread daemon(Runnable task, String name) {
		Thread thread = new Thread(task, name);
		thread.setDaemon(true);
		return thread;
	}

}
