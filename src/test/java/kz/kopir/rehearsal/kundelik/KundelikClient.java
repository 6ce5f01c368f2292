package kz.kopir.rehearsal.kundelik;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to the stand-in as a caller with one token does.
 */
final class KundelikClient {

	private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private static final ObjectMapper JSON = new ObjectMapper();

	private final URI url;

	private final @Nullable String token;

	KundelikClient(KundelikStandIn standIn, @Nullable String token) {
		this.url = standIn.url();
		this.token = token;
	}

	/**
	 * An answer.
	 *
	 * @param status the HTTP status
	 * @param contentType the value of Content-Type
	 * @param text the body
	 */
	record Reply(int status, String contentType, String text) {

		JsonNode json() {
			try {
				return JSON.readTree(this.text);
			}
			catch (IOException ex) {
				throw new UncheckedIOException("Not JSON: " + this.text, ex);
			}
		}

		/** Status and type of an error. */
		String refusal() {
			return this.status + " " + json().path("type").asText();
		}

	}

	Reply get(String path) {
		return send("GET", path, null);
	}

	Reply post(String path, String body) {
		return send("POST", path, body);
	}

	Reply put(String path, String body) {
		return send("PUT", path, body);
	}

	Reply delete(String path) {
		return send("DELETE", path, null);
	}

	Reply send(String method, String path, @Nullable String body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.url + path));
		if (this.token != null) {
			request.header("Access-Token", this.token);
		}
		if (body != null) {
			request.header("Content-Type", "application/json");
		}
		request.method(method, (body != null) ? BodyPublishers.ofString(body) : BodyPublishers.noBody());
		return send(request.build());
	}

	static Reply send(HttpRequest request) {
		try {
			HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
			return new Reply(response.statusCode(), response.headers().firstValue("Content-Type").orElse(""),
					response.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for the stand-in", ex);
		}
	}

}
