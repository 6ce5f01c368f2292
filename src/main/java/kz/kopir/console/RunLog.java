package kz.kopir.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import kz.kopir.run.Run;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Reads from the log what it says of a run or of a route. The log holds ids and codes,
 * never names, marks or addresses, so it may be shown to everybody who may sign in.
 */
@Component
class RunLog {

	/** Lines that are shown; the earlier ones are only counted. */
	static final int SHOWN = 400;

	private final Path file;

	private final ZoneId zone;

	RunLog(@Value("${kopir.log-file}") Path file, ZoneId zone) {
		this.file = file;
		this.zone = zone;
	}

	/**
	 * What a run did. A log that was put aside while it went on is read, too.
	 */
	RunLogView ofRun(Run run) {
		LocalDate first = LocalDate.ofInstant(run.startedAt(), this.zone).minusDays(1);
		LocalDate last = (run.endedAt() != null) ? LocalDate.ofInstant(run.endedAt(), this.zone).plusDays(1) : null;
		Pattern named = Pattern.compile("\\brun(?:=|\":\\s*\")" + Pattern.quote(run.id()) + "(?![\\w-])");
		return read(named, putAside(first, last));
	}

	/** What was said of a route lately. */
	RunLogView ofRoute(String route) {
		return read(Pattern.compile("\\broute(?:=|\":\\s*\")" + Pattern.quote(route) + "(?![\\w-])"), List.of());
	}

	private RunLogView read(Pattern named, List<Path> putAside) {
		Lines lines = new Lines(named);
		List<Path> files = new ArrayList<>(putAside);
		files.add(this.file);
		for (Path one : files) {
			if (Files.isReadable(one)) {
				read(one, lines);
			}
		}
		return new RunLogView(this.file.toString(), List.copyOf(lines.shown), lines.left, lines.steps.list());
	}

	private static void read(Path file, Lines lines) {
		try (InputStream stream = Files.newInputStream(file);
				BufferedReader reader = new BufferedReader(
						new InputStreamReader(file.toString().endsWith(".gz") ? new GZIPInputStream(stream) : stream,
								StandardCharsets.UTF_8))) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				lines.take(line);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The log " + file + " cannot be read. May this user read it?", ex);
		}
	}

	/** Logs are put aside as {@code <file>.<day>.<number>.gz}. */
	private List<Path> putAside(LocalDate first, @Nullable LocalDate last) {
		Path folder = this.file.toAbsolutePath().getParent();
		if (folder == null || !Files.isDirectory(folder)) {
			return List.of();
		}
		Pattern name = Pattern
			.compile(Pattern.quote(this.file.getFileName().toString()) + "\\.(\\d{4}-\\d\\d-\\d\\d)\\.(\\d+)\\.gz");
		try (Stream<Path> files = Files.list(folder)) {
			return files.map((path) -> Aside.of(path, name.matcher(path.getFileName().toString())))
				.filter((aside) -> aside != null && !aside.day.isBefore(first)
						&& (last == null || !aside.day.isAfter(last)))
				.sorted(Comparator.<Aside, LocalDate>comparing((aside) -> aside.day)
					.thenComparing((aside) -> aside.number))
				.map((aside) -> aside.path)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The folder of the log cannot be listed. May this user read it?", ex);
		}
	}

	private record Aside(Path path, LocalDate day, int number) {

		static @Nullable Aside of(Path path, Matcher name) {
			return name.matches() ? new Aside(path, LocalDate.parse(name.group(1)), Integer.parseInt(name.group(2)))
					: null;
		}

	}

	/** The lines that are wanted, as they come by. */
	private static final class Lines {

		private final Pattern named;

		private final Deque<LogLine> shown = new ArrayDeque<>();

		private final LogSteps steps = new LogSteps();

		private long left;

		private boolean within;

		private Lines(Pattern named) {
			this.named = named;
		}

		private void take(String line) {
			if (LogLine.begins(line)) {
				this.within = this.named.matcher(line).find();
				if (this.within) {
					begin(LogLine.of(line));
				}
			}
			else if (this.within) {
				this.shown.getLast().add(line);
			}
		}

		private void begin(LogLine line) {
			this.steps.count(line);
			this.shown.addLast(line);
			if (this.shown.size() > SHOWN) {
				this.shown.removeFirst();
				this.left++;
			}
		}

	}

}
