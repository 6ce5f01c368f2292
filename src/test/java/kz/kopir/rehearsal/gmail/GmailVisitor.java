package kz.kopir.rehearsal.gmail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import kz.kopir.rehearsal.google.ClassroomStandIn;
import kz.kopir.rehearsal.google.RefreshTokenClient;

/**
 * A plain HTTP client of the stand-in, to see exactly what it answers.
 */
final class GmailVisitor {

	static final String SEND = "gmail.send";

	static final String METADATA = "gmail.metadata";

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final GmailStandIn gmail;

	private final String token;

	private GmailVisitor(GmailStandIn gmail, String token) {
		this.gmail = gmail;
		this.token = token;
	}

	/** Somebody with this token, of whatever worth. */
	static GmailVisitor with(GmailStandIn gmail, String token) {
		return new GmailVisitor(gmail, token);
	}

	/** Somebody who signs in as a user, with scopes in short form. */
	static GmailVisitor as(ClassroomStandIn google, GmailStandIn gmail, String user, String... scopes) {
		RefreshTokenClient client = google.refreshTokenClient(user);
		String full = List.of(scopes)
			.stream()
			.map("https://www.googleapis.com/auth/"::concat)
			.collect(Collectors.joining(" "));
		String form = Map
			.of("grant_type", "refresh_token", "client_id", client.clientId(), "client_secret", client.clientSecret(),
					"refresh_token", client.refreshToken(), "scope", full)
			.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		Reply reply = exchange(HttpRequest.newBuilder(google.tokenUri())
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form))
			.build());
		return new GmailVisitor(gmail, reply.json().path("access_token").asText());
	}

	/** Sends a message in plain JSON. */
	Reply send(String eml) {
		return post(
				"{\"raw\":\"" + Base64.getUrlEncoder().encodeToString(eml.getBytes(StandardCharsets.UTF_8)) + "\"}");
	}

	/** Posts any body to {@code messages/send}. */
	Reply post(String body) {
		return exchange(request("me/messages/send").POST(BodyPublishers.ofString(body)).build());
	}

	/** The same zipped and in chunks, as Google's client does. */
	Reply postZipped(String body) {
		ByteArrayOutputStream zipped = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
			gzip.write(body.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		byte[] bytes = zipped.toByteArray();
		return exchange(request("me/messages/send").header("Content-Encoding", "gzip")
			.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
			.build());
	}

	/** Asks for a path below {@code /gmail/v1/users/}. */
	Reply get(String path) {
		return exchange(request(path).GET().build());
	}

	/** Ids of all messages that a list tells, page by page. */
	List<String> ids(String query) {
		List<String> ids = new ArrayList<>();
		String next = "";
		do {
			JsonNode page = get("me/messages?" + query + next).json();
			page.path("messages").forEach((message) -> ids.add(message.path("id").asText()));
			next = page.has("nextPageToken") ? "&pageToken=" + page.path("nextPageToken").asText() : "";
		}
		while (!next.isEmpty());
		return ids;
	}

	/** A page for people. */
	Reply page(String path) {
		return exchange(HttpRequest.newBuilder(URI.create(this.gmail.url() + path)).GET().build());
	}

	HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.gmail.url() + GmailApi.ROOT + path))
			.header("Authorization", "Bearer " + this.token);
	}

	static Reply exchange(HttpRequest request) {
		try {
			HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
			return new Reply(response.statusCode(), response.body(), response);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
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

		/** Status and reason, as a client decides by them. */
		String refusal() {
			return this.status + " " + json().at("/error/errors/0/reason").asText();
		}

		String message() {
			return json().at("/error/message").asText();
		}

		String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

	}

}
