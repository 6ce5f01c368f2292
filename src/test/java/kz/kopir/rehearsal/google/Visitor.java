package kz.kopir.rehearsal.google;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * A plain HTTP client of the stand-in, to see exactly what it answers.
 */
final class Visitor {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final ClassroomStandIn classroom;

	private final String token;

	private Visitor(ClassroomStandIn classroom, String token) {
		this.classroom = classroom;
		this.token = token;
	}

	static Visitor admin(ClassroomStandIn classroom, String... scopes) {
		return as(classroom, classroom.adminEmail(), scopes);
	}

	/** Signs in by refresh token; scopes in short form, none for all that are allowed. */
	static Visitor as(ClassroomStandIn classroom, String user, String... scopes) {
		RefreshTokenClient client = classroom.refreshTokenClient(user);
		String full = List.of(scopes).stream().map(Scopes.PREFIX::concat).collect(Collectors.joining(" "));
		Reply reply = token(classroom, Map.of("grant_type", "refresh_token", "client_id", client.clientId(),
				"client_secret", client.clientSecret(), "refresh_token", client.refreshToken(), "scope", full));
		return new Visitor(classroom, reply.json().path("access_token").asText());
	}

	static Visitor with(ClassroomStandIn classroom, String token) {
		return new Visitor(classroom, token);
	}

	static Reply token(ClassroomStandIn classroom, Map<String, String> form) {
		String body = form.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return send(HttpRequest.newBuilder(classroom.tokenUri())
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build());
	}

	/** Asks for a path below {@code /v1/}. */
	Reply get(String path) {
		return send(request("/v1/" + path).GET().build());
	}

	Reply administer(String method, String path, String body) {
		return send(request("/_rehearsal/" + path).method(method, HttpRequest.BodyPublishers.ofString(body)).build());
	}

	HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.classroom.url() + path))
			.header("Authorization", "Bearer " + this.token);
	}

	/** Reads a listing to its last page. */
	Listing all(String path, String key) {
		List<JsonNode> items = new ArrayList<>();
		List<Integer> sizes = new ArrayList<>();
		String next = null;
		do {
			String mark = path.contains("?") ? "&" : "?";
			Reply reply = get((next != null) ? path + mark + "pageToken=" + next : path);
			if (reply.status() != 200) {
				throw new IllegalStateException(reply.status() + " for a page of " + path);
			}
			reply.json().path(key).forEach(items::add);
			sizes.add(reply.json().path(key).size());
			next = reply.json().path("nextPageToken").textValue();
		}
		while (next != null);
		return new Listing(items, sizes);
	}

	static Reply send(HttpRequest request) {
		try {
			HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
			return new Reply(response.statusCode(), response.body(), response);
		}
		catch (IOException ex) {
			throw new IllegalStateException("The stand-in did not answer", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
	}

	/** All items of a listing, and how many were on each page. */
	record Listing(List<JsonNode> items, List<Integer> pageSizes) {

		List<String> texts(String field) {
			return this.items.stream().map((item) -> item.path(field).asText()).toList();
		}

	}

	/** An answer. */
	record Reply(int status, String body, HttpResponse<String> response) {

		JsonNode json() {
			try {
				return JSON.readTree(this.body);
			}
			catch (IOException ex) {
				throw new IllegalStateException("Not JSON", ex);
			}
		}

		String errorStatus() {
			return json().path("error").path("status").asText();
		}

		String errorMessage() {
			return json().path("error").path("message").asText();
		}

		@Nullable String header(String name) {
			return this.response.headers().firstValue(name).orElse(null);
		}

	}

}
