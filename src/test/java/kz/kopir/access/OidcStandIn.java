package kz.kopir.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A provider of accounts (OpenID Connect) on this machine: its metadata, where a browser
 * is sent, where a code becomes a signed token, and its keys. Whoever comes is the
 * account that the test said.
 */
public final class OidcStandIn {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final String CLIENT = "kopir-of-the-school";

	private static final String SECRET = "only-for-tests";

	private static final OidcStandIn SHARED = new OidcStandIn();

	private final HttpServer server;

	private final RSAKey key;

	private final Map<String, String> nonces = new HashMap<>();

	private String email = "";

	private boolean verified;

	private boolean ownKey = true;

	private OidcStandIn() {
		try {
			this.key = new RSAKeyGenerator(2048).keyID("1").generate();
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		this.server.createContext("/.well-known/openid-configuration", (call) -> answer(call, 200, metadata()));
		this.server.createContext("/keys", (call) -> answer(call, 200, new JWKSet(this.key).toJSONObject()));
		this.server.createContext("/authorize", this::authorize);
		this.server.createContext("/token", this::token);
		this.server.start();
	}

	static OidcStandIn shared() {
		return SHARED;
	}

	/** Whoever comes next has this account. */
	synchronized void account(String address, boolean isVerified) {
		this.email = address;
		this.verified = isVerified;
		this.ownKey = true;
	}

	/** Whoever comes next gets a token that somebody else signed. */
	synchronized void forge() {
		this.ownKey = false;
	}

	private String issuer() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	private Map<String, Object> metadata() {
		return Map.of("issuer", issuer(), "authorization_endpoint", issuer() + "/authorize", "token_endpoint",
				issuer() + "/token", "jwks_uri", issuer() + "/keys", "response_types_supported",
				new String[] { "code" }, "subject_types_supported", new String[] { "public" },
				"id_token_signing_alg_values_supported", new String[] { "RS256" });
	}

	/** The browser comes, signs in, and is sent back with a code. */
	private synchronized void authorize(HttpExchange call) throws IOException {
		Map<String, String> query = fields(call.getRequestURI().getRawQuery());
		if (!CLIENT.equals(query.get("client_id")) || !query.getOrDefault("scope", "").contains("openid")) {
			answer(call, 400, Map.of("error", "invalid_request"));
			return;
		}
		String code = UUID.randomUUID().toString();
		this.nonces.put(code, query.get("nonce"));
		call.getResponseHeaders()
			.add("Location", query.get("redirect_uri") + "?code=" + code + "&state="
					+ URLEncoder.encode(query.get("state"), StandardCharsets.UTF_8));
		call.sendResponseHeaders(302, -1);
		call.close();
	}

	private synchronized void token(HttpExchange call) throws IOException {
		Map<String, String> form = fields(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
		String expected = "Basic "
				+ Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
		String nonce = this.nonces.remove(form.get("code"));
		if (nonce == null || !expected.equals(call.getRequestHeaders().getFirst("Authorization"))) {
			answer(call, 400, Map.of("error", "invalid_grant"));
			return;
		}
		answer(call, 200, Map.of("access_token", UUID.randomUUID().toString(), "token_type", "Bearer", "expires_in",
				3600, "id_token", idToken(nonce)));
	}

	private String idToken(String nonce) {
		Instant now = Instant.now();
		JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer(issuer())
			.subject("account-1")
			.audience(CLIENT)
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
			.claim("nonce", nonce)
			.claim("email", this.email)
			.claim("email_verified", this.verified)
			.build();
		SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("1").build(), claims);
		try {
			token.sign(new RSASSASigner(this.ownKey ? this.key : new RSAKeyGenerator(2048).generate()));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return token.serialize();
	}

	private static Map<String, String> fields(String text) {
		Map<String, String> fields = new HashMap<>();
		for (String part : text.split("&")) {
			String[] pair = part.split("=", 2);
			fields.put(URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
					URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
		}
		return fields;
	}

	private static void answer(HttpExchange call, int status, Map<String, Object> body) throws IOException {
		byte[] bytes = JSON.writeValueAsBytes(body);
		call.getResponseHeaders().add("Content-Type", "application/json");
		call.sendResponseHeaders(status, bytes.length);
		call.getResponseBody().write(bytes);
		call.close();
	}

	/** Points a gateway at the one stand-in of this JVM. */
	public static final class Settings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			String client = "spring.security.oauth2.client.";
			TestPropertyValues
				.of(client + "registration.school.client-id=" + CLIENT,
						client + "registration.school.client-secret=" + SECRET,
						client + "registration.school.client-name=School",
						client + "registration.school.scope=openid,email",
						client + "registration.school.redirect-uri={baseUrl}/login/oauth2/code/{registrationId}",
						client + "registration.school.authorization-grant-type=authorization_code",
						client + "provider.school.issuer-uri=" + SHARED.issuer())
				.applyTo(context);
		}

	}

}
