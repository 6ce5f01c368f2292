package kz.kopir.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Java process that is measured from outside, by Linux' {@code /proc} and its own log
 * of garbage collections.
 */
final class JavaProcess implements AutoCloseable {

	/** Clock ticks of {@code /proc} in a second; 100 on every usual Linux. */
	private static final int TICKS_PER_SECOND = 100;

	private static final Pattern COLLECTION = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\(\\d+M\\)");

	private final Process process;

	private final Path log;

	private final Path collections;

	private JavaProcess(Process process, Path log, Path collections) {
		this.process = process;
		this.log = log;
		this.collections = collections;
	}

	/**
	 * Starts a main class with this process' class path.
	 * @param heapMegabytes the highest heap
	 * @param environment additional variables; for what must not stand on a command line
	 */
	static JavaProcess start(Path folder, String name, int heapMegabytes, Map<String, String> environment,
			Class<?> main, List<String> arguments) throws IOException {
		Path log = folder.resolve(name + ".log");
		Path collections = folder.resolve(name + ".gc.log");
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
						"-Xmx" + heapMegabytes + "m", "-XX:+ExitOnOutOfMemoryError", "-Xlog:gc:file=" + collections));
		String options = System.getenv("BENCHMARK_JVM_" + name.toUpperCase(Locale.ROOT).replace('-', '_'));
		if (options != null) {
			command.addAll(List.of(options.split(" ")));
		}
		command.addAll(List.of("-cp", classPath(main), main.getName()));
		command.addAll(arguments);
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile());
		builder.environment().putAll(environment);
		return new JavaProcess(builder.start(), log, collections);
	}

	/**
	 * The gateway does not get to see the tests' settings, which stand in the class path.
	 */
	private static String classPath(Class<?> main) {
		String all = System.getProperty("java.class.path");
		boolean ours = main.getPackage().equals(JavaProcess.class.getPackage());
		return ours ? all
				: Stream.of(all.split(File.pathSeparator))
					.filter((part) -> !part.endsWith("test-classes"))
					.collect(Collectors.joining(File.pathSeparator));
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	/** For what is said to it line by line. */
	Process process() {
		return this.process;
	}

	/**
	 * What it wrote to its output so far.
	 */
	String output() throws IOException {
		return Files.exists(this.log) ? Files.readString(this.log) : "";
	}

	/**
	 * Waits until its output holds a text.
	 * @throws IllegalStateException when it ends before, or does not say it in time
	 */
	String awaitOutput(String text, int timeoutSeconds) throws IOException, InterruptedException {
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(timeoutSeconds);
		while (System.nanoTime() < deadline) {
			String output = output();
			if (output.contains(text)) {
				return output;
			}
			if (!isAlive()) {
				throw new IllegalStateException("The process ended before it said '" + text + "'. See " + this.log);
			}
			TimeUnit.MILLISECONDS.sleep(20);
		}
		throw new IllegalStateException(
				"The process did not say '" + text + "' within " + timeoutSeconds + " s. See " + this.log);
	}

	/** Processor time that it used so far, in milliseconds. */
	long cpuMillis() throws IOException {
		String stat = Files.readString(proc("stat"));
		String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
		return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 1000 / TICKS_PER_SECOND;
	}

	/** Begins to watch the peak of resident memory anew. */
	void resetPeak() throws IOException {
		Files.writeString(proc("clear_refs"), "5");
	}

	/** Peak of resident memory since the last reset, in megabytes. */
	long peakMegabytes() throws IOException {
		return Files.readAllLines(proc("status"))
			.stream()
			.filter((line) -> line.startsWith("VmHWM:"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
			.findFirst()
			.orElseThrow();
	}

	/** How many lines the log of collections has. */
	long collectionLines() throws IOException {
		try (Stream<String> lines = Files.lines(this.collections)) {
			return lines.count();
		}
	}

	/**
	 * The most heap that was left in use by a collection, in megabytes.
	 * @param fromLine line of the log after which to look
	 */
	long mostHeapAfterCollection(long fromLine) throws IOException {
		try (Stream<String> lines = Files.lines(this.collections)) {
			return lines.skip(fromLine)
				.map(COLLECTION::matcher)
				.filter(Matcher::find)
				.mapToLong((matcher) -> Long.parseLong(matcher.group(2)))
				.max()
				.orElse(0);
		}
	}

	private Path proc(String file) {
		return Path.of("/proc", String.valueOf(this.process.pid()), file);
	}

	@Override
	public void close() throws InterruptedException {
		this.process.destroy();
		if (!this.process.waitFor(20, TimeUnit.SECONDS)) {
			this.process.destroyForcibly().waitFor();
		}
	}

}
