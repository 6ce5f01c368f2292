package kz.kopir.rehearsal;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

import kz.kopir.rehearsal.google.ClassroomSettings;
import kz.kopir.rehearsal.kundelik.KundelikSettings;

/**
 * The rehearsal school as a process of its own, so that a gateway or any other client can
 * be pointed at it.
 */
public final class RehearsalServers {

	private static final String SETTINGS_FILE = "gateway.properties";

	private static final List<String> OPTIONS = List.of("pupils", "seed", "now", "folder", "classroom-port",
			"kundelik-port", "zoom-port", "gmail-port", "page-size", "page-quirks", "mark-repost", "edit-period-days");

	private static final int HIGHEST_PORT = 65_535;

	private RehearsalServers() {
	}

	/**
	 * Starts the stand-ins and says where they are.
	 * @param arguments {@code --name=value} for each of the options, all of them optional
	 * @throws IllegalArgumentException when an argument is not understood; the message
	 * says which and lists the options
	 * @throws UncheckedIOException when a port is taken or the folder cannot be written;
	 * the message says what to do
	 */
	public static Rehearsal start(String[] arguments, PrintStream console) {
		Map<String, String> options = options(arguments);
		RehearsalSettings usual = RehearsalSettings.defaults();
		RehearsalSettings settings = new RehearsalSettings(number(options, "seed", usual.seed()),
				size(options, "pupils", usual.pupils()), now(options, usual.now()),
				Path.of(options.getOrDefault("folder", usual.folder().toString())),
				port(options, "classroom-port", 8091), port(options, "kundelik-port", 8092),
				port(options, "zoom-port", 8093), port(options, "gmail-port", 8094));
		ClassroomSettings classroom = ClassroomSettings.defaults();
		KundelikSettings kundelik = KundelikSettings.defaults();
		KundelikSettings.Switches switches = kundelik.switches()
			.withMarkRepost(markRepost(options))
			.withEditPeriodDays(size(options, "edit-period-days", 0));
		Rehearsal rehearsal = Rehearsal.start(settings,
				classroom.withPages(size(options, "page-size", classroom.pageSize()),
						Boolean.parseBoolean(options.getOrDefault("page-quirks", "false"))),
				kundelik.withSwitches(switches));
		Path file = writeSettings(rehearsal);
		console
			.printf("Rehearsal school with %d pupils.%n  Classroom and Google's token endpoint: %s%n  Kundelik: %s%n  Zoom: %s%n"
					+ "  Gmail, and the mails to read: %s/%n  Keys, tables and settings for a gateway: %s%n  Requests, faults: %s/_rehearsal/%n"
					+ "Point a gateway at it with --kopir.rehearsal.embedded=false --spring.config.additional-location=file:%s%n"
					+ "Ctrl-C ends it; its state ends with it.%n", rehearsal.world().pupils().size(),
					rehearsal.classroom().url(), rehearsal.kundelik().url(), rehearsal.zoom().url(),
					rehearsal.gmail().url(), rehearsal.folder(), rehearsal.classroom().url(), file);
		return rehearsal;
	}

	private static Path writeSettings(Rehearsal rehearsal) {
		Path file = rehearsal.folder().resolve(SETTINGS_FILE);
		Properties properties = new Properties();
		properties.putAll(rehearsal.gatewaySettings());
		try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
			properties.store(writer, "Points a gateway at the rehearsal school; no credential is real");
			return file;
		}
		catch (IOException ex) {
			rehearsal.close();
			throw new UncheckedIOException("The settings for a gateway cannot be written to " + file + ".", ex);
		}
	}

	private static Map<String, String> options(String[] arguments) {
		Map<String, String> options = new TreeMap<>();
		for (String argument : arguments) {
			int equals = argument.indexOf('=');
			String name = (argument.startsWith("--") && equals > 0) ? argument.substring(2, equals) : "";
			if (!OPTIONS.contains(name)) {
				throw new IllegalArgumentException("The rehearsal does not know the argument " + argument
						+ ". It takes --<name>=<value> for " + String.join(", ", OPTIONS) + ".");
			}
			options.put(name, argument.substring(equals + 1));
		}
		return options;
	}

	private static int port(Map<String, String> options, String name, int usual) {
		int port = size(options, name, usual);
		if (port > HIGHEST_PORT) {
			throw new IllegalArgumentException(
					"--" + name + " takes a port from 0 (any that is free) to " + HIGHEST_PORT + ", not " + port + ".");
		}
		return port;
	}

	private static int size(Map<String, String> options, String name, int usual) {
		long number = number(options, name, usual);
		if (number < 0 || number > Integer.MAX_VALUE) {
			throw new IllegalArgumentException(
					"--" + name + " takes a whole number from 0 to " + Integer.MAX_VALUE + ", not " + number + ".");
		}
		return (int) number;
	}

	private static LocalDateTime now(Map<String, String> options, LocalDateTime usual) {
		String text = options.getOrDefault("now", usual.toString());
		try {
			return LocalDateTime.parse(text);
		}
		catch (DateTimeParseException ex) {
			throw new IllegalArgumentException(
					"--now takes a day and a time in Almaty like " + usual + ", not " + text + ".", ex);
		}
	}

	private static KundelikSettings.MarkRepost markRepost(Map<String, String> options) {
		String text = options.getOrDefault("mark-repost", "overwrite");
		return Arrays.stream(KundelikSettings.MarkRepost.values())
			.filter((one) -> one.name().equalsIgnoreCase(text))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("--mark-repost takes one of "
					+ Arrays.toString(KundelikSettings.MarkRepost.values()).toLowerCase(Locale.ROOT) + ", not " + text
					+ "."));
	}

	private static long number(Map<String, String> options, String name, long usual) {
		String text = options.get(name);
		if (text == null) {
			return usual;
		}
		try {
			return Long.parseLong(text);
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("--" + name + " takes a whole number, not " + text + ".", ex);
		}
	}

}
