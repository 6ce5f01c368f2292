package kz.kopir.mail;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import kz.kopir.digest.LetterKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Shows every mail in Chromium, as wide as a telephone and as a window, in light and in
 * dark, and keeps the pictures in {@code target/mails}. Without Chromium it is skipped,
 * but not in CI, where KOPIR_REQUIRE_CHROMIUM is set.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RenderedMailTest {

	private static final Path PICTURES = Path.of("target", "mails");

	/** Kazakh with Russian below it, for those whose language nobody knows. */
	private static final String BOTH = "kk-ru";

	private static final int TELEPHONE = 360;

	private static final int WINDOW = 800;

	/** What stands further right than the page is wide. */
	private static final String TOO_WIDE = """
			() => [...document.querySelectorAll('body *')]
				.filter((one) => one.getBoundingClientRect().right > window.innerWidth + 0.5
						|| one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')
				.map((one) => one.tagName + ' ' + one.textContent.slice(0, 40))
			""";

	private static final String UNLOADED = "() => [...document.images].filter((one) => !(one.naturalWidth > 0)).length";

	/** From 0 for black to 1 for white. */
	private static final String BRIGHTNESS = """
			() => {
				const card = document.querySelector('.card');
				const [r, g, b] = getComputedStyle(card).backgroundColor.match(/\\d+/g).map(Number);
				return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
			}
			""";

	private final Composer composer = new Composer();

	private @Nullable Playwright playwright;

	private @Nullable Browser browser;

	@BeforeAll
	void chromiumIsHere() throws IOException {
		boolean required = System.getenv("CI") != null || System.getenv("KOPIR_REQUIRE_CHROMIUM") != null;
		Optional<Path> chromium = onPath("chromium");
		assumeTrue(required || chromium.isPresent(), "Skipped: there is no chromium on the PATH to show mails with");
		assertThat(chromium).as("chromium on the PATH").isPresent();
		Files.createDirectories(PICTURES);
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(chromium.get())
				.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
						"--disable-background-networking", "--disable-component-update", "--disable-sync")));
	}

	@AfterAll
	void close() {
		if (this.playwright != null) {
			this.playwright.close();
		}
	}

	static Stream<Arguments> everyMail() {
		return Stream.of(LetterKind.values())
			.flatMap((kind) -> Stream.of("kk", "ru", BOTH).map((language) -> Arguments.of(kind, language)));
	}

	@ParameterizedTest(name = "{0} in {1}")
	@MethodSource("everyMail")
	void aMailCanBeReadOnATelephoneAndInTheDark(LetterKind kind, String language) throws IOException {
		Composed mail = this.composer.compose(SampleLetters.of(kind, language.equals(BOTH) ? null : language),
				SampleLetters.CONTEXT);
		String name = kind.name().toLowerCase(Locale.ROOT) + "-" + language;
		String html = standalone(mail);
		Files.writeString(PICTURES.resolve(name + ".html"), html);
		Files.writeString(PICTURES.resolve(name + ".txt"), mail.subject() + "\n\n" + mail.text());
		List<String> requests = new ArrayList<>();
		try (Page page = this.browser.newPage()) {
			page.onRequest((request) -> requests.add(request.url()));
			page.setContent(html);
			for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
				page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
				for (int width : new int[] { WINDOW, TELEPHONE }) {
					page.setViewportSize(width, 800);
					String shown = name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
					page.screenshot(
							new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(shown + ".png")));
					assertThat(page.evaluate("() => document.documentElement.scrollWidth")).as(shown).isEqualTo(width);
					assertThat((List<?>) page.evaluate(TOO_WIDE)).as(shown + ": wider than the page").isEmpty();
				}
				assertThat(brightness(page)).as("brightness in " + scheme)
					.matches((value) -> (scheme == ColorScheme.DARK) ? value < 0.2 : value > 0.8);
				assertCanBeRead(page, scheme);
			}
			assertThat(page.evaluate(UNLOADED)).as("pictures that are not shown").isEqualTo(0);
		}
		assertThat(requests).as("loaded from elsewhere").allMatch((url) -> url.startsWith("data:"));
	}

	private static double brightness(Page page) {
		return ((Number) page.evaluate(BRIGHTNESS)).doubleValue();
	}

	private static void assertCanBeRead(Page page, ColorScheme scheme) {
		AxeResults results = new AxeBuilder(page).withRules(List.of("color-contrast", "image-alt", "valid-lang"))
			.analyze();
		assertThat(results.getPasses()).extracting(Rule::getId).contains("color-contrast");
		assertThat(results.getViolations()).as("in " + scheme)
			.extracting((rule) -> rule.getId() + " " + rule.getNodes())
			.isEmpty();
	}

	/** A browser alone knows no parts of a mail. */
	private static String standalone(Composed mail) {
		String html = mail.html();
		for (Composed.Picture picture : mail.pictures()) {
			html = html.replace("cid:" + picture.name(),
					"data:image/png;base64," + Base64.getEncoder().encodeToString(picture.png()));
		}
		return html;
	}

	private static Optional<Path> onPath(String command) {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.filter((folder) -> !folder.isEmpty())
			.map((folder) -> Path.of(folder, command))
			.filter(Files::isExecutable)
			.findFirst();
	}

}
