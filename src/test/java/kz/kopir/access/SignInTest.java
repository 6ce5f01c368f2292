package kz.kopir.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import kz.kopir.audit.Audit;
import kz.kopir.audit.AuditAction;
import kz.kopir.audit.AuditEntry;
import kz.kopir.manage.OnManagementHouse;
import kz.kopir.testing.DrivenClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@OnManagementHouse
class SignInTest {

	private static final String RIGHT = "right-password";

	private static final String SESSION = "kopir-session";

	@LocalServerPort
	private int port;

	@Autowired
	private Audit audit;

	@Autowired
	private DrivenClock clock;

	private long before;

	@BeforeEach
	void count() {
		List<AuditEntry> last = this.audit.before(Audit.GATEWAY, Long.MAX_VALUE, 1);
		this.before = last.isEmpty() ? 0 : last.get(0).seq();
	}

	@Test
	void aPersonSignsInByTheFormAndHasASessionOfTheirOwn() throws Exception {
		Browser browser = new Browser(this.port, "10.2.0.1");
		browser.get("/console/login");
		String anonymous = browser.cookie(SESSION);
		assertThat(anonymous).isNotNull();
		HttpResponse<String> signedIn = browser.signIn("viewer", RIGHT);
		assertThat(signedIn.statusCode()).isEqualTo(302);
		assertThat(signedIn.headers().firstValue("Location"))
			.hasValueSatisfying((location) -> assertThat(location).endsWith("/console"));
		assertThat(browser.cookie(SESSION)).as("nobody can have prepared the session").isNotEqualTo(anonymous);
		assertThat(browser.get("/console").statusCode()).as("allowed, though no page is there").isEqualTo(404);
		assertThat(told()).extracting(AuditEntry::who, AuditEntry::action, AuditEntry::object)
			.containsExactly(tuple("viewer", AuditAction.SIGNED_IN, "address:10.2.0.1"));
	}

	@Test
	void whoSignsOutIsOut() throws Exception {
		Browser browser = new Browser(this.port, "10.2.0.2");
		browser.signIn("viewer", RIGHT);
		String stolen = browser.cookie(SESSION);
		HttpResponse<String> out = browser.post("/console/logout", Map.of("_csrf", browser.token()));
		assertThat(out.headers().firstValue("Location"))
			.hasValueSatisfying((location) -> assertThat(location).endsWith("/console/login?out"));
		assertThat(browser.follow(out).body()).contains("Сіз жүйеден шықтыңыз.");
		assertThat(get("/console", "Cookie", SESSION + "=" + stolen).statusCode()).isEqualTo(302);
		assertThat(told()).extracting(AuditEntry::action)
			.containsExactly(AuditAction.SIGNED_IN, AuditAction.SIGNED_OUT);
	}

	@Test
	void withoutTheTokenOfTheFormNobodyIsSignedIn() throws Exception {
		Browser browser = new Browser(this.port, "10.2.0.3");
		browser.get("/console/login");
		assertThat(browser.post("/console/login", Map.of("username", "viewer", "password", RIGHT)).statusCode())
			.isEqualTo(403);
		assertThat(browser.get("/console").statusCode()).isEqualTo(302);
	}

	@Test
	void theCookieOfASessionIsForThisServersPagesAlone() throws Exception {
		Browser browser = new Browser(this.port, "10.2.0.4");
		String cookie = browser.get("/console/login").headers().firstValue("Set-Cookie").orElseThrow();
		assertThat(cookie).startsWith(SESSION + "=").contains("HttpOnly", "SameSite=Lax", "Secure");
		String open = new Browser(this.port, "10.2.0.4").withoutTls()
			.get("/console/login")
			.headers()
			.firstValue("Set-Cookie")
			.orElseThrow();
		assertThat(open).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure");
	}

	@Test
	void aSessionOpensNothingThatScriptsCallAndAScriptGetsNoSession() throws Exception {
		Browser browser = new Browser(this.port, "10.2.0.5");
		browser.signIn("kopir", RIGHT);
		assertThat(browser.get("/actuator/runs").statusCode()).isEqualTo(401);
		HttpResponse<String> script = script("/actuator/runs", "kopir", RIGHT, "10.2.0.5");
		assertThat(script.statusCode()).isEqualTo(200);
		assertThat(script.headers().firstValue("Set-Cookie")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/console/login", "/actuator/runs", "/actuator/health" })
	void everyAnswerTellsTheBrowserWhatItMayDo(String path) throws Exception {
		HttpResponse<String> answer = path.startsWith("/console") ? new Browser(this.port, "10.2.0.6").get(path)
				: script(path, "viewer", RIGHT, "10.2.0.6");
		assertThat(header(answer, "Content-Security-Policy"))
			.contains("script-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "form-action 'self'")
			.doesNotContain("unsafe");
		assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
		assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
		assertThat(header(answer, "Permissions-Policy")).contains("camera=()");
		assertThat(header(answer, "Cache-Control")).contains("no-store");
		assertThat(header(answer, "Strict-Transport-Security")).startsWith("max-age=31536000");
	}

	@Test
	void withoutTlsABrowserIsNotToldToComeBackOverIt() throws Exception {
		assertThat(new Browser(this.port, "10.2.0.7").withoutTls().get("/console/login").headers().map())
			.doesNotContainKey("strict-transport-security");
	}

	@ParameterizedTest
	@CsvSource({ "kk, Құпиясөз, 15 минут күтіңіз", "ru, Пароль, подождите 15 мин", "en, Password, wait for 15 min" })
	void thePageSpeaksTheLanguageThatIsAskedFor(String language, String password, String wait) throws Exception {
		Browser browser = new Browser(this.port, "10.2.0.8");
		assertThat(browser.get("/console/login?lang=" + language).body())
			.contains("lang=\"" + language + "\"", password, "School")
			.doesNotContain("role=\"alert\"", "<script", "style=");
		assertThat(browser.get("/console/login?error&lang=" + language).body()).contains("role=\"alert\"", wait);
	}

	@Test
	void aWrongPasswordLeadsBackToTheFormInItsLanguage() throws Exception {
		Browser browser = new Browser(this.port, "10.2.0.9");
		HttpResponse<String> refused = browser.post("/console/login",
				Map.of("username", "careless", "password", "wrong", "lang", "ru", "_csrf", browser.token()));
		assertThat(browser.follow(refused).body()).contains("Войти не удалось");
		assertThat(told()).extracting(AuditEntry::who, AuditEntry::action)
			.containsExactly(tuple("careless", AuditAction.SIGN_IN_REFUSED));
	}

	@Test
	void afterFiveWrongPasswordsTheRightOneIsRefusedToo() throws Exception {
		this.clock.set("2026-11-20T09:00");
		for (int i = 0; i < 5; i++) {
			assertThat(script("/actuator", "attacked", "wrong-" + i, "10.2.1." + i).statusCode()).isEqualTo(401);
		}
		HttpResponse<String> locked = script("/actuator", "attacked", RIGHT, "10.2.1.9");
		HttpResponse<String> unknown = script("/actuator", "nobody", RIGHT, "10.2.1.9");
		assertThat(locked.statusCode()).isEqualTo(401);
		assertThat(withoutTime(locked)).isEqualTo(withoutTime(unknown));
		assertThat(names(locked)).isEqualTo(names(unknown));
		Browser browser = new Browser(this.port, "10.2.1.10");
		assertThat(header(browser.signIn("attacked", RIGHT), "Location")).contains("/console/login?error");
		assertThat(told()).extracting(AuditEntry::who, AuditEntry::action)
			.contains(tuple("attacked", AuditAction.SIGN_IN_LOCKED), tuple("unknown", AuditAction.SIGN_IN_REFUSED));
		assertThat(told())
			.filteredOn((row) -> row.action() == AuditAction.SIGN_IN_REFUSED && row.who().equals("attacked"))
			.hasSize(5);
		assertThat(told()).noneMatch((row) -> (row.who() + row.object()).contains("nobody"));
		this.clock.set("2026-11-20T09:16");
		assertThat(script("/actuator", "attacked", RIGHT, "10.2.1.9").statusCode()).isEqualTo(200);
	}

	@Test
	void anAddressThatTriesTooOftenIsRefusedWithTheRightPasswordToo() throws Exception {
		this.clock.set("2026-11-20T09:20");
		for (int i = 0; i < 30; i++) {
			script("/actuator", "invented-" + i, "wrong", "10.2.2.1");
		}
		assertThat(script("/actuator", "viewer", RIGHT, "10.2.2.1").statusCode()).isEqualTo(401);
		assertThat(script("/actuator", "viewer", RIGHT, "10.2.2.2").statusCode()).isEqualTo(200);
		assertThat(told()).anySatisfy((row) -> {
			assertThat(row.action()).isEqualTo(AuditAction.SIGN_IN_LIMITED);
			assertThat(row.who()).isEqualTo("viewer");
			assertThat(row.object()).contains("10.2.2.1", "times:1");
		});
		this.clock.set("2026-11-20T09:22");
		assertThat(script("/actuator", "viewer", RIGHT, "10.2.2.1").statusCode()).isEqualTo(200);
	}

	@Test
	void aPasswordLongerThanBcryptReadsIsSimplyWrong() throws Exception {
		assertThat(script("/actuator", "careless", "x".repeat(200), "10.2.2.9").statusCode()).isEqualTo(401);
	}

	@Test
	void aScriptThatSignsInWithEachRequestIsToldOnceAnHour() throws Exception {
		this.clock.set("2026-11-20T10:00");
		script("/actuator", "viewer", RIGHT, "10.2.3.1");
		script("/actuator", "viewer", RIGHT, "10.2.3.1");
		script("/actuator", "viewer", RIGHT, "10.2.3.2");
		assertThat(told()).extracting(AuditEntry::object).containsExactly("address:10.2.3.1", "address:10.2.3.2");
		this.clock.set("2026-11-20T11:00");
		script("/actuator", "viewer", RIGHT, "10.2.3.1");
		assertThat(told()).hasSize(3);
	}

	@Test
	void whatIsNotForAUsersRolesIsRefusedAndTold() throws Exception {
		HttpResponse<String> refused = script("/actuator/plans/plan-of-a-class", "viewer", RIGHT, "10.2.3.9");
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(told()).last().satisfies((row) -> {
			assertThat(row.action()).isEqualTo(AuditAction.ACCESS_REFUSED);
			assertThat(row.who()).isEqualTo("viewer");
			assertThat(row.object()).isEqualTo("GET /actuator/plans/{id}");
		});
	}

	@Test
	void anAccountOfTheSchoolSignsInAsTheUserWithItsAddress() throws Exception {
		OidcStandIn.shared().account("DEPUTY@school.example", true);
		Browser browser = new Browser(this.port, "10.2.4.1");
		assertThat(browser.get("/console/login").body()).contains("/oauth2/authorization/school");
		HttpResponse<String> back = comeBack(browser);
		assertThat(header(back, "Location")).endsWith("/console");
		assertThat(browser.get("/console").statusCode()).isEqualTo(404);
		assertThat(told()).extracting(AuditEntry::who, AuditEntry::action)
			.containsExactly(tuple("deputy", AuditAction.SIGNED_IN));
	}

	@ParameterizedTest
	@CsvSource({ "stranger@school.example, true", "deputy@school.example, false" })
	void anAccountThatIsNotKnownOrNotVerifiedIsRefusedAndTold(String email, boolean verified) throws Exception {
		OidcStandIn.shared().account(email, verified);
		Browser browser = new Browser(this.port, "10.2.4.2");
		HttpResponse<String> back = comeBack(browser);
		assertThat(header(back, "Location")).endsWith("/console/login?unknown");
		assertThat(browser.follow(back).body()).contains("Бұл аккаунт Kopir жүйесінде тіркелмеген");
		assertThat(browser.get("/console").statusCode()).isEqualTo(302);
		assertThat(told()).singleElement().satisfies((row) -> {
			assertThat(row.action()).isEqualTo(AuditAction.SIGN_IN_REFUSED);
			assertThat(row.who()).isEqualTo("unknown");
			assertThat(row.object()).contains("account:unknown").doesNotContain("@");
		});
	}

	@Test
	void aTokenThatSomebodyElseSignedIsRefused() throws Exception {
		OidcStandIn.shared().account("deputy@school.example", true);
		OidcStandIn.shared().forge();
		Browser browser = new Browser(this.port, "10.2.4.3");
		assertThat(header(comeBack(browser), "Location")).endsWith("/console/login?error");
		assertThat(browser.get("/console").statusCode()).isEqualTo(302);
	}

	@Test
	void anAnswerOfTheProviderThatThisBrowserDidNotAskForIsRefused() throws Exception {
		OidcStandIn.shared().account("deputy@school.example", true);
		Browser browser = new Browser(this.port, "10.2.4.4");
		HttpResponse<String> there = browser.follow(browser.get("/oauth2/authorization/school"));
		browser.forget();
		assertThat(header(browser.follow(there), "Location")).endsWith("/console/login?error");
	}

	/** To the provider, and back with its code. */
	private static HttpResponse<String> comeBack(Browser browser) throws IOException, InterruptedException {
		HttpResponse<String> toProvider = browser.get("/oauth2/authorization/school");
		return browser.follow(browser.follow(toProvider));
	}

	/** What the audit of the gateway was told in this test. */
	private List<AuditEntry> told() {
		return this.audit.before(Audit.GATEWAY, Long.MAX_VALUE, 200)
			.stream()
			.filter((row) -> row.seq() > this.before)
			.sorted((one, other) -> Long.compare(one.seq(), other.seq()))
			.toList();
	}

	private HttpResponse<String> script(String path, String user, String password, String address)
			throws IOException, InterruptedException {
		return get(path, "Authorization",
				"Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)),
				"X-Forwarded-For", address, "X-Forwarded-Proto", "https");
	}

	private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path)).headers(headers).build(),
					HttpResponse.BodyHandlers.ofString());
	}

	private static String withoutTime(HttpResponse<String> response) {
		return response.body().replaceAll("\"timestamp\":\"[^\"]+\"", "");
	}

	private static String header(HttpResponse<String> response, String name) {
		return response.headers().firstValue(name).orElse("");
	}

	private static List<String> names(HttpResponse<String> response) {
		return response.headers().map().keySet().stream().sorted().toList();
	}

}
