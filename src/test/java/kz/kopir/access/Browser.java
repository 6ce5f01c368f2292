package kz.kopir.access;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What a browser does with cookies, forms and redirects, by hand, so that a test sees
 * each of them. It stands behind a proxy that speaks TLS.
 */
final class Browser {

	private static final HttpClient CLIENT = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final String home;

	private final String address;

	private final Map<String, String> cookies = new LinkedHashMap<>();

	private boolean tls = true;

	/**
	 * @param address from which it seems to come
	 */
	Browser(int port, String address) {
		this.home = "http://127.0.0.1:" + port;
		this.address = address;
	}

	Browser withoutTls() {
		this.tls = false;
		return this;
	}

	@Nullable String cookie(String name) {
		return this.cookies.get(name);
	}

	void forget() {
		this.cookies.clear();
	}

	HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return send(request(path).GET());
	}

	/** Fills in the form of the login page. */
	HttpResponse<String> signIn(String name, String password) throws IOException, InterruptedException {
		return post("/console/login", Map.of("username", name, "password", password, "_csrf", token()));
	}

	/** The token of the form of the login page. */
	String token() throws IOException, InterruptedException {
		Matcher matcher = TOKEN.matcher(get("/console/login").body());
		if (!matcher.find()) {
			throw new AssertionError("The form has no token.");
		}
		return matcher.group(1);
	}

	HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
		String form = fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form)));
	}

	/** Goes where an answer sends it; elsewhere without this server's cookies. */
	HttpResponse<String> follow(HttpResponse<String> redirect) throws IOException, InterruptedException {
		String location = redirect.headers().firstValue("Location").orElseThrow();
		String own = location.replaceFirst("^https://127\\.0\\.0\\.1/", this.home + "/");
		if (own.startsWith(this.home)) {
			return get(own.substring(this.home.length()));
		}
		return own.startsWith("/") ? get(own) : CLIENT.send(HttpRequest.newBuilder(URI.create(location)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.home + path))
			.header("X-Forwarded-For", this.address);
		if (this.tls) {
			request.header("X-Forwarded-Proto", "https");
		}
		if (!this.cookies.isEmpty()) {
			request.header("Cookie",
					this.cookies.entrySet()
						.stream()
						.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
						.collect(Collectors.joining("; ")));
		}
		return request;
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		HttpResponse<String> response = CLIENT.send(request.build(),
				HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
		List<String> set = response.headers().allValues("Set-Cookie");
		set.forEach((cookie) -> this.cookies.put(cookie.substring(0, cookie.indexOf('=')),
				cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'))));
		return response;
	}

}
