package kz.kopir.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.auth.oauth2.GoogleCredentials;
import kz.kopir.rehearsal.kundelik.KundelikSettings;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/**
 * Requests of the bare loop, by the HTTP client that the gateway uses too.
 */
final class BareCalls implements AutoCloseable {

	static final List<String> SCOPES = List.of("https://www.googleapis.com/auth/classroom.courses.readonly",
			"https://www.googleapis.com/auth/classroom.rosters.readonly",
			"https://www.googleapis.com/auth/classroom.profile.emails",
			"https://www.googleapis.com/auth/classroom.coursework.students.readonly",
			"https://www.googleapis.com/auth/classroom.courseworkmaterials.readonly",
			"https://www.googleapis.com/auth/classroom.topics.readonly");

	private static final int CONNECTIONS = 100;

	private static final ObjectMapper JSON = new ObjectMapper();

	private final CloseableHttpClient client = HttpClients.custom()
		.disableAutomaticRetries()
		.disableRedirectHandling()
		.disableCookieManagement()
		.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
			.setMaxConnTotal(CONNECTIONS)
			.setMaxConnPerRoute(CONNECTIONS)
			.build())
		.build();

	private final String classroom;

	private final String kundelik;

	private final String bearer;

	BareCalls(String classroom, String kundelik, GoogleCredentials credentials) throws IOException {
		this.classroom = classroom;
		this.kundelik = kundelik;
		this.bearer = "Bearer " + credentials.refreshAccessToken().getTokenValue();
	}

	JsonNode classroom(String path, String pageToken) throws IOException {
		String query = path.substring(path.indexOf('?') + 1);
		StringBuilder address = new StringBuilder(this.classroom).append(path, 0, path.indexOf('?') + 1);
		for (String parameter : query.split("&")) {
			int equals = parameter.indexOf('=');
			address.append(parameter, 0, equals + 1)
				.append(URLEncoder.encode(parameter.substring(equals + 1), StandardCharsets.UTF_8))
				.append('&');
		}
		if (!pageToken.isEmpty()) {
			address.append("pageToken=").append(URLEncoder.encode(pageToken, StandardCharsets.UTF_8));
		}
		HttpUriRequestBase request = new HttpUriRequestBase("GET", URI.create(address.toString()));
		request.setHeader("Authorization", this.bearer);
		request.setHeader("User-Agent", "Bare loop (gzip)");
		return execute(request);
	}

	JsonNode journal(String path) throws IOException {
		return send("GET", path, null);
	}

	JsonNode send(String method, String path, byte @Nullable [] body) throws IOException {
		HttpUriRequestBase request = new HttpUriRequestBase(method, URI.create(this.kundelik + path));
		request.setHeader("Access-Token", KundelikSettings.Credentials.defaults().adminToken());
		if (body != null) {
			request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
		}
		return execute(request);
	}

	static byte[] bytes(JsonNode body) throws IOException {
		return JSON.writeValueAsBytes(body);
	}

	private JsonNode execute(HttpUriRequestBase request) throws IOException {
		return this.client.execute(request, (answer) -> {
			if (answer.getCode() >= 300) {
				throw new IOException(
						request.getMethod() + " " + request.getPath() + " was answered with " + answer.getCode());
			}
			return JSON.readTree(answer.getEntity().getContent());
		});
	}

	@Override
	public void close() throws IOException {
		this.client.close();
	}

}
