package kz.kopir.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import kz.kopir.run.Run;
import kz.kopir.run.RunState;
import kz.kopir.run.RunTriggerKind;
import kz.kopir.school.SchoolId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class RunLogTest {

	private static final Instant STARTED = Instant.parse("2026-11-20T12:00:00Z");

	@TempDir
	Path folder;

	private Path file;

	private RunLog log;

	@BeforeEach
	void open() {
		this.file = this.folder.resolve("kopir.log");
		this.log = new RunLog(this.file, ZoneId.of("Asia/Almaty"));
	}

	@Test
	void onlyTheLinesOfTheRunAreShownWithWhatFollowsThem() throws IOException {
		write(line("run=r-1 school=s route=classroom-run code=STARTED trigger=MANUAL"),
				line("run=r-10 school=s route=classroom-run code=STARTED trigger=MANUAL"),
				line("school=s code=STARTED somebody speaks of r-1"), "  a table of nobody",
				line("run=r-1 school=s Run of classroom ended"), "  kind    read", "  mark       7",
				line("run=r-1-x school=s code=OTHER"));
		RunLogView view = this.log.ofRun(run("r-1"));
		assertThat(view.lines()).extracting(LogLine::text)
			.containsExactly("run=r-1 school=s route=classroom-run code=STARTED trigger=MANUAL",
					"run=r-1 school=s Run of classroom ended");
		assertThat(view.lines().get(1).more()).containsExactly("  kind    read", "  mark       7");
		assertThat(view.lines().get(0).level()).isEqualTo("INFO");
		assertThat(view.left()).isZero();
	}

	@Test
	void theStepsAreCountedByRouteAndCode() throws IOException {
		write(line("run=r-1 route=classroom-run code=STARTED"),
				line("run=r-1 route=class-group code=PLANNED changes=3"),
				line("run=r-1 route=class-group code=PLANNED changes=4"), line("run=r-1 says nothing of a route"));
		assertThat(this.log.ofRun(run("r-1")).steps())
			.extracting(LogSteps.Step::route, LogSteps.Step::code, LogSteps.Step::times)
			.containsExactly(tuple("classroom-run", "STARTED", 1L), tuple("class-group", "PLANNED", 2L));
	}

	@Test
	void ofManyLinesTheLastAreShownAndAllAreCounted() throws IOException {
		write(IntStream.rangeClosed(1, RunLog.SHOWN + 30)
			.mapToObj((number) -> line("run=r-1 route=class-group code=PLANNED number=" + number))
			.toArray(String[]::new));
		RunLogView view = this.log.ofRun(run("r-1"));
		assertThat(view.lines()).hasSize(RunLog.SHOWN);
		assertThat(view.lines().get(RunLog.SHOWN - 1).text()).endsWith("number=" + (RunLog.SHOWN + 30));
		assertThat(view.left()).isEqualTo(30);
		assertThat(view.steps()).extracting(LogSteps.Step::times).containsExactly((long) RunLog.SHOWN + 30);
	}

	@Test
	void whatWasPutAsideWhileTheRunWentOnIsReadFirst() throws IOException {
		putAside("kopir.log.2026-11-20.1.gz", line("run=r-1 code=SECOND"));
		putAside("kopir.log.2026-11-20.0.gz", line("run=r-1 code=FIRST"));
		putAside("kopir.log.2026-10-01.0.gz", line("run=r-1 code=OF_ANOTHER_MONTH"));
		write(line("run=r-1 code=THIRD"));
		assertThat(this.log.ofRun(run("r-1")).lines()).extracting(LogLine::code)
			.containsExactly("FIRST", "SECOND", "THIRD");
	}

	@Test
	void aLogInJsonIsReadToo() throws IOException {
		write("{\"@timestamp\":\"2026-11-20T12:00:01Z\",\"log\":{\"level\":\"WARN\"},"
				+ "\"message\":\"run=r-1 route=class-group code=JOURNAL_UNREADABLE\"}",
				"{\"@timestamp\":\"2026-11-20T12:00:02Z\",\"level\":\"INFO\",\"message\":\"kept\",\"run\":\"r-1\"}",
				"{\"@timestamp\":\"2026-11-20T12:00:03Z\",\"level\":\"INFO\",\"message\":\"no\",\"run\":\"r-2\"}");
		List<LogLine> lines = this.log.ofRun(run("r-1")).lines();
		assertThat(lines).extracting(LogLine::level).containsExactly("WARN", "INFO");
		assertThat(lines.get(0).isTrouble()).isTrue();
		assertThat(lines.get(0).code()).isEqualTo("JOURNAL_UNREADABLE");
		assertThat(lines.get(0).time()).isEqualTo("2026-11-20T12:00:01Z");
	}

	@Test
	void aRouteHasItsOwnLines() throws IOException {
		write(line("run=r-1 route=class-group code=PLANNED"), line("run=r-2 route=class-group-read code=READ"),
				line("run=r-2 route=class-group code=PLANNED"));
		assertThat(this.log.ofRoute("class-group").lines()).extracting(LogLine::text)
			.containsExactly("run=r-1 route=class-group code=PLANNED", "run=r-2 route=class-group code=PLANNED");
	}

	@Test
	void withoutALogNothingIsShown() {
		assertThat(this.log.ofRun(run("r-1")).lines()).isEmpty();
	}

	private void write(String... lines) throws IOException {
		Files.write(this.file, List.of(lines));
	}

	private void putAside(String name, String line) throws IOException {
		try (OutputStream stream = new GZIPOutputStream(Files.newOutputStream(this.folder.resolve(name)))) {
			stream.write((line + "\n").getBytes(StandardCharsets.UTF_8));
		}
	}

	private static String line(String text) {
		return "2026-11-20T17:00:00.123+05:00 INFO  [class-group-1] kz.kopir.sync.PlanDesk " + text;
	}

	private static Run run(String id) {
		return new Run(id, new SchoolId("s"), "classroom", RunTriggerKind.MANUAL, "it", false, null, null,
				RunState.FINISHED, STARTED, STARTED.plusSeconds(60), null);
	}

}
