package kz.kopir.console;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedRouteMBean;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * The routes by Camel's own model, with what Camel counts of them.
 */
@Component
class CamelRoutes {

	private static final Logger logger = LoggerFactory.getLogger(CamelRoutes.class);

	private final CamelContext camel;

	CamelRoutes(CamelContext camel) {
		this.camel = camel;
	}

	/** All routes by id. */
	List<RouteRow> all() {
		return definitions().stream().map(this::row).sorted(Comparator.comparing(RouteRow::id)).toList();
	}

	/** One route with its steps. */
	Optional<RouteDiagram> find(String id) {
		Map<String, String> byAddress = new HashMap<>();
		definitions().forEach(
				(route) -> byAddress.put(RouteStep.address(route.getInput().getEndpointUri()), route.getRouteId()));
		return definitions().stream()
			.filter((route) -> id.equals(route.getRouteId()))
			.findFirst()
			.map((route) -> new RouteDiagram(row(route), RouteStep.address(route.getInput().getEndpointUri()),
					RouteStep.of(route.getOutputs(), byAddress)));
	}

	/** Lets a route take work again. */
	void start(String id, String user) throws Exception {
		this.camel.getRouteController().startRoute(id);
		logger.info("route={} code=ROUTE_STARTED by={}", id, user);
	}

	/** Lets a route finish what it has begun, and take nothing more. */
	void stop(String id, String user) throws Exception {
		this.camel.getRouteController().stopRoute(id);
		logger.info("route={} code=ROUTE_STOPPED by={}", id, user);
	}

	private List<RouteDefinition> definitions() {
		return this.camel.getCamelContextExtension().getContextPlugin(Model.class).getRouteDefinitions();
	}

	private RouteRow row(RouteDefinition route) {
		String id = route.getRouteId();
		ServiceStatus status = this.camel.getRouteController().getRouteStatus(id);
		String description = route.getDescriptionText();
		return new RouteRow(id, (description != null) ? description : "", status == ServiceStatus.Started, counts(id));
	}

	private @Nullable RouteCounts counts(String id) {
		ManagedCamelContext managed = this.camel.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
		ManagedRouteMBean route = (managed != null) ? managed.getManagedRoute(id) : null;
		try {
			return (route != null)
					? new RouteCounts(route.getExchangesTotal(), route.getExchangesFailed(),
							route.getExchangesInflight(),
							(route.getExchangesTotal() > 0) ? Duration.ofMillis(route.getMeanProcessingTime()) : null)
					: null;
		}
		catch (Exception ex) {
			throw new IllegalStateException("What Camel counts of route " + id + " cannot be read.", ex);
		}
	}

	/**
	 * A route.
	 *
	 * @param id its id
	 * @param description what it is for, in English
	 * @param started whether it takes work
	 * @param counts what was counted, null when Camel counts nothing
	 */
	record RouteRow(String id, String description, boolean started, @Nullable RouteCounts counts) {
	}

	/**
	 * What Camel has counted of a route since the start.
	 *
	 * @param exchanges how often it was gone through
	 * @param failed of these: ended with a failure
	 * @param inFlight under way now
	 * @param mean how long it takes on average, null before the first time
	 */
	record RouteCounts(long exchanges, long failed, long inFlight, @Nullable Duration mean) {
	}

	/**
	 * A route with its steps.
	 *
	 * @param route the route
	 * @param from where it takes its work from
	 * @param steps what it does with it
	 */
	record RouteDiagram(RouteRow route, String from, List<RouteStep> steps) {
	}

}
