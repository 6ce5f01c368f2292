package kz.kopir.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.WebUtils;

/**
 * The texts of the login page in Kazakh, Russian and English. The language of the machine
 * plays no part.
 */
final class LoginTexts {

	/** The first is the one for whom no other is meant. */
	static final List<String> LANGUAGES = List.of("kk", "ru", "en");

	/** By it the console remembers a language. */
	private static final String LANGUAGE_COOKIE = "kopir-language";

	private final Map<String, Map<String, String>> texts = new TreeMap<>();

	LoginTexts() {
		LANGUAGES.forEach((language) -> this.texts.put(language, read("access_" + language + ".properties")));
	}

	/** All texts in a language by their keys. */
	Map<String, String> in(String language) {
		return this.texts.getOrDefault(language, Map.of());
	}

	/**
	 * The language that a request asks for, else the one that was chosen last in this
	 * browser, at first Kazakh. What the browser says of itself does not count: it speaks
	 * of the machine.
	 */
	static String language(HttpServletRequest request) {
		@Nullable String asked = request.getParameter("lang");
		Cookie chosen = WebUtils.getCookie(request, LANGUAGE_COOKIE);
		return Stream.of(Optional.ofNullable(asked), Optional.ofNullable(chosen).map(Cookie::getValue))
			.flatMap(Optional::stream)
			.filter(LANGUAGES::contains)
			.findFirst()
			.orElse(LANGUAGES.get(0));
	}

	private static Map<String, String> read(String name) {
		Properties properties = new Properties();
		try (InputStream stream = LoginTexts.class.getResourceAsStream(name)) {
			if (stream == null) {
				throw new IllegalStateException("The texts " + name + " are missing from this jar");
			}
			properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Map<String, String> texts = new TreeMap<>();
		properties.stringPropertyNames().forEach((key) -> texts.put(key, properties.getProperty(key)));
		return texts;
	}

}
