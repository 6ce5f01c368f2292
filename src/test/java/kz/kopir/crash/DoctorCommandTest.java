package kz.kopir.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import kz.kopir.KopirApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The command {@code doctor} as scripts use it.
 */
class DoctorCommandTest {

	@TempDir
	private Path folder;

	@Test
	void theRehearsalSchoolOfANewcomerIsInOrderAndNoFileIsLeftBehind() throws Exception {
		Process process = command("--lang=en", "--kopir.rehearsal.pupils=40");
		String said = said(process);
		assertThat(process.exitValue()).as(said).isLessThan(2);
		assertThat(said).startsWith("What the doctor found")
			.contains("School rehearsal", "Courses to be seen in Classroom: ", "Wrong: 0.")
			.doesNotContain("Exception", "ERROR", "\tat ");
		try (var left = Files.list(this.folder)) {
			assertThat(left).isEmpty();
		}
	}

	@Test
	void whatIsWrongIsToldInKazakhAndEndsItWithTwo() throws Exception {
		Process process = command("--kopir.rehearsal.pupils=40", "--kopir.schools.rehearsal.cron=every morning");
		String said = said(process);
		assertThat(process.exitValue()).as(said).isEqualTo(2);
		assertThat(said).contains("ҚАТЕ", "Баптауды пайдалану мүмкін емес. kopir.schools.rehearsal.cron",
				"rehearsal мектебі");
	}

	private static String said(Process process) throws Exception {
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		return said;
	}

	private Process command(String... arguments) throws IOException {
		List<String> command = new ArrayList<>(GatewayJvm.java());
		command.addAll(List.of("-Dsun.stdout.encoding=UTF-8", "-Dstdout.encoding=UTF-8",
				KopirApplication.class.getName(), "doctor"));
		command.addAll(List.of(arguments));
		return new ProcessBuilder(command).directory(this.folder.toFile()).redirectErrorStream(true).start();
	}

}
