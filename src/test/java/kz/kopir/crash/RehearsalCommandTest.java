package kz.kopir.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

import kz.kopir.KopirApplication;
import kz.kopir.rehearsal.RehearsalServers;
import kz.kopir.rehearsal.kundelik.KundelikSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The command that starts the stand-ins as a process of their own.
 */
class RehearsalCommandTest {

	@TempDir
	private Path folder;

	@Test
	void anotherClientReadsFromItByTheSettingsThatItWrites() throws Exception {
		Process process = command("--pupils=25", "--folder=" + this.folder, "--classroom-port=0", "--kundelik-port=0",
				"--zoom-port=0", "--gmail-port=0");
		try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
			String line = output.readLine();
			assertThat(line).isEqualTo("Rehearsal school with 25 pupils.");
			while (!line.startsWith("Point a gateway at it")) {
				line = output.readLine();
				assertThat(line).as("what it says of itself").isNotNull();
			}
			Properties settings = settings();
			String school = settings.getProperty("kopir.schools.rehearsal.journal.school-id");
			HttpResponse<String> answer = get(
					settings.getProperty("kopir.kundelik.url") + "/v2/schools/" + school + "/edu-groups");
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.body()).startsWith("[{").contains("id_str");
			assertThat(get(settings.getProperty("kopir.classroom.url") + "/_rehearsal/requests").statusCode())
				.isEqualTo(200);
			assertThat(get(settings.getProperty("kopir.gmail.url") + "/").body()).contains("Mails of the rehearsal");
			assertThat(this.folder.resolve("mails")).isEmptyDirectory();
			String sender = settings.getProperty("kopir.schools.rehearsal.mail.sender");
			assertThat(Files.readString(Path.of(settings.getProperty("kopir.schools.rehearsal.staff"))))
				.contains(sender.substring(sender.indexOf('@')));
		}
		finally {
			process.destroyForcibly().waitFor();
		}
	}

	@Test
	void anUnknownArgumentEndsItWithTwoAndTheListOfWhatItTakes() throws Exception {
		Process process = command("--pupil=25");
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).isEqualTo(2);
		assertThat(said.strip()).startsWith("The rehearsal does not know the argument --pupil=25.")
			.contains("pupils, seed, now, folder")
			.doesNotContain("Exception");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			--pupils=many           | --pupils takes a whole number, not many.
			--pupils=3              | A rehearsal school has 25 to 20000 pupils, not 3.
			--pupils=4294967321     | --pupils takes a whole number from 0 to 2147483647, not 4294967321.
			--now=yesterday         | --now takes a day and a time in Almaty like 2026-11-20T17:00, not yesterday.
			--now=2027-05-20T17:00  | The rehearsal school's today must be from 2026-09-01 to 2026-12-27
			--mark-repost=never     | --mark-repost takes one of [overwrite, append, reject], not never.
			--kundelik-port=70000   | --kundelik-port takes a port from 0 (any that is free) to 65535, not 70000.
			pupils=25               | The rehearsal does not know the argument pupils=25.
			""")
	void aBadArgumentIsNamedWithWhatItTakes(String argument, String text) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> RehearsalServers.start(new String[] { "--folder=" + this.folder, argument }, System.out))
			.withMessageContaining(text);
	}

	private Process command(String... arguments) throws IOException {
		List<String> command = new ArrayList<>(GatewayJvm.java());
		command.addAll(List.of(KopirApplication.class.getName(), "rehearsal"));
		command.addAll(List.of(arguments));
		return new ProcessBuilder(command).redirectErrorStream(true).start();
	}

	private Properties settings() throws IOException {
		Properties settings = new Properties();
		settings.load(Files.newBufferedReader(this.folder.resolve("gateway.properties"), StandardCharsets.UTF_8));
		return settings;
	}

	private static HttpResponse<String> get(String url) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(url))
			.header("Access-Token", KundelikSettings.Credentials.defaults().adminToken())
			.build();
		return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
	}

}
