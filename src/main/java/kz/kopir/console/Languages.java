package kz.kopir.console;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * In which language a person reads: the one chosen last in this browser, at first Kazakh.
 * What the browser says of itself does not count: it speaks of the machine.
 */
final class Languages extends CookieLocaleResolver implements HandlerInterceptor {

	static final Locale KAZAKH = Locale.forLanguageTag("kk");

	static final Locale RUSSIAN = Locale.forLanguageTag("ru");

	/** The first one is the one of who has not chosen. */
	static final List<Locale> ALL = List.of(KAZAKH, RUSSIAN, Locale.ENGLISH);

	/** The argument by which a link chooses a language. */
	static final String ARGUMENT = "lang";

	private static final Duration REMEMBERED = Duration.ofDays(365);

	Languages() {
		super("kopir-language");
		setDefaultLocale(KAZAKH);
		setCookieMaxAge(REMEMBERED);
		setCookiePath("/");
		setCookieHttpOnly(true);
		setCookieSameSite("Lax");
		setRejectInvalidCookies(false);
	}

	/** A language that nobody speaks here counts as none. */
	@Override
	protected @Nullable Locale parseLocaleValue(String value) {
		return ALL.stream().filter((language) -> language.getLanguage().equals(value)).findFirst().orElse(null);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		String chosen = request.getParameter(ARGUMENT);
		if (chosen != null && request.getMethod().equals("GET")) {
			Locale language = parseLocaleValue(chosen);
			if (language != null) {
				setLocale(request, response, language);
			}
		}
		return true;
	}

}
