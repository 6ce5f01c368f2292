package kz.kopir.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import kz.kopir.KopirApplication;
import org.awaitility.Awaitility;

/**
 * A gateway in a JVM of its own, so that it can be killed as a power cut or the
 * out-of-memory killer would do it. What it prints goes into a file beside its settings.
 */
final class GatewayProcess implements AutoCloseable {

	/** The user of the management endpoint and the hash of the password. */
	static final String PASSWORD = "only-for-this-test";

	private static final Pattern PORT = Pattern.compile(".*Tomcat started on port (\\d+).*");

	private static final String LOCK_FREED = " freed: its process ";

	private static final long PATIENCE_SECONDS = 90;

	private final Process process;

	private final Path log;

	private final String flow;

	private final Pattern runEnded;

	private final BlockingQueue<String> runEnds = new LinkedBlockingQueue<>();

	private final CompletableFuture<Integer> port = new CompletableFuture<>();

	private final Thread reader;

	private GatewayProcess(Process process, Path log, String flow) {
		this.flow = flow;
		this.runEnded = Pattern.compile(".* route=" + flow + "-run code=(FINISHED|RED|FAILED) failure=.*");
		this.process = process;
		this.log = log;
		this.reader = new Thread(this::read, "output-of-gateway");
		this.reader.setDaemon(true);
	}

	/**
	 * Starts a gateway.
	 * @param java command that starts a JVM with our classes
	 * @param settings a properties file
	 * @param log where its output goes, after what stands there
	 * @param flow whose runs are started and awaited
	 * @param arguments further settings, which win
	 */
	static GatewayProcess start(List<String> java, Path settings, Path log, String flow, List<String> arguments) {
		List<String> command = new ArrayList<>(java);
		command.add(KopirApplication.class.getName());
		command.add("--spring.config.additional-location=file:" + settings);
		command.addAll(arguments);
		try {
			Process process = new ProcessBuilder(command).directory(settings.getParent().toFile())
				.redirectErrorStream(true)
				.start();
			GatewayProcess gateway = new GatewayProcess(process, log, flow);
			gateway.reader.start();
			return gateway;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Waits for the end of the next run; {@code FINISHED} when it went well. */
	String awaitRunEnd() throws InterruptedException {
		String end = this.runEnds.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
		if (end == null) {
			throw new AssertionError("The gateway ended no run, see " + this.log);
		}
		return end;
	}

	/** Starts a run as IT staff do. */
	void startRun() throws Exception {
		String user = Base64.getEncoder().encodeToString(("kopir:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
		HttpRequest request = HttpRequest
			.newBuilder(URI
				.create("http://127.0.0.1:" + this.port.get(PATIENCE_SECONDS, TimeUnit.SECONDS) + "/actuator/runs"))
			.header("Authorization", "Basic " + user)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString("{\"flow\": \"" + this.flow + "\"}"))
			.build();
		HttpClient client = HttpClient.newHttpClient();
		// the web server is there a moment before the routes
		HttpResponse<String> answer = Awaitility.await()
			.atMost(Duration.ofSeconds(PATIENCE_SECONDS))
			.until(() -> client.send(request, HttpResponse.BodyHandlers.ofString()),
					(tried) -> tried.statusCode() != 503);
		if (answer.statusCode() != 202) {
			throw new AssertionError("The run was not started: " + answer.statusCode() + " " + answer.body());
		}
	}

	/** Ends it in order. */
	void stop() throws InterruptedException {
		this.process.destroy();
		if (!this.process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
			throw new AssertionError("The gateway did not stop, see " + this.log);
		}
	}

	/** Ends it with SIGKILL and waits until it is gone. */
	void kill() {
		try {
			this.process.destroyForcibly().waitFor();
			this.reader.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while killing the gateway", ex);
		}
	}

	/** Whether it took the lock of a process that it saw gone. */
	static boolean tookOverALock(Path log) throws IOException {
		return Files.readString(log).contains(LOCK_FREED);
	}

	private void read() {
		try (BufferedReader output = this.process.inputReader(StandardCharsets.UTF_8);
				Writer file = Files.newBufferedWriter(this.log)) {
			String line = output.readLine();
			while (line != null) {
				file.append(line).append('\n').flush();
				understand(line);
				line = output.readLine();
			}
		}
		catch (IOException ex) {
			this.runEnds.add("its output broke off: " + ex);
		}
		if (!this.port.isDone()) {
			this.port.completeExceptionally(new IllegalStateException("The gateway did not start, see " + this.log));
		}
	}

	private void understand(String line) {
		Matcher end = this.runEnded.matcher(line);
		if (end.matches()) {
			this.runEnds.add(end.group(1));
		}
		Matcher started = PORT.matcher(line);
		if (started.matches()) {
			this.port.complete(Integer.valueOf(started.group(1)));
		}
	}

	@Override
	public void close() {
		kill();
	}

}
