package kz.kopir.privacy;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One form of a person's name: its words in small letters and in the order of the
 * alphabet, so that surname and given name may stand either way round.
 */
final class PersonNames {

	private PersonNames() {
	}

	/** The form; empty when the text has no letter. */
	static String key(String name) {
		String text = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
		return Stream.of(text.split("[^\\p{L}\\p{M}\\p{N}'-]+"))
			.filter((word) -> !word.isEmpty())
			.sorted()
			.collect(Collectors.joining(" "));
	}

}
