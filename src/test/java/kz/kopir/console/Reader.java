package kz.kopir.console;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import kz.kopir.access.Role;
import kz.kopir.flow.GatewayHouse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A person before the console, who has signed in.
 */
final class Reader implements AutoCloseable {

	private static final Map<String, List<Cookie>> SESSIONS = new ConcurrentHashMap<>();

	private final BrowserContext window;

	private final Page page;

	private final String language;

	private final List<String> complaints = new ArrayList<>();

	private Reader(BrowserContext window, String language) {
		this.window = window;
		this.page = window.newPage();
		this.language = language;
		this.page.onConsoleMessage((message) -> {
			if (message.type().equals("error")) {
				this.complaints.add(message.text());
			}
		});
	}

	/** Everybody's password is the same in the house of the tests. */
	static Reader of(GatewayHouse house, String user, String language) {
		return of(house, user, language, Browser.DESK, true, false);
	}

	/** Who has only this role beside that of the viewer. */
	static Reader of(GatewayHouse house, Role role, String language) {
		return of(house, role.name().toLowerCase(Locale.ROOT).replace('_', '-'), language);
	}

	/** Who has not signed in. */
	static Reader stranger(GatewayHouse house, String language) {
		return new Reader(Browser.window(address(house), language, Browser.DESK, true, false), language);
	}

	static Reader of(GatewayHouse house, String user, String language, int width, boolean script, boolean dark) {
		Reader reader = new Reader(Browser.window(address(house), language, width, script, dark), language);
		List<Cookie> session = SESSIONS.computeIfAbsent(user, (name) -> session(house, name));
		reader.window.addCookies(session);
		return reader;
	}

	/** Everybody signs in once; a new window takes the session along. */
	private static List<Cookie> session(GatewayHouse house, String user) {
		try (Reader reader = stranger(house, "kk")) {
			reader.open("/console/login").signIn(user, GatewayHouse.PASSWORD);
			assertThat(reader.page.url()).as("signed in as %s", user).doesNotContain("login");
			return reader.window.cookies().stream().filter((cookie) -> !cookie.name.equals("kopir-language")).toList();
		}
	}

	private static String address(GatewayHouse house) {
		return "http://127.0.0.1:" + house.port();
	}

	void signIn(String user, String password) {
		this.page.locator("input[name=username]").fill(user);
		this.page.locator("input[name=password]").fill(password);
		this.page.locator("main button[type=submit]").click();
	}

	Page page() {
		return this.page;
	}

	/** Opens a page, which must be there. */
	Reader open(String path) {
		assertThat(this.page.navigate(path).status()).as(path).isEqualTo(200);
		return this;
	}

	/** What the browser complained of, for example a style that the policy forbids. */
	List<String> complaints() {
		return this.complaints;
	}

	/** What the page shows as its text, without the frame. */
	String text() {
		return this.page.locator("main").innerText();
	}

	/** Keeps a picture of the whole page for people to look at. */
	void picture(String name) {
		this.page.screenshot(
				new Page.ScreenshotOptions().setPath(Path.of("target", "console", name + "-" + this.language + ".png"))
					.setFullPage(true));
	}

	/** Nothing on the page keeps a person with a keyboard or a screen reader out. */
	void isAccessible() {
		List<Rule> grave = new AxeBuilder(this.page).analyze()
			.getViolations()
			.stream()
			.filter((rule) -> "serious".equals(rule.getImpact()) || "critical".equals(rule.getImpact()))
			.toList();
		assertThat(grave).as(this.page.url())
			.extracting((rule) -> rule.getId() + " " + rule.getNodes().stream().map(Object::toString).toList())
			.isEmpty();
		assertThat(this.page.locator("h1").count()).as("one heading of the page").isEqualTo(1);
	}

	/** Nothing of the page lies beside the window. */
	void fitsTheWindow() {
		Object beside = this.page
			.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
		assertThat(((Number) beside).intValue()).as("pixels beside the window of " + this.page.url()).isZero();
	}

	@Override
	public void close() {
		this.window.close();
	}

}
