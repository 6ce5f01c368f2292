package kz.kopir.rehearsal.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import kz.kopir.rehearsal.world.Classes.SchoolClass;
import kz.kopir.rehearsal.world.Curriculum.Item;

/**
 * The teachers and what they teach: each has one subject and up to 20 hours a week;
 * primary classes have one teacher for nearly everything.
 */
final class Staff {

	private static final int FULL_LOAD = 20;

	private final long seed;

	private final Keys keys;

	private final int firstIndex;

	private final Names names = new Names();

	private final List<TeacherFacts> teachers = new ArrayList<>();

	private final List<Teaching> teachings = new ArrayList<>();

	/** Teachers of each subject, newest last, with the hours they already have. */
	private final Map<Long, List<int[]>> departments = new HashMap<>();

	Staff(WorldSettings settings, Keys keys, Classes classes, Curriculum curriculum) {
		this.seed = settings.seed();
		this.keys = keys;
		this.firstIndex = settings.pupils();
		for (SchoolClass schoolClass : classes.classes()) {
			int grade = schoolClass.group().grade();
			int own = (grade <= 4) ? hire() : -1;
			for (Item item : curriculum.week(grade, schoolClass.kazakh())) {
				teach(schoolClass, item, own);
			}
		}
	}

	List<TeacherFacts> teachers() {
		return this.teachers;
	}

	/** All teachings, class by class. */
	List<Teaching> teachings() {
		return this.teachings;
	}

	private void teach(SchoolClass schoolClass, Item item, int own) {
		GroupFacts group = schoolClass.group();
		if (item.split() && !schoolClass.subgroups().isEmpty()) {
			int first = assign(item, -1);
			int second = assign(item, first);
			this.teachings.add(new Teaching(schoolClass, item, schoolClass.subgroups().get(0),
					schoolClass.groupIndex() + 1, 1, List.of(first)));
			this.teachings.add(new Teaching(schoolClass, item, schoolClass.subgroups().get(1),
					schoolClass.groupIndex() + 2, 2, List.of(second)));
			return;
		}
		List<Integer> who;
		if (isShared(schoolClass, item)) {
			int first = assign(item, -1);
			who = List.of(first, assign(item, first));
		}
		else if (own >= 0 && item.subject().marked() && !item.split()) {
			who = List.of(own);
		}
		else {
			who = List.of(assign(item, -1));
		}
		this.teachings.add(new Teaching(schoolClass, item, group, schoolClass.groupIndex(), 0, who));
	}

	/**
	 * Once per block a class-subject has two teachers although Kundelik knows no
	 * subgroups for it.
	 */
	private static boolean isShared(SchoolClass schoolClass, Item item) {
		return schoolClass.index() % Classes.BLOCK == 8 && item.subject().nameKk().startsWith("Алгебра");
	}

	private int assign(Item item, int other) {
		List<int[]> department = this.departments.computeIfAbsent(item.subject().id(), (id) -> new ArrayList<>());
		for (int[] teacher : department) {
			if (teacher[0] != other && teacher[1] + item.hours() <= FULL_LOAD) {
				teacher[1] += item.hours();
				return teacher[0];
			}
		}
		int hired = hire();
		department.add(new int[] { hired, item.hours() });
		return hired;
	}

	private int hire() {
		int index = this.teachers.size();
		Dice dice = Dice.of(this.seed, 20, index);
		boolean male = dice.chance(220);
		Names.Name name = this.names.make(dice, male, dice.chance(750));
		this.teachers.add(People.teacher(this.keys, this.firstIndex + index, name, male));
		return index;
	}

}
