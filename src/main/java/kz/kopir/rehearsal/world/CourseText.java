package kz.kopir.rehearsal.world;

import java.util.List;

import kz.kopir.rehearsal.world.CoursePlan.Kind;
import kz.kopir.rehearsal.world.CoursePlan.Link;
import org.jspecify.annotations.Nullable;

/**
 * What a teacher writes at the head of a course.
 */
final class CourseText {

	private static final List<String> WELCOME_KK = List.of("Қош келдіңіздер! Үй тапсырмалары осында беріледі.",
			"Сабақ материалдары мен тапсырмалар.", "Сұрақтарыңызды пікірде жазыңыздар.");

	private static final List<String> WELCOME_RU = List.of("Добро пожаловать! Домашние задания публикуются здесь.",
			"Материалы уроков и задания.", "Вопросы пишите в комментариях к заданию.");

	/** Groups of earlier years have ids of their own that the journal no longer lists. */
	private static final int LAST_YEARS_GROUPS = 50_000;

	private final Teaching teaching;

	private final Kind kind;

	private final Link link;

	private final Keys keys;

	private final boolean kazakh;

	private final int style;

	CourseText(Teaching teaching, Kind kind, Link link, Keys keys, Dice dice) {
		this.teaching = teaching;
		this.kind = kind;
		this.link = link;
		this.keys = keys;
		this.kazakh = teaching.schoolClass().kazakh();
		this.style = dice.below(6);
	}

	String name() {
		if (this.kind == Kind.CLUB) {
			return this.kazakh ? "Робототехника үйірмесі 🤖" : "Кружок робототехники 🤖";
		}
		SubjectFacts subject = this.teaching.item().subject();
		String name = this.kazakh ? subject.nameKk() : subject.name();
		String part = (this.teaching.part() > 0) ? " (" + this.teaching.part() + ")" : "";
		return switch (this.style) {
			case 0, 1 -> name + " " + shortClass() + part;
			case 2 -> shortClass() + " " + name + part;
			case 3 -> name + part;
			default -> name + " – " + className() + part;
		};
	}

	@Nullable String section() {
		if (this.kind == Kind.CLUB || this.style == 5) {
			return null;
		}
		return switch (this.style) {
			case 0 -> className();
			case 1 -> shortClass() + (this.kazakh ? " сынып" : " класс");
			default -> shortClass();
		};
	}

	@Nullable String description() {
		String welcome = (this.kazakh ? WELCOME_KK : WELCOME_RU).get(this.style % 3);
		return switch (this.link) {
			case CODE -> switch (this.style) {
				case 0 -> code(group());
				case 1, 2 -> welcome + "\n" + (this.kazakh ? "Курс коды: " : "Код курса: ") + code(group());
				default -> welcome + " (" + code(group()) + (this.kazakh ? " – өшірмеңіз)" : " – не удалять)");
			};
			case HUMAN_CODE -> welcome + "\nkopir:" + shortClass() + "/" + this.teaching.item().subject().nameKk();
			case TWO_CODES -> welcome + "\n" + code(group()) + "\n" + code(this.keys.group(0));
			case TABLE, NONE -> (this.style < 2) ? null : welcome;
		};
	}

	String state() {
		return switch (this.kind) {
			case LESSONS, CLUB -> "ACTIVE";
			case PROVISIONED -> "PROVISIONED";
			case ARCHIVED -> "ARCHIVED";
		};
	}

	private long group() {
		return (this.kind == Kind.ARCHIVED) ? this.keys.group(LAST_YEARS_GROUPS + this.teaching.groupIndex())
				: this.teaching.group().id();
	}

	private String code(long group) {
		return "kopir:" + group + "/" + this.teaching.item().subject().id();
	}

	/**
	 * Name of the class, for example {@code 7 «А»}; of last year's class in an archived
	 * course.
	 */
	private String className() {
		GroupFacts group = this.teaching.schoolClass().group();
		if (this.kind != Kind.ARCHIVED) {
			return group.name();
		}
		return (group.grade() - 1) + group.name().substring(group.name().indexOf(' '));
	}

	private String shortClass() {
		return className().replaceAll("[ «»]", "");
	}

}
