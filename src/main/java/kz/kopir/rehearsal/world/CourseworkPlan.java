package kz.kopir.rehearsal.world;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

import kz.kopir.rehearsal.world.CoursePlan.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The coursework of a course, computed on demand from its lessons: given in one lesson,
 * due in the next one. About a third lies in the previous term, the rest in the current
 * one. The count per course is such that a pupil has about 100 submissions from 1
 * September to the default day.
 */
final class CourseworkPlan {

	/** Sorts of work, as a teacher would tell them. */
	enum Sort {

		SECTION, TERM, HOMEWORK, WITHOUT_DUE, CLASSWORK, SHORT_ANSWER, MULTIPLE_CHOICE, UNGRADED, INDIVIDUAL, DRAFT,
		DELETED

	}

	/** Coursework of a course with two hours a week or more: from this many, */
	private static final int FEWEST = 12;

	/** to this many; a course of one hour a week has {@value #LESS} less. */
	private static final int MOST = 15;

	private static final int LESS = 4;

	private static final int PREVIOUS_TERM_PERCENT = 35;

	private static final List<Integer> POINTS = List.of(10, 10, 10, 10, 5, 20, 100, 12, 15);

	private static final Duration LAST_YEAR = Duration.ofDays(364);

	private final WorldSettings settings;

	private final Keys keys;

	private final SchoolYear year;

	private final Timetable timetable;

	private final Classes classes;

	private final Clock clock;

	CourseworkPlan(WorldSettings settings, Keys keys, SchoolYear year, Timetable timetable, Classes classes,
			Clock clock) {
		this.settings = settings;
		this.keys = keys;
		this.year = year;
		this.timetable = timetable;
		this.classes = classes;
		this.clock = clock;
	}

	List<CourseworkFacts> of(CoursePlan plan) {
		if (plan.kind() == Kind.PROVISIONED) {
			return List.of();
		}
		List<LocalDate> days = days(plan);
		LocalDate today = this.settings.today();
		LocalDate termStart = this.year.termAt(today).start();
		List<LocalDate> before = days.stream().filter((day) -> day.isBefore(termStart)).toList();
		List<LocalDate> current = days.stream()
			.filter((day) -> !day.isBefore(termStart) && !day.isAfter(today))
			.toList();
		Dice dice = Dice.of(this.settings.seed(), 50, plan.index());
		int count = dice.between(FEWEST, MOST) - ((hours(plan) == 1) ? LESS : 0);
		int previous = before.isEmpty() ? 0 : current.isEmpty() ? count : count * PREVIOUS_TERM_PERCENT / 100;
		List<CourseworkFacts> works = new ArrayList<>(count);
		for (int i = 0; i < previous; i++) {
			works.add(work(plan, works.size(), before.get((i + 1) * before.size() / (previous + 1)), days,
					previousSort(plan, i, previous)));
		}
		int rest = current.isEmpty() ? 0 : count - previous;
		for (int i = 0; i < rest; i++) {
			Sort sort = (i == rest / 2 && dice.chance(700)) ? Sort.SECTION : null;
			works.add(work(plan, works.size(), current.get((i + 1) * current.size() / (rest + 1)), days, sort));
		}
		return (plan.kind() == Kind.ARCHIVED) ? works.stream().map(CourseworkPlan::lastYears).toList() : works;
	}

	/** The same weekday a year (52 weeks) earlier. */
	private static CourseworkFacts lastYears(CourseworkFacts work) {
		Instant due = work.due();
		return new CourseworkFacts(work.id(), work.courseId(), work.title(), work.description(), work.state(),
				work.workType(), work.maxPoints(), (due != null) ? due.minus(LAST_YEAR) : null, work.dueHasTime(),
				work.created().minus(LAST_YEAR), work.updated().minus(LAST_YEAR), work.topicId(),
				work.gradeCategoryId(), work.assignees(), work.links());
	}

	private @Nullable Sort previousSort(CoursePlan plan, int i, int count) {
		Dice dice = Dice.of(this.settings.seed(), 51, plan.index(), i);
		if (plan.kind() == Kind.CLUB) {
			return null;
		}
		if (i == count - 1 && hours(plan) > 1 && dice.chance(800)) {
			return Sort.TERM;
		}
		return (i == count - 2 && dice.chance(700)) ? Sort.SECTION : null;
	}

	private CourseworkFacts work(CoursePlan plan, int index, LocalDate given, List<LocalDate> days,
			@Nullable Sort wanted) {
		Dice dice = Dice.of(this.settings.seed(), 52, plan.index(), index);
		Sort sort = (wanted != null) ? wanted : sort(dice);
		boolean kazakh = plan.kazakh();
		BigDecimal max = (sort == Sort.UNGRADED) ? null : BigDecimal.valueOf(dice.pick(POINTS));
		int label = dice.below(4);
		String title = switch (sort) {
			// some say the kind of assessment by topic or grade category alone
			case SECTION ->
				(label == 0 && plan.index() % 2 == 0) ? Titles.classwork(dice, kazakh) : Titles.section(dice, 1);
			case TERM -> (label == 0 && plan.index() % 2 == 0) ? Titles.classwork(dice, kazakh)
					: Titles.term(dice, this.year.termAt(given).number());
			case CLASSWORK -> Titles.classwork(dice, kazakh);
			case SHORT_ANSWER, MULTIPLE_CHOICE -> Titles.question(dice, kazakh);
			default -> Titles.homework(dice, kazakh);
		};
		LocalDate dueDay = dueDay(sort, given, days, dice);
		boolean dueHasTime = dueDay != null && dice.chance(750);
		Instant due = (dueDay == null) ? null
				: dueHasTime ? SchoolYear.at(dueDay, dueTime(sort, dice)) : SchoolYear.at(dueDay, LocalTime.of(5, 0));
		Instant created = SchoolYear.at(given, LocalTime.of(dice.between(8, 15), dice.below(60), dice.below(60)))
			.plusMillis(dice.below(1000));
		if (due != null && dueHasTime && due.isBefore(created)) {
			created = due.minusSeconds(3600L * dice.between(1, 4)).plusMillis(dice.below(1000));
		}
		Instant updated = created.plusSeconds(dice.chance(200) ? dice.below(86_400) : dice.below(120));
		boolean assessed = sort == Sort.SECTION || sort == Sort.TERM;
		int group = (sort == Sort.SECTION) ? 1 : (sort == Sort.TERM) ? 2 : 0;
		boolean categorised = !plan.facts().gradeCategories().isEmpty() && (assessed || dice.chance(600))
				&& max != null;
		return new CourseworkFacts(this.keys.coursework(plan.index(), index), plan.facts().id(), title,
				dice.chance(500) ? Titles.instructions(dice, kazakh) : null,
				(sort == Sort.DRAFT) ? "DRAFT" : (sort == Sort.DELETED) ? "DELETED" : "PUBLISHED", workType(sort), max,
				due, dueHasTime, created, updated.isAfter(this.clock.instant()) ? created : updated,
				(assessed || dice.chance(600)) ? this.keys.topic(plan.index(), group) : null,
				categorised ? plan.facts().gradeCategories().get(group).id() : null,
				(sort == Sort.INDIVIDUAL) ? some(plan, dice) : null, links(dice));
	}

	private static Sort sort(Dice dice) {
		int chance = dice.below(100);
		if (chance < 52) {
			return Sort.HOMEWORK;
		}
		if (chance < 59) {
			return Sort.WITHOUT_DUE;
		}
		if (chance < 71) {
			return Sort.CLASSWORK;
		}
		if (chance < 77) {
			return Sort.SHORT_ANSWER;
		}
		if (chance < 82) {
			return Sort.MULTIPLE_CHOICE;
		}
		if (chance < 90) {
			return Sort.UNGRADED;
		}
		if (chance < 94) {
			return Sort.INDIVIDUAL;
		}
		return (chance < 97) ? Sort.DRAFT : Sort.DELETED;
	}

	/**
	 * The next lesson's day for homework, the same day for work in class; rarely a free
	 * day.
	 */
	private @Nullable LocalDate dueDay(Sort sort, LocalDate given, List<LocalDate> days, Dice dice) {
		if (sort == Sort.WITHOUT_DUE) {
			return null;
		}
		if (sort != Sort.HOMEWORK && sort != Sort.INDIVIDUAL && sort != Sort.UNGRADED && dice.chance(700)) {
			return dice.chance(300) ? null : given;
		}
		if (dice.chance(25)) {
			LocalDate holiday = LocalDate.of(2026, 12, 16);
			return (dice.chance(250) && given.isBefore(holiday) && given.isAfter(holiday.minusDays(45))) ? holiday
					: given.with(TemporalAdjusters.next(dice.chance(500) ? DayOfWeek.SUNDAY : DayOfWeek.SATURDAY));
		}
		return days.stream().filter((day) -> day.isAfter(given)).findFirst().orElse(given);
	}

	private static LocalTime dueTime(Sort sort, Dice dice) {
		int chance = dice.below(100);
		if (sort == Sort.SECTION || sort == Sort.TERM || sort == Sort.CLASSWORK) {
			return LocalTime.of(17, 0);
		}
		if (chance < 50) {
			return LocalTime.of(23, 59);
		}
		if (chance < 75) {
			return LocalTime.of(8, 0);
		}
		// half past midnight in Almaty still belongs to the day before in UTC
		return (chance < 95) ? LocalTime.of(18, 0) : LocalTime.of(0, 30);
	}

	private static String workType(Sort sort) {
		return switch (sort) {
			case SHORT_ANSWER -> "SHORT_ANSWER_QUESTION";
			case MULTIPLE_CHOICE -> "MULTIPLE_CHOICE_QUESTION";
			default -> "ASSIGNMENT";
		};
	}

	private List<String> some(CoursePlan plan, Dice dice) {
		List<String> chosen = new ArrayList<>();
		for (int i = dice.below(Math.min(4, plan.pupils().size())); i < plan.pupils().size(); i += dice.between(2, 7)) {
			chosen.add(this.classes.pupils().get(plan.pupils().get(i)).googleId());
		}
		return chosen;
	}

	static List<String> links(Dice dice) {
		if (!dice.chance(300)) {
			return List.of();
		}
		String book = "https://kitap.example/okulyk/" + dice.between(100, 999) + "?bet=" + dice.between(5, 200);
		return dice.chance(300) ? List.of(book, "https://video.example/watch?v=" + dice.between(10_000, 99_999))
				: List.of(book);
	}

	/**
	 * The course's lesson days; a club meets on Fridays, an archived course lies a year
	 * back.
	 */
	private List<LocalDate> days(CoursePlan plan) {
		Teaching teaching = plan.teaching();
		if (teaching == null) {
			return this.year.lessonDays().stream().filter((day) -> day.getDayOfWeek() == DayOfWeek.FRIDAY).toList();
		}
		return this.timetable.days(teaching);
	}

	private static int hours(CoursePlan plan) {
		Teaching teaching = plan.teaching();
		return (teaching != null) ? teaching.item().hours() : 1;
	}

}
