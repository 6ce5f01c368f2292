package kz.kopir.problem;

import java.util.Locale;

/**
 * One text in the three languages.
 *
 * @param kk in Kazakh
 * @param ru in Russian
 * @param en in English
 */
public record ProblemTexts(String kk, String ru, String en) {

	static final Locale KAZAKH = Locale.forLanguageTag("kk");

	static final Locale RUSSIAN = Locale.forLanguageTag("ru");

	static final Locale ENGLISH = Locale.ENGLISH;

}
