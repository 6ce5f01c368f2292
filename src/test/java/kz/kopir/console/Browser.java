package kz.kopir.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Assumptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The one Chromium of this JVM. On a machine that has none the tests that need it are
 * skipped and say so, but not where {@code KOPIR_REQUIRE_CHROMIUM} is set.
 */
final class Browser {

	static final int DESK = 1280;

	/** The narrowest phone that pages must fit. */
	static final int PHONE = 360;

	/** A machine that builds has other things to do, too. */
	private static final int PATIENCE_MILLIS = 60_000;

	private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

	private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	private Browser() {
	}

	/** Skips the test when there is no Chromium, unless it is required. */
	static void isThere() {
		boolean required = System.getenv("CI") != null || System.getenv("KOPIR_REQUIRE_CHROMIUM") != null;
		if (required) {
			assertThat(CHROMIUM).as("the console is tried in a real browser: apt-get install chromium").exists();
		}
		Assumptions.assumeTrue(Files.isExecutable(CHROMIUM),
				"There is no /usr/bin/chromium on this machine: the console was not tried in a browser. "
						+ "apt-get install chromium, and run the tests again.");
	}

	/** A window of its own, with no memory of another one. */
	static BrowserContext window(String address, String language, int width, boolean script, boolean dark) {
		BrowserContext window = Shared.CHROMIUM_RUNNING
			.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setBaseURL(address)
				.setViewportSize(width, (width == PHONE) ? 740 : 900)
				.setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
				.setJavaScriptEnabled(script));
		window.setDefaultTimeout(PATIENCE_MILLIS);
		window.addCookies(List.of(new Cookie("kopir-language", language).setUrl(address)));
		return window;
	}

	private static final class Shared {

		static final com.microsoft.playwright.Browser CHROMIUM_RUNNING = start();

		private static com.microsoft.playwright.Browser start() {
			Playwright playwright = Playwright
				.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
			PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
			Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
			return playwright.chromium()
				.launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM)
					.setArgs(ARGUMENTS)
					.setHeadless(true));
		}

	}

}
