package kz.kopir.setup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import kz.kopir.doctor.Unusable;
import org.apache.camel.CamelContext;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternUtils;

/**
 * Some of the gateway's routes by themselves, as their files stand: those that only read.
 * What could write, and what runs by a schedule, is not even there.
 *
 * @param settings how calls are made
 * @param environment the values of placeholders
 * @param resources finds the files
 */
record ReadingRoutes(KopirSettings settings, Environment environment, ResourceLoader resources) {

	/**
	 * Starts routes.
	 * @param name of the context, for messages
	 * @param routes patterns of their ids, with commas between
	 * @param beans what they refer to
	 * @throws Unusable when a file of routes cannot be used
	 */
	CamelContext start(String name, String routes, Map<String, Object> beans) {
		DefaultCamelContext camel = new DefaultCamelContext();
		camel.getCamelContextExtension().setName(name);
		camel.disableJMX();
		camel.getShutdownStrategy().setTimeout(1);
		camel.getPropertiesComponent().addPropertiesSource(new Placeholders(this.environment));
		beans.forEach(camel.getRegistry()::bind);
		for (String scheme : List.of("http", "https")) {
			HttpComponent http = new HttpComponent();
			CallsConfiguration.configure(http, this.settings);
			camel.addComponent(scheme, http);
		}
		DirectComponent direct = new DirectComponent();
		direct.setBlock(false);
		camel.addComponent("direct", direct);
		camel.setRouteFilterPattern(routes, null);
		try {
			PluginHelper.getRoutesLoader(camel).loadRoutes(files());
			camel.start();
			return camel;
		}
		catch (Exception ex) {
			camel.stop();
			throw new Unusable("kopir.routes: the routes cannot be used. " + ex.getMessage(), ex);
		}
	}

	private List<Resource> files() throws IOException {
		ResourcePatternResolver resolver = ResourcePatternUtils.getResourcePatternResolver(this.resources);
		List<Resource> files = new ArrayList<>();
		for (String pattern : this.environment.getProperty("kopir.routes", "").split(",")) {
			for (org.springframework.core.io.Resource file : resolver.getResources(pattern.trim())) {
				files.add(ResourceHelper.fromBytes("file:" + file.getFilename(), file.getContentAsByteArray()));
			}
		}
		return files;
	}

	/** The settings as Camel asks for them. */
	private record Placeholders(Environment environment) implements PropertiesSource {

		@Override
		public String getName() {
			return "settings";
		}

		@Override
		public String getProperty(String key) {
			return this.environment.getProperty(key);
		}

	}

}
