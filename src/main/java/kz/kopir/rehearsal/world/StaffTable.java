package kz.kopir.rehearsal.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import kz.kopir.rehearsal.world.Classes.SchoolClass;

/**
 * The table of the school's staff: every teacher, a class teacher for each class, one
 * deputy head and one IT person. The latter two teach nobody and have no account in the
 * journal or in Classroom. Keys tell nobody's name, as a gateway writes them into its
 * logs.
 */
final class StaffTable {

	/** Its dice: nothing else of the school asks them. */
	private static final int NAMES = 110;

	private static final int LANGUAGES = 111;

	/** One teacher in so many never said in which language to write. */
	private static final int SILENT_EVERY = 6;

	private static final int FIRST_SILENT = 1;

	private static final int FIRST_RUSSIAN = 2;

	private final long seed;

	private final int pupils;

	private final Classes classes;

	private final Staff staff;

	StaffTable(WorldSettings settings, Classes classes, Staff staff) {
		this.seed = settings.seed();
		this.pupils = settings.pupils();
		this.classes = classes;
		this.staff = staff;
	}

	String csv() {
		StringBuilder csv = new StringBuilder("key,roles,name,email,language,classroom_id,journal_id,class_groups\n");
		Map<Integer, List<SchoolClass>> classTeachers = classTeachers();
		List<TeacherFacts> teachers = this.staff.teachers();
		for (int i = 0; i < teachers.size(); i++) {
			TeacherFacts teacher = teachers.get(i);
			List<SchoolClass> own = classTeachers.getOrDefault(i, List.of());
			row(csv, "teacher-" + (i + 1), own.isEmpty() ? "teacher" : "teacher|class-teacher",
					address(teacher.firstName(),
							(teacher.middleName() != null) ? teacher.middleName() : teacher.lastName()),
					teacher.email(), language(i), teacher.googleId(), Long.toString(teacher.personId()), groups(own));
		}
		colleague(csv, "deputy-head", 0, "kk");
		colleague(csv, "it-staff", 1, "en");
		return csv.toString();
	}

	/**
	 * Each class has the teacher who is with it most hours a week and has no class yet;
	 * in primary school that is the class's own. Where all have one, somebody has two.
	 */
	private Map<Integer, List<SchoolClass>> classTeachers() {
		Map<Integer, List<SchoolClass>> chosen = new HashMap<>();
		for (SchoolClass schoolClass : this.classes.classes()) {
			Map<Integer, Integer> hours = new LinkedHashMap<>();
			this.staff.teachings()
				.stream()
				.filter((teaching) -> teaching.schoolClass() == schoolClass)
				.forEach((teaching) -> teaching.teachers()
					.forEach((teacher) -> hours.merge(teacher, teaching.item().hours(), Integer::sum)));
			int teacher = hours.entrySet()
				.stream()
				.min(Comparator
					.comparing((Map.Entry<Integer, Integer> one) -> chosen.getOrDefault(one.getKey(), List.of()).size())
					.thenComparing((one) -> -one.getValue()))
				.orElseThrow()
				.getKey();
			chosen.computeIfAbsent(teacher, (any) -> new ArrayList<>()).add(schoolClass);
		}
		return chosen;
	}

	/** The classes with their subgroups: who answers for a class answers for these. */
	private static String groups(List<SchoolClass> own) {
		List<Long> ids = new ArrayList<>();
		for (SchoolClass schoolClass : own) {
			ids.add(schoolClass.group().id());
			schoolClass.subgroups().forEach((subgroup) -> ids.add(subgroup.id()));
		}
		return ids.stream().map(String::valueOf).collect(Collectors.joining("|"));
	}

	private void colleague(StringBuilder csv, String role, int number, String language) {
		Dice dice = Dice.of(this.seed, NAMES, number);
		boolean male = dice.chance(500);
		Names.Name name = new Names().make(dice, male, dice.chance(750));
		int index = this.pupils + this.staff.teachers().size() + number;
		row(csv, role + "-1", role, address(name.first(), (name.middle() != null) ? name.middle() : name.last()),
				People.address(name, index), language, "", "", "");
	}

	private String language(int teacher) {
		int place = teacher % SILENT_EVERY;
		if (place == FIRST_SILENT) {
			return "";
		}
		int chance = Dice.of(this.seed, LANGUAGES, teacher).below(100);
		return (place == FIRST_RUSSIAN || chance >= 72) ? "ru" : (chance < 4) ? "en" : "kk";
	}

	/** How one speaks to a colleague: given name and patronymic. */
	private static String address(String first, String second) {
		return first + " " + second;
	}

	private static void row(StringBuilder csv, String... cells) {
		csv.append(String.join(",", cells)).append('\n');
	}

}
