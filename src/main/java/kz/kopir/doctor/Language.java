package kz.kopir.doctor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Languages in which the doctor speaks; Kazakh is the first one.
 */
public enum Language {

	KK, RU, EN;

	/** As it stands on the command line. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The language of a code; empty when there is none of it. */
	public static Optional<Language> of(String code) {
		return Arrays.stream(values()).filter((language) -> language.code().equals(code)).findFirst();
	}

}
