package kz.kopir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;

import kz.kopir.rehearsal.Rehearsal;
import kz.kopir.rehearsal.RehearsalSettings;

import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts the rehearsal school within the gateway when {@code kopir.rehearsal.embedded}
 * says so, and points the gateway at it. The school lives as long as the process, so the
 * gateway's memory of it, the database, begins anew with it.
 */
class RehearsalInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		ConfigurableEnvironment environment = context.getEnvironment();
		if (!environment.getProperty("kopir.rehearsal.embedded", Boolean.class, false)) {
			return;
		}
		RehearsalSettings usual = RehearsalSettings.defaults();
		RehearsalSettings settings = new RehearsalSettings(
				environment.getProperty("kopir.rehearsal.seed", Long.class, usual.seed()),
				environment.getProperty("kopir.rehearsal.pupils", Integer.class, usual.pupils()),
				LocalDateTime.parse(environment.getProperty("kopir.rehearsal.starts-at", usual.now().toString())),
				Path.of(environment.getProperty("kopir.rehearsal.folder", usual.folder().toString())),
				environment.getProperty("kopir.rehearsal.classroom-port", Integer.class, usual.classroomPort()),
				environment.getProperty("kopir.rehearsal.kundelik-port", Integer.class, usual.kundelikPort()),
				environment.getProperty("kopir.rehearsal.zoom-port", Integer.class, usual.zoomPort()),
				environment.getProperty("kopir.rehearsal.gmail-port", Integer.class, usual.gmailPort()));
		Rehearsal rehearsal = Rehearsal.start(settings);
		Map<String, Object> properties = new HashMap<>(rehearsal.gatewaySettings());
		if (environment.getProperty("kopir.rehearsal.fresh-database", Boolean.class, false)) {
			properties.put("kopir.database.url", "jdbc:sqlite:" + freshDatabase(rehearsal.folder()));
		}
		environment.getPropertySources().addFirst(new MapPropertySource("rehearsal", properties));
		context.getBeanFactory().registerSingleton("rehearsal", rehearsal);
		context.getBeanFactory().registerSingleton("rehearsalClock", rehearsal.clock());
		// the stand-ins outlive the routes, so that a run under way can end in peace
		((DefaultSingletonBeanRegistry) context.getBeanFactory()).registerDisposableBean("rehearsal", rehearsal::close);
	}

	private static Path freshDatabase(Path folder) {
		try {
			for (String name : new String[] { "kopir.db", "kopir.db-wal", "kopir.db-shm" }) {
				Files.deleteIfExists(folder.resolve(name));
			}
			return folder.resolve("kopir.db");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(
					"The rehearsal's database in " + folder + " cannot be begun anew. Is another "
							+ "rehearsal running? Stop it, or name another folder with kopir.rehearsal.folder.",
					ex);
		}
	}

}
