package kz.kopir.rehearsal.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import kz.kopir.rehearsal.world.Classes.SchoolClass;
import org.jspecify.annotations.Nullable;

/**
 * Five days of up to eight lessons for each class, the same every week. A teacher is in
 * one room at a time where that can be had; lessons themselves are computed on demand.
 */
final class Timetable {

	private static final int DAYS = 5;

	private static final int NUMBERS = 8;

	private static final int SLOTS = DAYS * NUMBERS;

	private final long seed;

	private final Keys keys;

	private final SchoolYear year;

	private final Staff staff;

	/** By group index, then by slot (weekday, then number). */
	private final @Nullable Teaching[][] weeks;

	Timetable(WorldSettings settings, Keys keys, SchoolYear year, Classes classes, Staff staff) {
		this.seed = settings.seed();
		this.keys = keys;
		this.year = year;
		this.staff = staff;
		this.weeks = new Teaching[classes.groups().size()][SLOTS];
		Map<Integer, Set<Integer>> busy = new HashMap<>();
		List<Teaching> ofClass = new ArrayList<>();
		for (Teaching teaching : staff.teachings()) {
			if (!ofClass.isEmpty() && ofClass.get(0).schoolClass() != teaching.schoolClass()) {
				arrange(ofClass, busy);
				ofClass.clear();
			}
			ofClass.add(teaching);
		}
		arrange(ofClass, busy);
	}

	/** All lessons of a class group in terms 1 and 2, by date and number. */
	List<LessonFacts> lessons(int groupIndex) {
		List<LessonFacts> lessons = new ArrayList<>();
		for (LocalDate day : this.year.lessonDays()) {
			for (int number = 1; number <= NUMBERS; number++) {
				Teaching teaching = this.weeks[groupIndex][slot(day, number)];
				if (teaching != null) {
					lessons.add(lesson(teaching, day, number));
				}
			}
		}
		return lessons;
	}

	/** The lessons of a class group on one day, by number. */
	List<LessonFacts> lessons(int groupIndex, LocalDate day) {
		List<LessonFacts> lessons = new ArrayList<>();
		for (int number = 1; number <= NUMBERS && this.year.lessonDays().contains(day); number++) {
			Teaching teaching = this.weeks[groupIndex][slot(day, number)];
			if (teaching != null) {
				lessons.add(lesson(teaching, day, number));
			}
		}
		return lessons;
	}

	/** A lesson by its id, or null when there is none. */
	@Nullable LessonFacts lesson(long id) {
		int group = this.keys.lessonGroup(id);
		int number = this.keys.lessonNumber(id);
		if (group < 0 || group >= this.weeks.length || number < 1 || number > NUMBERS) {
			return null;
		}
		LocalDate day = SchoolYear.FIRST_DAY.plusDays(this.keys.lessonDay(id));
		if (!this.year.lessonDays().contains(day)) {
			return null;
		}
		Teaching teaching = this.weeks[group][slot(day, number)];
		return (teaching != null) ? lesson(teaching, day, number) : null;
	}

	/** Days on which a teaching has a lesson, in order; each day once. */
	List<LocalDate> days(Teaching teaching) {
		boolean[] weekdays = new boolean[DAYS];
		for (int slot = 0; slot < SLOTS; slot++) {
			weekdays[slot / NUMBERS] |= (this.weeks[teaching.groupIndex()][slot] == teaching);
		}
		return this.year.lessonDays().stream().filter((day) -> weekdays[day.getDayOfWeek().getValue() - 1]).toList();
	}

	private LessonFacts lesson(Teaching teaching, LocalDate day, int number) {
		int index = SchoolYear.dayIndex(day);
		Dice dice = Dice.of(this.seed, 31, teaching.groupIndex(), index * 10L + number);
		List<Integer> teachers = dice.chance(25) ? substitute(teaching, dice) : teaching.teachers();
		return new LessonFacts(this.keys.lesson(teaching.groupIndex(), index, number), day, number,
				teaching.item().subject().id(), teaching.group().id(),
				teachers.stream().map((teacher) -> this.staff.teachers().get(teacher).personId()).toList());
	}

	/** Any teacher but the timetable's own. */
	private List<Integer> substitute(Teaching teaching, Dice dice) {
		int count = this.staff.teachers().size();
		int chosen = dice.below(count);
		for (int tried = 0; tried < count && teaching.teachers().contains(chosen); tried++) {
			chosen = (chosen + 1) % count;
		}
		return List.of(chosen);
	}

	/**
	 * Gives every hour of a class its place; subgroups of a subject share their places.
	 */
	private void arrange(List<Teaching> teachings, Map<Integer, Set<Integer>> busy) {
		if (teachings.isEmpty()) {
			return;
		}
		SchoolClass schoolClass = teachings.get(0).schoolClass();
		Map<Long, List<Teaching>> subjects = new LinkedHashMap<>();
		teachings
			.forEach((teaching) -> subjects.computeIfAbsent(teaching.item().subject().id(), (id) -> new ArrayList<>())
				.add(teaching));
		int hours = subjects.values().stream().mapToInt((same) -> same.get(0).item().hours()).sum();
		boolean[] taken = new boolean[SLOTS];
		// no gaps: only as many numbers a day as the week's hours need
		for (int slot = 0; slot < SLOTS; slot++) {
			int day = slot / NUMBERS;
			int length = hours / DAYS + ((day < hours % DAYS) ? 1 : 0);
			taken[slot] = slot % NUMBERS >= length;
		}
		Dice dice = Dice.of(this.seed, 30, schoolClass.index());
		for (List<Teaching> same : subjects.values()) {
			int[] onDay = new int[DAYS];
			for (int hour = 0; hour < same.get(0).item().hours(); hour++) {
				int slot = choose(same, taken, onDay, busy, dice.below(SLOTS), schoolClass.group().shift());
				taken[slot] = true;
				onDay[slot / NUMBERS]++;
				for (Teaching teaching : same) {
					this.weeks[teaching.groupIndex()][slot] = teaching;
					teaching.teachers()
						.forEach((teacher) -> busy.computeIfAbsent(teacher, (id) -> new HashSet<>())
							.add(schoolClass.group().shift() * SLOTS + slot));
				}
			}
		}
	}

	private static int choose(List<Teaching> same, boolean[] taken, int[] onDay, Map<Integer, Set<Integer>> busy,
			int start, int shift) {
		int best = -1;
		int bestCost = Integer.MAX_VALUE;
		for (int i = 0; i < SLOTS; i++) {
			int slot = (start + i * 7) % SLOTS;
			if (taken[slot]) {
				continue;
			}
			int cost = 10 * onDay[slot / NUMBERS];
			for (Teaching teaching : same) {
				for (int teacher : teaching.teachers()) {
					cost += busy.getOrDefault(teacher, Set.of()).contains(shift * SLOTS + slot) ? 15 : 0;
				}
			}
			if (cost < bestCost) {
				best = slot;
				bestCost = cost;
			}
		}
		return best;
	}

	private static int slot(LocalDate day, int number) {
		return (day.getDayOfWeek().getValue() - 1) * NUMBERS + number - 1;
	}

}
