package kz.kopir.rehearsal.kundelik;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.http.Call;
import kz.kopir.rehearsal.kundelik.KundelikSettings.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens and their renewal. Thread-safe. A refresh token works once: the answer
 * holds the next one. The access token that was renewed stays valid until it expires.
 * Both are choices of the rehearsal; only the body and the answer are evidenced.
 */
final class Tokens {

	private final Credentials credentials;

	private final Clock clock;

	private final Map<String, Grant> grants = new HashMap<>();

	private final Account refreshed;

	private String refreshToken;

	private int issued;

	private record Grant(Account account, Instant expires) {
	}

	Tokens(Credentials credentials, Account admin, Account teacher, Account stranger, Clock clock) {
		this.credentials = credentials;
		this.clock = clock;
		this.refreshed = admin;
		this.refreshToken = credentials.adminRefreshToken();
		Instant expires = clock.instant().plus(credentials.accessTokenLifetime());
		this.grants.put(credentials.adminToken(), new Grant(admin, expires));
		this.grants.put(credentials.teacherToken(), new Grant(teacher, expires));
		this.grants.put(credentials.strangerToken(), new Grant(stranger, expires));
	}

	/** The token of a call: a header or a query parameter, never a bearer token. */
	static String token(Call call) {
		String token = call.header("access-token");
		if (token == null) {
			token = call.parameter("access_token");
		}
		if (token == null || token.isEmpty()) {
			throw new Refusal(401, "tokenRequired", "You must supply valid token to access method");
		}
		return token;
	}

	synchronized Account account(String token) {
		Grant grant = this.grants.get(token);
		if (grant == null || !this.clock.instant().isBefore(grant.expires)) {
			throw new Refusal(401, "invalidToken", "The token is wrong or no longer active");
		}
		return grant.account;
	}

	/** {@code POST authorizations} with the grant {@code RefreshToken}. */
	Answer authorize(JsonNode body) {
		if (!"RefreshToken".equals(text(body, "grant_type"))) {
			throw Refusal.parameter("grant_type must be RefreshToken");
		}
		if (!this.credentials.clientId().equals(text(body, "client_id"))
				|| !this.credentials.clientSecret().equals(text(body, "client_secret"))) {
			throw new Refusal(403, "authorizationFailed", "client_id or client_secret is wrong");
		}
		return renew(text(body, "refreshToken"));
	}

	private synchronized Answer renew(@Nullable String presented) {
		if (!this.refreshToken.equals(presented)) {
			throw new Refusal(403, "authorizationFailed", "The refresh token is wrong or was used before");
		}
		this.issued++;
		String access = String.format(Locale.ROOT, "%s%07d", "rehearsalRenewedToken0000", this.issued);
		this.refreshToken = String.format(Locale.ROOT, "%s%07d", "rehearsalRenewedRefresh00", this.issued);
		Duration lifetime = this.credentials.accessTokenLifetime();
		this.grants.put(access, new Grant(this.refreshed, this.clock.instant().plus(lifetime)));
		String next = this.refreshToken;
		return Json.ok((out) -> {
			out.writeStartObject();
			out.writeStringField("accessToken", access);
			Json.id(out, "expiresIn", lifetime.toSeconds());
			out.writeStringField("refreshToken", next);
			out.writeStringField("scope", "CommonInfo,EducationalInfo");
			Json.id(out, "user", this.refreshed.userId());
			out.writeEndObject();
		});
	}

	private static @Nullable String text(JsonNode body, String field) {
		JsonNode value = body.get(field);
		return (value != null && value.isTextual()) ? value.textValue() : null;
	}

}
