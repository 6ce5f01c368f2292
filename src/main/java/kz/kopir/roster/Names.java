package kz.kopir.roster;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.ibm.icu.text.Transliterator;
import kz.kopir.school.ClassroomUser;
import kz.kopir.school.Pupil;
import org.jspecify.annotations.Nullable;

/**
 * Folds the spellings of a name (Kazakh, Russian, passport Latin, the Latin alphabets of
 * 2018 and 2021) into one key. The key is far too coarse to link by (Ұлан and Улан are
 * two names with one key); it only suggests.
 */
final class Names {

	/** ICU knows the passport-like Latin of Kazakh (BGN) and how to drop marks. */
	private static final Transliterator TO_LATIN = Transliterator
		.getInstance("Kazakh-Latin/BGN; NFD; [:Mn:] Remove; Latin-ASCII; Lower");

	private static final Pattern NO_LETTER = Pattern.compile("[^a-z]+");

	private static final Pattern DOUBLE_LETTER = Pattern.compile("(.)\\1+");

	/** What ICU does not know: in the order in which it is applied. */
	private static final List<Rule> BEFORE = List.of(new Rule("ё", "е"), new Rule("ý", "u"), new Rule("[əә]", "a"),
			new Rule("ɵ", "o"));

	private static final List<Rule> AFTER = List.of(new Rule("shch|sch|sh", "s"), new Rule("kh", "h"),
			new Rule("gh", "g"), new Rule("d?zh|dj", "j"), new Rule("ck|q", "k"), new Rule("c(?!h)", "k"),
			new Rule("ch", "c"), new Rule("w", "u"), new Rule("x", "ks"), new Rule("ng+", "n"), new Rule("ye", "e"),
			new Rule("y", "i"));

	private Names() {
	}

	static String fold(String name) {
		String text = name.toLowerCase(Locale.ROOT);
		for (Rule rule : BEFORE) {
			text = rule.apply(text);
		}
		text = NO_LETTER.matcher(TO_LATIN.transliterate(text)).replaceAll("");
		for (Rule rule : AFTER) {
			text = rule.apply(text);
		}
		return DOUBLE_LETTER.matcher(text).replaceAll("$1");
	}

	/** The keys under which a pupil could appear, in either order of the names. */
	static Set<String> keysOf(Pupil pupil) {
		List<String> keys = new ArrayList<>();
		keys.add(joined(pupil.lastName(), pupil.firstName()));
		keys.add(joined(pupil.firstName(), pupil.lastName()));
		if (pupil.middleName() != null) {
			keys.add(joined(pupil.lastName(), pupil.firstName(), pupil.middleName()));
			keys.add(joined(pupil.firstName(), pupil.middleName(), pupil.lastName()));
		}
		return meaningful(keys);
	}

	/** The keys under which a user appears. */
	static Set<String> keysOf(ClassroomUser user) {
		List<String> keys = new ArrayList<>();
		if (isGiven(user.familyName()) && isGiven(user.givenName())) {
			keys.add(joined(user.familyName(), user.givenName()));
			keys.add(joined(user.givenName(), user.familyName()));
		}
		if (user.fullName() != null) {
			keys.add(joined(user.fullName()));
		}
		return meaningful(keys);
	}

	private static boolean isGiven(@Nullable String name) {
		return name != null && !fold(name).isEmpty();
	}

	/** Joined before folding: a surname is written together as well as apart. */
	private static String joined(@Nullable String... names) {
		return fold(Stream.of(names).filter((name) -> name != null).collect(Collectors.joining()));
	}

	private static Set<String> meaningful(List<String> keys) {
		Set<String> meaningful = new HashSet<>(keys);
		meaningful.remove("");
		return meaningful;
	}

	/**
	 * One step of folding.
	 *
	 * @param spelling what is replaced
	 * @param key by what
	 */
	private record Rule(Pattern spelling, String key) {

		Rule(String spelling, String key) {
			this(Pattern.compile(spelling), key);
		}

		String apply(String text) {
			return this.spelling.matcher(text).replaceAll(this.key);
		}

	}

}
