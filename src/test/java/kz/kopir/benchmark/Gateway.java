package kz.kopir.benchmark;

import java.io.IOException;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import kz.kopir.KopirApplication;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * The gateway in a process of its own, with its database on disk.
 */
final class Gateway implements AutoCloseable {

	private static final int SECRET_BYTES = 16;

	private final JavaProcess process;

	private final GatewayDatabase database;

	private final HttpClient client;

	private final int port;

	private Gateway(JavaProcess process, GatewayDatabase database, HttpClient client, int port) {
		this.process = process;
		this.database = database;
		this.client = client;
		this.port = port;
	}

	/**
	 * Starts the gateway; it begins its first run by itself.
	 * @param more further settings
	 */
	static Gateway start(Path folder, String name, StandIns standIns, int heapMegabytes, int port, List<String> more)
			throws IOException {
		byte[] random = new byte[SECRET_BYTES];
		new SecureRandom().nextBytes(random);
		String secret = HexFormat.of().formatHex(random);
		Path database = folder.resolve(name + ".db");
		List<String> arguments = new ArrayList<>(List.of("--kopir.rehearsal.embedded=false",
				"--spring.config.additional-location=file:" + standIns.settings(),
				"--kopir.database.url=jdbc:sqlite:" + database, "--kopir.manage.port=" + port,
				"--kopir.manage.users.kopir.roles=viewer,operator", "--kopir.schools.rehearsal.cron=0 0 3 1 1 ?",
				// no distance-learning period, so that one flow alone is measured
				"--kopir.schools.rehearsal.attendance.distance-periods="
						+ Path.of("mappings", "distance-periods.csv").toAbsolutePath()));
		arguments.addAll(more);
		JavaProcess process = JavaProcess.start(folder, name, heapMegabytes,
				Map.of("KOPIR_MANAGE_USERS_KOPIR_PASSWORDHASH", new BCryptPasswordEncoder().encode(secret)),
				KopirApplication.class, arguments);
		HttpClient client = HttpClient.newBuilder().authenticator(new Authenticator() {
			@Override
			protected PasswordAuthentication getPasswordAuthentication() {
				return new PasswordAuthentication("kopir", secret.toCharArray());
			}
		}).build();
		return new Gateway(process, new GatewayDatabase(database), client, port);
	}

	JavaProcess process() {
		return this.process;
	}

	GatewayDatabase database() {
		return this.database;
	}

	/** Starts a run by hand. */
	void startRun() throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/actuator/runs"))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString("{\"school\":\"rehearsal\"}"))
			.build();
		int status = this.client.send(request, BodyHandlers.discarding()).statusCode();
		if (status != 202) {
			throw new IllegalStateException("The gateway did not start a run: " + status);
		}
	}

	/**
	 * Waits until there are that many runs.
	 */
	void awaitRuns(int number) throws InterruptedException {
		while (this.database.runs() < number) {
			requireAlive();
			TimeUnit.MILLISECONDS.sleep(10);
		}
	}

	/** Waits until no run runs. */
	void awaitEnd() throws InterruptedException {
		while (this.database.isRunning()) {
			requireAlive();
			TimeUnit.MILLISECONDS.sleep(100);
		}
	}

	private void requireAlive() {
		if (!this.process.isAlive()) {
			throw new IllegalStateException("The gateway has ended; see its log.");
		}
	}

	@Override
	public void close() throws InterruptedException {
		this.process.close();
	}

}
