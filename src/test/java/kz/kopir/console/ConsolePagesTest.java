package kz.kopir.console;

import java.util.List;

import kz.kopir.flow.GatewayHouse;
import kz.kopir.problem.ProblemCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page in a real browser: at a desk and on a phone, in light and in dark, in Kazakh
 * and in Russian, with and without a script. What it looked like is kept under
 * {@code target/console}.
 */
class ConsolePagesTest {

	private static ConsoleSchool school;

	@BeforeAll
	static void aDayHasPassed() {
		Browser.isThere();
		school = ConsoleSchool.afterADay();
	}

	static List<Shown> pages() {
		return List.of(new Shown("today", "/console"), new Shown("runs", "/console/runs"),
				new Shown("run", "/console/runs/" + school.run().id()),
				new Shown("problems", "/console/problems?school=" + GatewayHouse.SCHOOL),
				new Shown("problems-of-a-code", "/console/problems?code=" + ProblemCode.PUPIL_NOT_LINKED),
				new Shown("problem", "/console/problems/" + school.problem(ProblemCode.PUPIL_NOT_LINKED).id()),
				new Shown("terms", "/console/terms?school=" + GatewayHouse.SCHOOL),
				new Shown("works", "/console/terms/works?school=" + GatewayHouse.SCHOOL),
				new Shown("plans", "/console/plans"),
				new Shown("plan", "/console/plans/" + school.smallestPlan().id()));
	}

	@ParameterizedTest
	@MethodSource("pages")
	void aPageIsForEverybodyAtADesk(Shown shown) {
		try (Reader reader = reader("kk", Browser.DESK, true, false)) {
			reader.open(shown.path()).isAccessible();
			reader.fitsTheWindow();
			reader.picture(shown.name() + "-desk");
		}
	}

	@ParameterizedTest
	@MethodSource("pages")
	void aPageIsForEverybodyOnAPhoneInTheDark(Shown shown) {
		try (Reader reader = reader("ru", Browser.PHONE, true, true)) {
			reader.open(shown.path()).isAccessible();
			reader.fitsTheWindow();
			reader.picture(shown.name() + "-phone");
		}
	}

	@ParameterizedTest
	@MethodSource("pages")
	void aPageIsReadWithoutAScript(Shown shown) {
		String withScript = text(shown, true);
		assertThat(withScript).hasSizeGreaterThan(40);
		assertThat(text(shown, false)).isEqualTo(withScript);
	}

	@Test
	void whoHasNotSignedInIsAskedTo() {
		try (Reader stranger = Reader.stranger(school.house(), "kk")) {
			stranger.open("/console/runs");
			assertThat(stranger.page().url()).endsWith("/console/login");
			assertThat(stranger.text()).contains("Kopir: жүйеге кіру");
			stranger.isAccessible();
			stranger.picture("login-desk");
			stranger.signIn(GatewayHouse.USER, "not the password");
			assertThat(stranger.text()).contains("аты немесе құпиясөзі қате");
			stranger.isAccessible();
		}
	}

	@Test
	void theLanguageOnceChosenStays() {
		try (Reader reader = reader("kk", Browser.DESK, true, false)) {
			reader.open("/console/problems?owner=TEACHER");
			assertThat(reader.page().locator("html").getAttribute("lang")).isEqualTo("kk");
			reader.page().locator("nav.languages a[lang=ru]").click();
			assertThat(reader.page().locator("h1").innerText()).isEqualTo("Проблемы");
			assertThat(reader.page().locator("select[name=owner]").inputValue()).as("the same page")
				.isEqualTo("TEACHER");
			reader.open("/console/runs");
			assertThat(reader.page().locator("h1").innerText()).isEqualTo("Запуски");
			reader.open("/console/runs?lang=de");
			assertThat(reader.page().locator("h1").innerText()).as("nobody speaks it here").isEqualTo("Запуски");
		}
	}

	@Test
	void theKeyboardLeadsPastTheFrame() {
		try (Reader reader = reader("ru", Browser.DESK, true, false)) {
			reader.open("/console");
			reader.page().keyboard().press("Tab");
			assertThat(reader.page().locator(":focus").innerText()).isEqualTo("Перейти к содержанию");
			reader.page().keyboard().press("Enter");
			assertThat(reader.page().evaluate("() => document.activeElement.id")).isEqualTo("content");
		}
	}

	@Test
	void whatIsNotThereIsSaidAsAPage() {
		try (Reader reader = reader("ru", Browser.DESK, true, false)) {
			assertThat(reader.page().navigate("/console/runs/no-such-run").status()).isEqualTo(404);
			assertThat(reader.text()).contains("Такого запуска нет");
			reader.isAccessible();
			assertThat(reader.page().navigate("/console/no-such-page").status()).as("what is not named is for nobody")
				.isEqualTo(403);
		}
	}

	@Test
	void aPageRunsNoScriptAndNoStyleButTheConsolesOwn() {
		try (Reader reader = reader("kk", Browser.DESK, true, false)) {
			reader.open("/console");
			assertThat(reader.page().locator("script:not([src]), style, [style], [onclick]").count()).isZero();
			String policy = reader.page().navigate("/console/terms").headerValue("Content-Security-Policy");
			assertThat(policy).contains("script-src 'self'").doesNotContain("unsafe");
			assertThat(reader.complaints()).isEmpty();
		}
	}

	private static String text(Shown shown, boolean script) {
		try (Reader reader = reader("kk", Browser.DESK, script, false)) {
			return reader.open(shown.path()).text();
		}
	}

	private static Reader reader(String language, int width, boolean script, boolean dark) {
		return Reader.of(school.house(), GatewayHouse.USER, language, width, script, dark);
	}

	/**
	 * A page.
	 *
	 * @param name of its picture
	 * @param path where it is
	 */
	record Shown(String name, String path) {

		@Override
		public String toString() {
			return this.name;
		}

	}

}
