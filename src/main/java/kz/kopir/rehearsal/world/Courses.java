package kz.kopir.rehearsal.world;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import kz.kopir.rehearsal.world.Classes.SchoolClass;
import kz.kopir.rehearsal.world.CoursePlan.Kind;
import kz.kopir.rehearsal.world.CoursePlan.Link;
import org.jspecify.annotations.Nullable;

/**
 * The courses: about ten marked subjects of each class (each subgroup has a course of its
 * own), some unmarked ones, and per twelve classes a club, last year's archived course
 * and one that is not open yet.
 */
final class Courses {

	/** Subjects of a class that have a course, at most. */
	private static final int SUBJECTS_PER_CLASS = 10;

	/** The languages and mathematics always have a course. */
	private static final int ALWAYS = 5;

	private final long seed;

	private final Keys keys;

	private final Classes classes;

	private final Staff staff;

	private final List<CoursePlan> plans = new ArrayList<>();

	private final Map<String, CoursePlan> byId = new HashMap<>();

	Courses(WorldSettings settings, Keys keys, Classes classes, Staff staff) {
		this.seed = settings.seed();
		this.keys = keys;
		this.classes = classes;
		this.staff = staff;
		Map<Integer, List<Teaching>> byClass = new HashMap<>();
		staff.teachings()
			.forEach((teaching) -> byClass.computeIfAbsent(teaching.schoolClass().index(), (index) -> new ArrayList<>())
				.add(teaching));
		for (SchoolClass schoolClass : classes.classes()) {
			open(schoolClass, byClass.getOrDefault(schoolClass.index(), List.of()));
		}
		this.plans.forEach((plan) -> this.byId.put(plan.facts().id(), plan));
	}

	List<CoursePlan> plans() {
		return this.plans;
	}

	@Nullable CoursePlan byId(String id) {
		return this.byId.get(id);
	}

	private void open(SchoolClass schoolClass, List<Teaching> teachings) {
		int place = schoolClass.index() % Classes.BLOCK;
		List<Long> subjects = new ArrayList<>(teachings.stream()
			.filter((teaching) -> teaching.item().subject().marked())
			.map((teaching) -> teaching.item().subject().id())
			.distinct()
			.toList());
		Dice dice = Dice.of(this.seed, 40, schoolClass.index());
		while (subjects.size() > SUBJECTS_PER_CLASS) {
			subjects.remove(dice.between(ALWAYS, subjects.size() - 1));
		}
		if (place % 6 == 2) {
			teachings.stream()
				.map((teaching) -> teaching.item().subject())
				.filter((subject) -> !subject.marked())
				.findFirst()
				.ifPresent((subject) -> subjects.add(subject.id()));
		}
		int first = this.plans.size();
		for (Teaching teaching : teachings) {
			if (subjects.contains(teaching.item().subject().id())) {
				open(teaching, first);
			}
		}
		Teaching any = teachings.get(0);
		switch (place) {
			case 0 -> openClub(schoolClass, any);
			case 3 -> add(any, Kind.PROVISIONED, Link.CODE, any.schoolClass().pupils().subList(0, 0), any.teachers());
			case 7 -> add(any, Kind.ARCHIVED, Link.CODE, any.schoolClass().pupils(), any.teachers());
			default -> {
				// nothing besides the subjects' courses
			}
		}
	}

	private void open(Teaching teaching, int first) {
		List<Integer> pupils = teaching.group()
			.pupilIds()
			.stream()
			.map((person) -> this.classes.pupilByPerson(person))
			.toList();
		if (isVisited(teaching.schoolClass(), this.plans.size() - first)) {
			pupils = withGuest(pupils);
		}
		if (teaching.teachers().size() < 2) {
			add(teaching, Kind.LESSONS, link(teaching, this.plans.size() - first), pupils, teaching.teachers());
			return;
		}
		int half = pupils.size() / 2;
		add(teaching, Kind.LESSONS, Link.CODE, pupils.subList(0, half), teaching.teachers().subList(0, 1));
		add(teaching, Kind.LESSONS, Link.CODE, pupils.subList(half, pupils.size()), teaching.teachers().subList(1, 2));
	}

	/** Once per block a pupil of another class sits in a course. */
	private static boolean isVisited(SchoolClass schoolClass, int number) {
		return schoolClass.index() % Classes.BLOCK == 10 && number == 3;
	}

	private List<Integer> withGuest(List<Integer> pupils) {
		List<Integer> all = new ArrayList<>(pupils);
		all.add((pupils.get(0) + this.classes.pupils().size() / 2) % this.classes.pupils().size());
		return all;
	}

	private void openClub(SchoolClass schoolClass, Teaching any) {
		List<Integer> members = new ArrayList<>();
		for (int i = schoolClass.pupils().get(0); i < this.classes.pupils().size() && members.size() < 20; i += 13) {
			members.add(i);
		}
		add(any, Kind.CLUB, Link.NONE, members, any.teachers());
	}

	/**
	 * How the course of a class shows its link; the number counts the courses of the
	 * class.
	 */
	private Link link(Teaching teaching, int number) {
		int place = teaching.schoolClass().index() % Classes.BLOCK;
		String subject = teaching.item().subject().nameKk();
		if (place == 6 && (subject.equals("Алгебра") || subject.equals("Математика"))) {
			return Link.HUMAN_CODE;
		}
		if (number == 0) {
			switch (place) {
				case 3, 9 -> {
					return Link.TABLE;
				}
				case 5 -> {
					return Link.NONE;
				}
				case 8 -> {
					return Link.TWO_CODES;
				}
				default -> {
					// by chance, as any other
				}
			}
		}
		int chance = Dice.of(this.seed, 41, this.plans.size()).below(1000);
		return (chance < 850) ? Link.CODE : (chance < 980) ? Link.TABLE : Link.NONE;
	}

	private void add(Teaching teaching, Kind kind, Link link, List<Integer> pupils, List<Integer> teachers) {
		int index = this.plans.size();
		Dice dice = Dice.of(this.seed, 42, index);
		SchoolClass schoolClass = teaching.schoolClass();
		boolean kazakh = schoolClass.kazakh();
		CourseText text = new CourseText(teaching, kind, link, this.keys, dice);
		LocalDate opened = LocalDate.of((kind == Kind.ARCHIVED) ? 2025 : 2026, 8, dice.between(20, 31));
		boolean truth = kind == Kind.LESSONS || kind == Kind.PROVISIONED;
		List<String> googleIds = teachers.stream()
			.map((teacher) -> this.staff.teachers().get(teacher).googleId())
			.toList();
		if (kind == Kind.LESSONS && dice.chance(80)) {
			googleIds = withColleague(googleIds, dice);
		}
		CourseFacts facts = new CourseFacts(this.keys.course(index), text.name(), text.section(), text.description(),
				googleIds.get(0), googleIds, text.state(),
				SchoolYear.at(opened, LocalTime.of(dice.between(9, 17), dice.below(60), dice.below(60))),
				SchoolYear.at(opened.plusDays(dice.below(20)), LocalTime.of(18, dice.below(60))),
				categories(index, kind, kazakh, dice), truth ? teaching.group().id() : null,
				truth ? teaching.item().subject().id() : null);
		this.plans.add(new CoursePlan(index, facts, kind, link, (kind != Kind.CLUB) ? teaching : null, kazakh,
				List.copyOf(pupils)));
	}

	/** A colleague is invited as a second teacher. */
	private List<String> withColleague(List<String> googleIds, Dice dice) {
		String colleague = dice.pick(this.staff.teachers()).googleId();
		return googleIds.contains(colleague) ? googleIds : List.of(googleIds.get(0), colleague);
	}

	private List<CategoryFacts> categories(int index, Kind kind, boolean kazakh, Dice dice) {
		if (kind == Kind.CLUB || dice.chance(400)) {
			return List.of();
		}
		List<String> names = kazakh ? List.of("ҚБ", "БЖБ", "ТЖБ") : List.of("Формативное", "СОР", "СОЧ");
		return List.of(new CategoryFacts(this.keys.category(index, 0), names.get(0), 250_000, 10),
				new CategoryFacts(this.keys.category(index, 1), names.get(1), 250_000, 0),
				new CategoryFacts(this.keys.category(index, 2), names.get(2), 500_000, 0));
	}

}
