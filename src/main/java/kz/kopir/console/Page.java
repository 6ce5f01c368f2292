package kz.kopir.console;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * What every page shows around its content.
 *
 * @param section the part of the console that it belongs to, for example {@code runs}
 * @param languages the same page in each language
 * @param assets where style sheet and script are
 * @param rehearsal whether the rehearsal runs in this process
 */
record Page(String section, List<Language> languages, WebJars assets, boolean rehearsal) {

	private static final String ROOT = "/console";

	private static final List<Section> SECTIONS = List.of(new Section("today", ROOT), Section.of("runs"),
			Section.of("terms"), Section.of("problems"), Section.of("plans"), Section.of("routes"));

	/**
	 * @param request the request that the page answers
	 * @param language the reader's language
	 */
	static Page of(HttpServletRequest request, Locale language, WebJars assets, boolean rehearsal) {
		String path = request.getRequestURI();
		String below = path.startsWith(ROOT + "/") ? path.substring(ROOT.length() + 1) : "";
		String section = below.isEmpty() ? "today" : below.split("/")[0];
		boolean readable = request.getMethod().equals("GET");
		UriComponentsBuilder here = UriComponentsBuilder.fromPath(readable ? path : ROOT);
		if (readable) {
			here.query(request.getQueryString());
		}
		List<Language> languages = Languages.ALL.stream()
			.map((one) -> new Language(one.getLanguage(), name(one),
					here.replaceQueryParam(Languages.ARGUMENT, one.getLanguage()).build().toUriString(),
					one.getLanguage().equals(language.getLanguage())))
			.toList();
		return new Page(section, languages, assets, rehearsal);
	}

	/** The parts of the console that everybody sees who has signed in. */
	public List<Section> sections() {
		return SECTIONS;
	}

	/** As its speakers call it: who looks for a language may not read the present one. */
	private static String name(Locale language) {
		return switch (language.getLanguage()) {
			case "kk" -> "Қазақша";
			case "ru" -> "Русский";
			default -> "English";
		};
	}

	/**
	 * A part of the console.
	 *
	 * @param name its name
	 * @param href its first page
	 */
	record Section(String name, String href) {

		private static Section of(String name) {
			return new Section(name, ROOT + "/" + name);
		}

	}

	/**
	 * A language that a page can be read in.
	 *
	 * @param code its code
	 * @param name its name
	 * @param href the page in this language
	 * @param current whether it is the reader's
	 */
	record Language(String code, String name, String href, boolean current) {
	}

}
