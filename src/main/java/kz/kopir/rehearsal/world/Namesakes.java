package kz.kopir.rehearsal.world;

import java.util.List;

import kz.kopir.rehearsal.world.Names.Name;

/**
 * Puts pupils into the rolls whom a name alone cannot tell apart.
 */
final class Namesakes {

	/** Girls' and boys' names that every school has more than once. */
	private static final Name COMMON_GIRL = new Name("Қасымова", "Әсел", "Нұрланқызы");

	private static final Name COMMON_BOY = new Name("Иванов", "Артём", "Сергеевич");

	/** Ұлан and Үлан are two names; spelled in Russian or passport Latin they are one. */
	private static final Name ULAN = new Name("Мұратов", "Ұлан", "Серікұлы");

	private static final Name UELAN = new Name("Мұратов", "Үлан", "Серікұлы");

	private Namesakes() {
	}

	/**
	 * Changes the roll of a class.
	 * @param index index of the class
	 * @param roll names of the class's pupils
	 * @param males whether each is a boy
	 */
	static void plant(int index, List<Name> roll, List<Boolean> males) {
		switch (index % Classes.BLOCK) {
			case 4 -> {
				put(2, COMMON_GIRL, false, roll, males);
				put(roll.size() - 3, COMMON_GIRL, false, roll, males);
			}
			case 6 -> {
				put(5, ULAN, true, roll, males);
				put(roll.size() - 4, UELAN, true, roll, males);
				put(1, COMMON_BOY, true, roll, males);
			}
			case 7 -> put(7, COMMON_BOY, true, roll, males);
			case 9 -> put(3, COMMON_GIRL, false, roll, males);
			default -> {
				// an ordinary class
			}
		}
	}

	private static void put(int place, Name name, boolean male, List<Name> roll, List<Boolean> males) {
		if (place >= 0 && place < roll.size()) {
			roll.set(place, name);
			males.set(place, male);
		}
	}

}
