package kz.kopir.rehearsal.world;

import java.util.Locale;

import kz.kopir.rehearsal.world.Names.Name;

/**
 * Gives a name its accounts. Addresses stand in the reserved top-level domain
 * {@code .example}, so that no mail can ever reach anyone.
 */
final class People {

	private static final String SCHOOL_DOMAIN = "mektep1.edu.example";

	private static final String PRIVATE_DOMAIN = "posta.example";

	private People() {
	}

	/** The mailbox from which the school writes; nobody's own. */
	static String mailbox() {
		return "habarlama@" + SCHOOL_DOMAIN;
	}

	/** Address of the school's account of somebody who neither learns nor teaches. */
	static String address(Name name, int index) {
		return address(name, index, SCHOOL_DOMAIN);
	}

	static PupilFacts pupil(long seed, Keys keys, int index, Name name, boolean male) {
		Dice dice = Dice.of(seed, 12, index);
		Long user = dice.chance(980) ? keys.user(index) : null;
		String email = address(name, index, dice.chance(180) ? PRIVATE_DOMAIN : SCHOOL_DOMAIN);
		String family = name.last();
		String given = name.first();
		int spelling = dice.below(100);
		if (spelling >= 45) {
			int way = (spelling < 70) ? 0 : (spelling < 90) ? 1 : 2;
			family = spelled(family, way);
			given = spelled(given, way);
		}
		// some write the given name into the family name's field
		boolean swapped = dice.chance(40);
		return new PupilFacts(keys.person(index), user, keys.google(index), name.last(), name.first(), name.middle(),
				sex(male), email, swapped ? given : family, swapped ? family : given);
	}

	/** A teacher; the index is counted on from the pupils'. */
	static TeacherFacts teacher(Keys keys, int index, Name name, boolean male) {
		return new TeacherFacts(keys.person(index), keys.user(index), keys.google(index), name.last(), name.first(),
				name.middle(), sex(male), address(name, index, SCHOOL_DOMAIN));
	}

	private static String spelled(String name, int way) {
		return switch (way) {
			case 0 -> Spelling.russian(name);
			case 1 -> Spelling.passport(name);
			default -> Spelling.latin2021(name);
		};
	}

	private static String address(Name name, int index, String domain) {
		return (Spelling.passport(name.first()) + "." + Spelling.passport(name.last())).toLowerCase(Locale.ROOT) + index
				+ "@" + domain;
	}

	private static String sex(boolean male) {
		return male ? "Male" : "Female";
	}

}
