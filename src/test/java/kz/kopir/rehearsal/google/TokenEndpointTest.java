package kz.kopir.rehearsal.google;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import com.google.api.client.json.gson.GsonFactory;
import com.google.api.client.json.webtoken.JsonWebSignature;
import com.google.api.client.json.webtoken.JsonWebToken.Payload;
import com.google.auth.oauth2.ServiceAccountCredentials;
import kz.kopir.rehearsal.google.Visitor.Reply;
import kz.kopir.rehearsal.http.FaultScript;
import kz.kopir.rehearsal.world.World;
import kz.kopir.rehearsal.world.WorldSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TokenEndpointTest {

	private static final World WORLD = World.generate(new WorldSettings(1, 25, LocalDate.of(2026, 11, 20)));

	private static final String GOOGLE = "https://oauth2.googleapis.com/token";

	private static final String COURSES = Scopes.PREFIX + "courses.readonly";

	private final MovableClock clock = new MovableClock();

	private final ClassroomStandIn classroom = start();

	private ClassroomStandIn start() {
		return ClassroomStandIn.start(WORLD,
				ClassroomSettings.defaults().withClock(this.clock).withTokenLifetime(Duration.ofMinutes(10)),
				FaultScript.none());
	}

	@AfterEach
	void close() {
		this.classroom.close();
	}

	@Test
	void anAssertionForTheAdministratorOpensTheCourses() throws Exception {
		Reply reply = exchange((claims) -> {
		});
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.json().path("token_type").asText()).isEqualTo("Bearer");
		assertThat(reply.json().path("expires_in").asInt()).isEqualTo(600);
		assertThat(courses(reply.json().path("access_token").asText()).status()).isEqualTo(200);
	}

	@Test
	void theTokenEndpointItselfIsARightAudienceToo() throws Exception {
		assertThat(exchange((claims) -> claims.setAudience(this.classroom.tokenUri().toString())).status())
			.isEqualTo(200);
	}

	@Test
	void anotherAudienceIsRefused() throws Exception {
		refused(exchange((claims) -> claims.setAudience("https://example.org/token")), 400, "invalid_grant");
	}

	@Test
	void anotherIssuerIsRefused() throws Exception {
		refused(exchange((claims) -> claims.setIssuer("x@example.org")), 400, "invalid_grant");
	}

	@Test
	void aSubjectWithoutAnAccountIsRefused() throws Exception {
		refused(exchange((claims) -> claims.setSubject("nobody@example.org")), 400, "invalid_grant");
	}

	@Test
	void aScopeThatNoAdministratorAllowedIsRefused() throws Exception {
		refused(exchange((claims) -> claims.set("scope", COURSES + " " + Scopes.PREFIX + "courses")), 401,
				"unauthorized_client");
	}

	@Test
	void anAssertionWithoutScopesIsRefused() throws Exception {
		refused(exchange((claims) -> claims.set("scope", "")), 400, "invalid_scope");
	}

	@Test
	void anExpiredAssertionIsRefused() throws Exception {
		refused(exchange(
				(claims) -> claims.setIssuedAtTimeSeconds(now() - 7200).setExpirationTimeSeconds(now() - 3600)), 400,
				"invalid_grant");
	}

	@Test
	void anAssertionForMoreThanAnHourIsRefused() throws Exception {
		refused(exchange((claims) -> claims.setExpirationTimeSeconds(now() + 7200)), 400, "invalid_grant");
	}

	@Test
	void anAssertionSignedWithAnotherKeyIsRefused() throws Exception {
		try (ClassroomStandIn other = start()) {
			Reply reply = Visitor.token(this.classroom, assertion(sign(other, (claims) -> {
			})));
			refused(reply, 400, "invalid_grant");
			assertThat(reply.body()).contains("Invalid JWT Signature");
		}
	}

	@Test
	void whatIsNoAssertionIsRefused() {
		refused(Visitor.token(this.classroom, assertion("a.b.c")), 400, "invalid_grant");
		refused(Visitor.token(this.classroom, assertion("")), 400, "invalid_grant");
	}

	@Test
	void aServiceAccountThatStandsForNobodySeesNothing() throws Exception {
		String token = exchange((claims) -> claims.setSubject(null)).json().path("access_token").asText();
		assertThat(courses(token).body()).doesNotContain("courses");
		assertThat(Visitor.with(this.classroom, token).get("courses/" + WORLD.courses().get(0).id()).status())
			.isEqualTo(403);
	}

	@Test
	void aRefreshTokenIsGoodForItsClientOnly() {
		RefreshTokenClient client = this.classroom.refreshTokenClient();
		assertThat(refresh(client.clientId(), client.clientSecret(), client.refreshToken()).status()).isEqualTo(200);
		refused(refresh(client.clientId(), "wrong", client.refreshToken()), 401, "invalid_client");
		refused(refresh("wrong", client.clientSecret(), client.refreshToken()), 401, "invalid_client");
		refused(refresh(client.clientId(), client.clientSecret(), "revoked"), 400, "invalid_grant");
	}

	@Test
	void anotherGrantIsRefused() {
		refused(Visitor.token(this.classroom, Map.of("grant_type", "password")), 400, "unsupported_grant_type");
	}

	@Test
	void aBearerTokenExpires() throws Exception {
		String token = exchange((claims) -> {
		}).json().path("access_token").asText();
		this.clock.advance(Duration.ofMinutes(10).minusMillis(1));
		assertThat(courses(token).status()).isEqualTo(200);
		this.clock.advance(Duration.ofMillis(1));
		Reply expired = courses(token);
		assertThat(expired.status()).isEqualTo(401);
		assertThat(expired.errorStatus()).isEqualTo("UNAUTHENTICATED");
		assertThat(expired.header("WWW-Authenticate")).contains("invalid_token");
	}

	@Test
	void googlesLibrarySignsInWithTheKeyFile() throws IOException {
		ServiceAccountCredentials credentials = ServiceAccountCredentials.fromStream(
				new ByteArrayInputStream(this.classroom.serviceAccountKeyJson().getBytes(StandardCharsets.UTF_8)));
		String token = credentials.createScoped(Set.of(COURSES))
			.createDelegated(this.classroom.adminEmail())
			.refreshAccessToken()
			.getTokenValue();
		assertThat(courses(token).status()).isEqualTo(200);
	}

	private Reply courses(String token) {
		return Visitor.with(this.classroom, token).get("courses");
	}

	private Reply refresh(String id, String secret, String token) {
		return Visitor.token(this.classroom, Map.of("grant_type", "refresh_token", "client_id", id, "client_secret",
				secret, "refresh_token", token));
	}

	private Reply exchange(Consumer<Payload> change) throws IOException, GeneralSecurityException {
		return Visitor.token(this.classroom, assertion(sign(this.classroom, change)));
	}

	private String sign(ClassroomStandIn signer, Consumer<Payload> change)
			throws IOException, GeneralSecurityException {
		ServiceAccountCredentials key = ServiceAccountCredentials
			.fromStream(new ByteArrayInputStream(signer.serviceAccountKeyJson().getBytes(StandardCharsets.UTF_8)));
		Payload claims = new Payload().setIssuer(key.getClientEmail())
			.setSubject(this.classroom.adminEmail())
			.setAudience(GOOGLE)
			.setIssuedAtTimeSeconds(now())
			.setExpirationTimeSeconds(now() + 3600)
			.set("scope", COURSES);
		change.accept(claims);
		JsonWebSignature.Header header = new JsonWebSignature.Header().setAlgorithm("RS256")
			.setKeyId(key.getPrivateKeyId());
		return JsonWebSignature.signUsingRsaSha256(key.getPrivateKey(), GsonFactory.getDefaultInstance(), header,
				claims);
	}

	private long now() {
		return this.clock.instant().getEpochSecond();
	}

	private static Map<String, String> assertion(String assertion) {
		return Map.of("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion", assertion);
	}

	private static void refused(Reply reply, int status, String error) {
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.json().path("error").asText()).isEqualTo(error);
		assertThat(reply.json().path("error_description").asText()).isNotEmpty();
	}

}
