package kz.kopir.rehearsal.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import kz.kopir.rehearsal.world.Names.Name;

/**
 * The pupils and their class groups: about 25 to a class, grades 1 to 11 about evenly,
 * the lower middle grades in the second shift.
 */
final class Classes {

	/** Size from which ГОСО splits an urban class for languages and informatics. */
	static final int SPLIT_FROM = 24;

	/** Some things happen once in so many classes: about once per 300 pupils. */
	static final int BLOCK = 12;

	/**
	 * A class.
	 *
	 * @param index place among the classes
	 * @param group the class group
	 * @param groupIndex place of its group among all groups
	 * @param subgroups none or two
	 * @param kazakh whether it is taught in Kazakh, else in Russian
	 * @param pupils indexes of its pupils in the journal's order
	 */
	record SchoolClass(int index, GroupFacts group, int groupIndex, List<GroupFacts> subgroups, boolean kazakh,
			List<Integer> pupils) {
	}

	/** In which order a growing school opens classes of the grades. */
	private static final List<Integer> FIRST_ROUND = List.of(7, 5, 9, 1, 8, 6, 10, 11, 2, 3, 4);

	private static final List<Integer> LATER_ROUNDS = List.of(10, 7, 5, 9, 1, 8, 6, 11, 2, 3, 4);

	private static final List<String> LETTERS = List
		.of("А Ә Б В Г Ғ Д Е Ж З И К Қ Л М Н О Ө П Р С Т У Ұ Ү Ф Х Ш Э Ю Я".split(" "));

	private final long seed;

	private final Keys keys;

	private final Names names = new Names();

	private final List<PupilFacts> pupils;

	private final List<SchoolClass> classes = new ArrayList<>();

	private final List<GroupFacts> groups = new ArrayList<>();

	private final Map<Long, Integer> pupilByPerson = new HashMap<>();

	private final Map<String, Integer> pupilByGoogle = new HashMap<>();

	private final Map<Long, Integer> groupById = new HashMap<>();

	Classes(WorldSettings settings, Keys keys) {
		this.seed = settings.seed();
		this.keys = keys;
		this.pupils = new ArrayList<>(settings.pupils());
		int[] sizes = sizes(settings.pupils());
		List<Integer> grades = grades(sizes.length);
		Map<Integer, Integer> opened = new HashMap<>();
		for (int i = 0; i < sizes.length; i++) {
			int grade = grades.get(i);
			open(i, grade, opened.merge(grade, 1, Integer::sum) - 1, sizes[i]);
		}
		for (int i = 0; i < this.pupils.size(); i++) {
			this.pupilByPerson.put(this.pupils.get(i).personId(), i);
			this.pupilByGoogle.put(this.pupils.get(i).googleId(), i);
		}
		for (int i = 0; i < this.groups.size(); i++) {
			this.groupById.put(this.groups.get(i).id(), i);
		}
	}

	List<PupilFacts> pupils() {
		return this.pupils;
	}

	List<SchoolClass> classes() {
		return this.classes;
	}

	List<GroupFacts> groups() {
		return this.groups;
	}

	/** Index of a pupil by Kundelik's person id, or -1. */
	int pupilByPerson(long personId) {
		return this.pupilByPerson.getOrDefault(personId, -1);
	}

	/** Index of a pupil by Google user id, or -1. */
	int pupilByGoogle(String googleId) {
		return this.pupilByGoogle.getOrDefault(googleId, -1);
	}

	/** Index of a class group by its id, or -1. */
	int groupById(long groupId) {
		return this.groupById.getOrDefault(groupId, -1);
	}

	private int[] sizes(int total) {
		int count = Math.max(1, Math.round(total / 25f));
		int[] sizes = new int[count];
		for (int i = 0; i < count; i++) {
			sizes[i] = total / count + ((i < total % count) ? 1 : 0);
		}
		for (int i = 0; i + 1 < count; i += 2) {
			int shift = Dice.of(this.seed, 10, i).below(4);
			sizes[i] += shift;
			sizes[i + 1] -= shift;
		}
		return sizes;
	}

	private static List<Integer> grades(int count) {
		List<Integer> grades = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			int later = i - FIRST_ROUND.size();
			grades.add((later < 0) ? FIRST_ROUND.get(i) : LATER_ROUNDS.get(later % LATER_ROUNDS.size()));
		}
		grades.sort(null);
		return grades;
	}

	private void open(int index, int grade, int letter, int size) {
		Dice dice = Dice.of(this.seed, 11, index);
		boolean kazakh = (index % 3 != 1);
		List<Name> roll = new ArrayList<>(size);
		List<Boolean> males = new ArrayList<>(size);
		for (int i = 0; i < size; i++) {
			boolean male = dice.chance(510);
			males.add(male);
			roll.add(this.names.make(dice, male, dice.chance(kazakh ? 960 : 450)));
		}
		Namesakes.plant(index, roll, males);
		List<Integer> indexes = new ArrayList<>(size);
		List<Long> ids = new ArrayList<>(size);
		for (int i = 0; i < size; i++) {
			indexes.add(this.pupils.size());
			PupilFacts pupil = People.pupil(this.seed, this.keys, this.pupils.size(), roll.get(i), males.get(i));
			this.pupils.add(pupil);
			ids.add(pupil.personId());
		}
		int shift = (grade == 2 || grade == 3 || grade == 6 || grade == 7) ? 2 : 1;
		String name = grade + " «" + letter(letter) + "»";
		int groupIndex = this.groups.size();
		GroupFacts group = new GroupFacts(this.keys.group(groupIndex), name, grade, null, shift, ids);
		this.groups.add(group);
		List<GroupFacts> subgroups = new ArrayList<>();
		if (size >= SPLIT_FROM && grade > 1) {
			int half = (size + 1) / 2;
			for (int part = 0; part < 2; part++) {
				List<Long> members = (part == 0) ? ids.subList(0, half) : ids.subList(half, size);
				GroupFacts subgroup = new GroupFacts(this.keys.group(this.groups.size()),
						name + " " + (part + 1) + (kazakh ? "-топ" : " подгруппа"), grade, group.id(), shift, members);
				this.groups.add(subgroup);
				subgroups.add(subgroup);
			}
		}
		this.classes.add(new SchoolClass(index, group, groupIndex, List.copyOf(subgroups), kazakh, indexes));
	}

	private static String letter(int number) {
		int round = number / LETTERS.size();
		return LETTERS.get(number % LETTERS.size()) + ((round > 0) ? Integer.toString(round + 1) : "");
	}

}
