package kz.kopir.benchmark;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import kz.kopir.KopirApplication;
import kz.kopir.rehearsal.kundelik.KundelikSettings;
import org.jspecify.annotations.Nullable;

/**
 * The rehearsal school in a process of its own.
 */
final class StandIns implements AutoCloseable {

	private static final int HEAP_MEGABYTES = 4096;

	private static final ObjectMapper JSON = new ObjectMapper();

	private final HttpClient client = HttpClient.newHttpClient();

	private final JavaProcess process;

	private final Path settings;

	private final String classroom;

	private final String kundelik;

	private final String administrator;

	private StandIns(JavaProcess process, Path settings, String classroom, String kundelik, String administrator) {
		this.process = process;
		this.settings = settings;
		this.classroom = classroom;
		this.kundelik = kundelik;
		this.administrator = administrator;
	}

	static StandIns start(Path folder, String name, int pupils, long seed) throws IOException, InterruptedException {
		Path school = folder.resolve(name);
		JavaProcess process = JavaProcess.start(folder, name, HEAP_MEGABYTES, Map.of(), KopirApplication.class,
				List.of("rehearsal", "--pupils=" + pupils, "--seed=" + seed, "--classroom-port=0", "--kundelik-port=0",
						"--zoom-port=0", "--gmail-port=0", "--folder=" + school));
		process.awaitOutput("Ctrl-C ends it", 300);
		Path file = school.resolve("gateway.properties");
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			properties.load(reader);
		}
		return new StandIns(process, file, properties.getProperty("kopir.classroom.url"),
				properties.getProperty("kopir.kundelik.url"),
				properties.getProperty("kopir.schools.rehearsal.google.subject"));
	}

	JavaProcess process() {
		return this.process;
	}

	/** Settings with which a gateway finds them. */
	Path settings() {
		return this.settings;
	}

	String classroom() {
		return this.classroom;
	}

	String kundelik() {
		return this.kundelik;
	}

	/** For whom the service account acts. */
	String administrator() {
		return this.administrator;
	}

	Path serviceAccountKey() {
		return this.settings.resolveSibling("service-account.json");
	}

	void resetCounts() throws IOException, InterruptedException {
		send(this.classroom, "DELETE", "/_rehearsal/requests", null);
		send(this.kundelik, "DELETE", "/_rehearsal/requests", null);
	}

	/**
	 * Requests since the last reset by verb, path template and status; without sign-ins.
	 */
	SortedMap<String, Long> counts() throws IOException, InterruptedException {
		SortedMap<String, Long> counts = new TreeMap<>();
		for (String server : List.of(this.classroom, this.kundelik)) {
			send(server, "GET", "/_rehearsal/requests", null).path("counts")
				.properties()
				.forEach((call) -> call.getValue()
					.properties()
					.forEach(
							(status) -> counts.put(call.getKey() + " " + status.getKey(), status.getValue().asLong())));
		}
		counts.keySet().removeIf((call) -> call.contains("token") || call.contains("authorizations"));
		return counts;
	}

	/** Teachers change a share of all grades; answers how many. */
	int regrade(double share) throws IOException, InterruptedException {
		return send(this.classroom, "POST", "/_rehearsal/regrade", "{\"share\":" + share + ",\"seed\":7}")
			.path("regraded")
			.asInt();
	}

	void limitClassroom(int perUserAndMinute) throws IOException, InterruptedException {
		send(this.classroom, "POST", "/_rehearsal/quotas", "{\"perUser\":" + perUserAndMinute + "}");
	}

	void limitKundelik(int requests, int windowMillis) throws IOException, InterruptedException {
		send(this.kundelik, "PUT", "/_rehearsal/switches",
				"{\"requestsPerWindow\":" + requests + ",\"windowMillis\":" + windowMillis + "}");
	}

	/** Reads from the journal as the school's administrator. */
	JsonNode journal(String path) throws IOException, InterruptedException {
		return send(this.kundelik, "GET", path, null);
	}

	private JsonNode send(String server, String method, String path, @Nullable String body)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path))
			.header("Access-Token", KundelikSettings.Credentials.defaults().adminToken())
			.method(method, (body != null) ? BodyPublishers.ofString(body) : BodyPublishers.noBody());
		HttpResponse<byte[]> answer = this.client.send(request.build(), BodyHandlers.ofByteArray());
		if (answer.statusCode() >= 300) {
			throw new IllegalStateException(method + " " + path + " was answered with " + answer.statusCode());
		}
		return (answer.body().length > 0) ? JSON.readTree(answer.body()) : JSON.nullNode();
	}

	@Override
	public void close() throws InterruptedException {
		this.process.close();
	}

}
