package kz.kopir.rehearsal.world;

import java.util.List;
import java.util.Locale;

/**
 * What pupils type as their names, and what their devices and parents type for them.
 */
final class DisplayNames {

	private static final List<String> DEVICES = List.of("iPhone", "Redmi Note 9", "Galaxy A12", "HUAWEI P smart",
			"iPad", "User", "DESKTOP-4F7K2");

	private static final List<String> PARENTS = List.of("Айгүл", "Гүлназ", "Нұрлан", "Сәуле", "Ольга", "Асель");

	private static final List<String> ROLES = List.of(" (мама)", " апа", " анасы", " мама ученика");

	private static final List<String> EMOJI = List.of("🦄", "⚽", "👩‍🔬", "🔥");

	/** Zero-width space, no-break space, word joiner, left-to-right mark. */
	private static final List<String> INVISIBLE = List.of("\u200B", "\u00A0", "\u2060", "\u200E");

	private DisplayNames() {
	}

	static String of(long seed, int index, PupilFacts pupil, GroupFacts group) {
		Dice dice = Dice.of(seed, 50, index);
		int style = dice.below(100);
		String last = pupil.lastName();
		String first = pupil.firstName();
		if (style < 45) {
			return last + " " + first;
		}
		if (style < 55) {
			return first + " " + last;
		}
		if (style < 64) {
			return pupil.googleFamilyName() + " " + pupil.googleGivenName();
		}
		if (style < 70) {
			return first + " " + shortClass(group);
		}
		if (style < 75) {
			return dice.pick(DEVICES);
		}
		if (style < 80) {
			return dice.pick(PARENTS) + dice.pick(ROLES);
		}
		if (style < 84) {
			return dice.pick(EMOJI) + last + " " + first + dice.pick(EMOJI);
		}
		if (style < 88) {
			return last + dice.pick(INVISIBLE) + " " + first + dice.pick(INVISIBLE);
		}
		if (style < 91) {
			return first;
		}
		if (style < 95) {
			return Spelling.passport(first) + " " + Spelling.passport(last).toUpperCase(Locale.ROOT);
		}
		return (style < 98) ? Spelling.latin2021(last) + " " + Spelling.latin2021(first)
				: last + " " + first.substring(0, 1) + ".";
	}

	/** Two children before one screen. */
	static String together(PupilFacts one, PupilFacts other) {
		return one.lastName() + " " + one.firstName() + " и " + other.lastName() + " " + other.firstName();
	}

	static String plain(PupilFacts pupil) {
		return pupil.lastName() + " " + pupil.firstName();
	}

	static String of(TeacherFacts teacher) {
		return teacher.lastName() + " " + teacher.firstName();
	}

	private static String shortClass(GroupFacts group) {
		String name = group.name();
		int end = name.indexOf('»');
		return ((end > 0) ? name.substring(0, end) : name).replace(" «", "");
	}

}
