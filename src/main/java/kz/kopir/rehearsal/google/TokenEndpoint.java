package kz.kopir.rehearsal.google;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.api.client.json.webtoken.JsonWebSignature;
import com.google.api.client.json.webtoken.JsonWebToken;
import kz.kopir.rehearsal.google.Caller.Role;
import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.http.Call;
import org.jspecify.annotations.Nullable;

/**
 * Google's token endpoint: the grants {@code refresh_token} and {@code jwt-bearer}. It
 * checks a service account's assertion as Google does: signature, issuer, audience, times
 * (by the clock of the settings, as the client signs by its own), the user it stands for,
 * and that an administrator allowed every scope.
 */
final class TokenEndpoint {

	private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

	/** What Google's newer library signs, whatever the key file's token_uri says. */
	private static final String GOOGLE = "https://oauth2.googleapis.com/token";

	private static final Duration LONGEST = Duration.ofHours(1);

	private static final Duration LEEWAY = Duration.ofMinutes(5);

	private static final ObjectMapper JSON = new ObjectMapper();

	private final Map<String, RefreshTokenClient> clients = new ConcurrentHashMap<>();

	private final Map<String, Person> holders = new ConcurrentHashMap<>();

	private final ServiceAccount account;

	private final AccessTokens tokens;

	private final Directory directory;

	private final Set<String> allowed;

	private final Clock clock;

	TokenEndpoint(ServiceAccount account, AccessTokens tokens, Directory directory, ClassroomSettings settings) {
		this.account = account;
		this.tokens = tokens;
		this.directory = directory;
		this.allowed = settings.allowedScopes();
		this.clock = settings.clock();
	}

	/** Lets a client act for a user, as if the user had agreed on Google's page. */
	void consent(RefreshTokenClient client, Person user) {
		this.holders.put(client.refreshToken(), user);
		this.clients.put(client.refreshToken(), client);
	}

	Answer handle(Call call, URI self) {
		Map<String, String> form = form(call.text());
		String grant = form.getOrDefault("grant_type", "");
		return switch (grant) {
			case "refresh_token" -> refresh(form);
			case JWT_BEARER -> assertion(form.getOrDefault("assertion", ""), self);
			default -> refuse(400, "unsupported_grant_type", "Invalid grant_type: " + grant);
		};
	}

	private Answer refresh(Map<String, String> form) {
		String token = form.getOrDefault("refresh_token", "");
		RefreshTokenClient client = this.clients.get(token);
		boolean anyClient = this.clients.values()
			.stream()
			.anyMatch((known) -> known.clientId().equals(form.get("client_id"))
					&& known.clientSecret().equals(form.get("client_secret")));
		if (!anyClient) {
			return refuse(401, "invalid_client", "The OAuth client was not found.");
		}
		Person user = this.holders.get(token);
		if (client == null || user == null || !client.clientId().equals(form.get("client_id"))) {
			return refuse(400, "invalid_grant", "Token has been expired or revoked.");
		}
		Set<String> scopes = scopes(form.get("scope"));
		if (!this.allowed.containsAll(scopes)) {
			return refuse(400, "invalid_scope", "Some requested scopes were never granted.");
		}
		return grant(user.id(), user.role(), client.clientId(), scopes.isEmpty() ? this.allowed : scopes);
	}

	private Answer assertion(String assertion, URI self) {
		JsonWebSignature token = this.account.verified(assertion);
		if (token == null) {
			return refuse(400, "invalid_grant", "Invalid JWT Signature.");
		}
		JsonWebToken.Payload claims = token.getPayload();
		if (!ServiceAccount.EMAIL.equals(claims.getIssuer())) {
			return refuse(400, "invalid_grant", "Invalid grant: account not found");
		}
		if (claims.getAudienceAsList().stream().noneMatch((to) -> to.equals(GOOGLE) || to.equals(self.toString()))) {
			return refuse(400, "invalid_grant", "Invalid JWT: Failed audience check. The right audience is " + GOOGLE);
		}
		if (!inTime(claims.getIssuedAtTimeSeconds(), claims.getExpirationTimeSeconds())) {
			return refuse(400, "invalid_grant",
					"Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check"
							+ " your iat and exp values in the JWT claim.");
		}
		Object scope = claims.get("scope");
		Set<String> scopes = scopes((scope != null) ? scope.toString() : null);
		if (scopes.isEmpty()) {
			return refuse(400, "invalid_scope", "Empty or missing scope not allowed.");
		}
		return delegate(claims.getSubject(), scopes);
	}

	private Answer delegate(@Nullable String subject, Set<String> scopes) {
		if (subject == null || subject.equals(ServiceAccount.EMAIL)) {
			return grant(ServiceAccount.CLIENT_ID, Role.NOBODY, ServiceAccount.EMAIL, scopes);
		}
		Person user = this.directory.find(subject);
		if (user == null) {
			return refuse(400, "invalid_grant", "Invalid email or User ID");
		}
		if (!this.allowed.containsAll(scopes)) {
			return refuse(401, "unauthorized_client",
					"Client is unauthorized to retrieve access tokens using this method, or client not authorized for"
							+ " any of the scopes requested.");
		}
		return grant(user.id(), user.role(), ServiceAccount.EMAIL, scopes);
	}

	private boolean inTime(@Nullable Long issued, @Nullable Long expires) {
		if (issued == null || expires == null) {
			return false;
		}
		Instant now = this.clock.instant();
		Instant from = Instant.ofEpochSecond(issued);
		Instant until = Instant.ofEpochSecond(expires);
		return !from.isAfter(now.plus(LEEWAY)) && until.isAfter(now.minus(LEEWAY))
				&& Duration.between(from, until).compareTo(LONGEST) <= 0;
	}

	private Answer grant(String userId, Role role, String client, Set<String> scopes) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("access_token", this.tokens.issue(new Caller(userId, role, client, Scopes.shortForms(scopes))));
		body.put("expires_in", this.tokens.lifetimeSeconds());
		body.put("scope", String.join(" ", new TreeSet<>(scopes)));
		body.put("token_type", "Bearer");
		return json(200, body);
	}

	private static Answer refuse(int status, String error, String description) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("error", error);
		body.put("error_description", description);
		return json(status, body);
	}

	private static Answer json(int status, Map<String, Object> body) {
		try {
			return Answer.json(status, JSON.writeValueAsBytes(body));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A token answer cannot be written as JSON", ex);
		}
	}

	private static Set<String> scopes(@Nullable String text) {
		return (text == null || text.isBlank()) ? Set.of() : new TreeSet<>(Arrays.asList(text.strip().split("\\s+")));
	}

	private static Map<String, String> form(String body) {
		Map<String, String> form = new HashMap<>();
		for (String pair : body.split("&")) {
			int sign = pair.indexOf('=');
			if (sign > 0) {
				form.put(decoded(pair.substring(0, sign)), decoded(pair.substring(sign + 1)));
			}
		}
		return form;
	}

	private static String decoded(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

}
