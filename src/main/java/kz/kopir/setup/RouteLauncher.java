package kz.kopir.setup;

import java.util.function.Consumer;

import kz.kopir.call.Calls;
import kz.kopir.sync.RunLauncher;
import kz.kopir.sync.RunOrder;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Lets the route of a flow carry out its runs: {@code direct:classroom-run} for
 * {@code classroom}. The web server takes requests a moment before the routes run; a run
 * begun then would never come to its end.
 */
final class RouteLauncher implements RunLauncher {

	private final ObjectProvider<CamelContext> camel;

	RouteLauncher(ObjectProvider<CamelContext> camel) {
		this.camel = camel;
	}

	@Override
	public boolean isReady() {
		return this.camel.getObject().isStarted();
	}

	@Override
	public void launch(RunOrder order, Consumer<Exception> failed) {
		FlowConfiguration.daemon(() -> {
			Exchange exchange = this.camel.getObject()
				.createFluentProducerTemplate()
				.to("direct:" + order.run().flow() + "-run")
				.withExchangeProperty(Calls.RUN, order.run())
				.withBody(order)
				.send();
			if (exchange.getException() != null) {
				failed.accept(exchange.getException());
			}
		}, "run-" + order.run().flow() + "-" + order.run().school()).start();
	}

}
