package kz.kopir.rehearsal.zoom;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.http.Call;
import kz.kopir.rehearsal.zoom.ZoomSettings.Credentials;
import kz.kopir.rehearsal.zoom.ZoomSettings.Switches;

/**
 * The token endpoint for server-to-server apps and the tokens that it gave. A token keeps
 * the scopes of its birth; several may live at once.
 */
final class Tokens {

	private final Credentials credentials;

	private final Supplier<Switches> switches;

	private final Clock clock;

	private final Map<String, Token> given = new ConcurrentHashMap<>();

	private final AtomicLong number = new AtomicLong();

	private record Token(Set<String> scopes, Instant until) {
	}

	Tokens(Credentials credentials, Supplier<Switches> switches, Clock clock) {
		this.credentials = credentials;
		this.switches = switches;
		this.clock = clock;
	}

	Answer handle(Call call, String apiUrl) {
		Map<String, String> form = form(call.text());
		call.query().forEach((name, values) -> form.putIfAbsent(name, values.get(0)));
		String basic = "Basic " + Base64.getEncoder()
			.encodeToString((this.credentials.clientId() + ":" + this.credentials.clientSecret())
				.getBytes(StandardCharsets.UTF_8));
		if (!basic.equals(call.header("authorization"))) {
			return refuse("Invalid client_id or client_secret", "invalid_client");
		}
		if (!"account_credentials".equals(form.get("grant_type"))) {
			return refuse("unsupported grant type", "unsupported_grant_type");
		}
		if (!this.credentials.accountId().equals(form.get("account_id"))) {
			return refuse("Bad Request", "invalid_request");
		}
		Set<String> scopes = this.switches.get().scopes();
		String token = "eyJzdGFuZCI6ImluIn0." + this.number.incrementAndGet();
		this.given.put(token, new Token(scopes, this.clock.instant().plus(this.credentials.tokenLifetime())));
		return Json.of(200,
				Json.object("access_token", token, "token_type", "bearer", "expires_in",
						this.credentials.tokenLifetime().toSeconds(), "scope", String.join(" ", new TreeSet<>(scopes)),
						"api_url", apiUrl));
	}

	/**
	 * Lets a call pass that has a live token with a scope.
	 * @throws Refusal 124 without a token or with a dead one, 4711 without the scope
	 */
	void require(Call call, String scope) {
		if (call.parameter("access_token") != null) {
			throw new Refusal(401, 124,
					"Invalid access token, this access token is not supported as query parameter string.");
		}
		String header = call.header("authorization");
		Token token = (header != null && header.startsWith("Bearer ")) ? this.given.get(header.substring(7)) : null;
		if (token == null) {
			throw new Refusal(401, 124, "Invalid access token.");
		}
		if (!token.until().isAfter(this.clock.instant())) {
			throw new Refusal(401, 124, "Access token is expired.");
		}
		if (!token.scopes().contains(scope)) {
			throw new Refusal(400, 4711, "Invalid access token, does not contain scopes:["
					+ scope.replaceFirst(":admin$", "") + ", " + scope + "].");
		}
	}

	/** The app is deactivated: all tokens die. */
	void revokeAll() {
		this.given.clear();
	}

	private static Answer refuse(String reason, String error) {
		return Json.of(400, Json.object("reason", reason, "error", error));
	}

	private static Map<String, String> form(String body) {
		Map<String, String> form = new HashMap<>();
		for (String pair : body.split("&")) {
			int sign = pair.indexOf('=');
			if (sign > 0) {
				form.put(pair.substring(0, sign), URLDecoder.decode(pair.substring(sign + 1), StandardCharsets.UTF_8));
			}
		}
		return form;
	}

}
