package kz.kopir.crash;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command that starts our classes in a JVM that is quick to start: without the
 * optimising compiler, and with an archive of loaded classes once there is one. The JVM
 * takes such an archive for jars only, so our classes are put into one.
 */
final class GatewayJvm {

	/** What only tests need; the gateway must start without it. */
	private static final Pattern ONLY_FOR_TESTS = Pattern
		.compile(".*/(test-classes|org/junit|net/jqwik|archunit|mockito|assertj|io/zonky|spring-test|spring-boot-test"
				+ "|camel-test|surefire|hamcrest|swagger|google-api-services-classroom|json-schema-validator).*");

	private static final Path CLASSES = Path.of("target", "classes").toAbsolutePath();

	private static final Path ARCHIVE = Path.of("target", "crash", "kopir.jsa").toAbsolutePath();

	private static final String CLASS_PATH = classPath();

	private GatewayJvm() {
	}

	static List<String> java() {
		return Files.exists(ARCHIVE) ? command("-XX:SharedArchiveFile=" + ARCHIVE) : command();
	}

	/** The same, which leaves an archive of its classes when it ends in order. */
	static List<String> archivingJava() {
		try {
			Files.deleteIfExists(ARCHIVE);
			return command("-XX:ArchiveClassesAtExit=" + ARCHIVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> command(String... options) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-Xshare:auto", "-XX:+UseSerialGC", "-Xmx256m", "-Xlog:disable", "-Xlog:all=error:stderr"));
		command.addAll(List.of(options));
		command.addAll(List.of("-cp", CLASS_PATH));
		return command;
	}

	private static String classPath() {
		String here = Path.of("").toAbsolutePath().toString();
		String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		String libraries = Arrays.stream(all.split(File.pathSeparator))
			.filter((entry) -> !Path.of(entry).toAbsolutePath().equals(CLASSES))
			.filter((entry) -> !ONLY_FOR_TESTS.matcher(entry.replace(here, "").replace('\\', '/')).matches())
			.collect(Collectors.joining(File.pathSeparator));
		return jar() + File.pathSeparator + libraries;
	}

	private static Path jar() {
		try {
			Files.createDirectories(ARCHIVE.getParent());
			Path jar = ARCHIVE.resolveSibling("kopir-classes.jar");
			try (OutputStream file = Files.newOutputStream(jar);
					JarOutputStream out = new JarOutputStream(file);
					Stream<Path> paths = Files.walk(CLASSES)) {
				for (Path path : paths.filter((one) -> !one.equals(CLASSES)).sorted().toList()) {
					String name = CLASSES.relativize(path).toString().replace('\\', '/');
					boolean folder = Files.isDirectory(path);
					out.putNextEntry(new JarEntry(folder ? name + "/" : name));
					if (!folder) {
						Files.copy(path, out);
					}
				}
			}
			return jar;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
