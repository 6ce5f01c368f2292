package kz.kopir.rehearsal.world;

import java.util.Locale;

/**
 * The ways in which people spell a Kazakh name: in Russian letters, in passport Latin and
 * in the Latin alphabet of 2021.
 */
final class Spelling {

	private static final String KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі";

	private static final String RUSSIAN = "АаГгКкНнОоУуУуХхИи";

	private static final String CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі";

	private static final String[] PASSPORT = { "a", "b", "v", "g", "d", "e", "yo", "zh", "z", "i", "y", "k", "l", "m",
			"n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya", "a",
			"g", "k", "n", "o", "u", "u", "h", "i" };

	private static final String[] LATIN_2021 = { "a", "b", "v", "g", "d", "e", "io", "j", "z", "i", "i", "k", "l", "m",
			"n", "o", "p", "r", "s", "t", "u", "f", "h", "ts", "ch", "ş", "ştş", "", "y", "", "e", "iu", "ia", "ä", "ğ",
			"q", "ŋ", "ö", "ū", "ü", "h", "ı" };

	private Spelling() {
	}

	/** Kazakh letters as Russian documents write them: Ә as А, Ұ and Ү as У. */
	static String russian(String name) {
		StringBuilder text = new StringBuilder(name.length());
		for (int i = 0; i < name.length(); i++) {
			int place = KAZAKH.indexOf(name.charAt(i));
			text.append((place >= 0) ? RUSSIAN.charAt(place) : name.charAt(i));
		}
		return text.toString();
	}

	static String passport(String name) {
		return latin(name, PASSPORT);
	}

	static String latin2021(String name) {
		return latin(name, LATIN_2021);
	}

	private static String latin(String name, String[] table) {
		StringBuilder text = new StringBuilder(name.length() + 4);
		for (int i = 0; i < name.length(); i++) {
			char letter = name.charAt(i);
			int place = CYRILLIC.indexOf(Character.toLowerCase(letter));
			if (place < 0) {
				text.append(letter);
			}
			else if (Character.isUpperCase(letter) && !table[place].isEmpty()) {
				text.append(table[place].substring(0, 1).toUpperCase(Locale.ROOT)).append(table[place].substring(1));
			}
			else {
				text.append(table[place]);
			}
		}
		return text.toString();
	}

}
