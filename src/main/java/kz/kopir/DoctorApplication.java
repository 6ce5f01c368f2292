package kz.kopir;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import kz.kopir.doctor.DoctorCommand;
import kz.kopir.setup.DoctorSetup;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * The command {@code doctor}: reads the settings as the gateway does and starts nothing
 * of it, neither schedules nor database nor web server.
 */
final class DoctorApplication {

	private static final String FOLDER = "--kopir.rehearsal.folder=";

	private static final String LOGGING = "--logging.config=";

	private DoctorApplication() {
	}

	/**
	 * Looks at everything and tells it.
	 * @param arguments what stands after the command
	 * @param out where it is printed
	 * @return the exit code: 0 when all is well, 1 with warnings, 2 when something is
	 * wrong
	 * @throws IOException if no temporary folder can be had
	 */
	static int run(String[] arguments, PrintStream out) throws IOException {
		DoctorCommand command;
		try {
			command = DoctorCommand.of(arguments);
		}
		catch (IllegalArgumentException ex) {
			out.println(ex.getMessage());
			return 2;
		}
		Path folder = Files.createTempDirectory("kopir-doctor-rehearsal");
		try (ConfigurableApplicationContext context = context(command, folder);
				DoctorSetup setup = DoctorSetup.of(context.getEnvironment(), context, context.getBean(Clock.class),
						context.getBean("realClock", Clock.class))) {
			return command.run(setup.doctor(), out);
		}
		finally {
			FileSystemUtils.deleteRecursively(folder);
		}
	}

	/**
	 * The rehearsal, if there is one, gets a folder of its own: another one may be at
	 * work in the usual one.
	 */
	private static ConfigurableApplicationContext context(DoctorCommand command, Path folder) {
		List<String> settings = new ArrayList<>(command.settings());
		if (settings.stream().noneMatch((setting) -> setting.startsWith(FOLDER))) {
			settings.add(FOLDER + folder);
		}
		if (settings.stream().noneMatch((setting) -> setting.startsWith(LOGGING))) {
			settings.add(LOGGING + "classpath:logback-doctor.xml");
		}
		SpringApplication application = new SpringApplication(TimeConfiguration.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setBannerMode(Banner.Mode.OFF);
		application.setLogStartupInfo(false);
		application.setRegisterShutdownHook(false);
		// a Java that does not know the zone shall be told by its check
		application.setLazyInitialization(true);
		return application.run(settings.toArray(String[]::new));
	}

}
