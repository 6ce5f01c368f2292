package kz.kopir.grading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import kz.kopir.grading.GradingPolicy.LessonPolicy;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.ClassGroup;
import kz.kopir.school.Coursework;
import kz.kopir.school.Lesson;
import kz.kopir.school.Subject;

/**
 * Finds the lesson on which a work hangs.
 */
final class LessonChoice {

	/** Orders by day and number; the id makes it the same lesson in every run. */
	private static final Comparator<Lesson> ORDER = Comparator.comparing(Lesson::date)
		.thenComparingInt(Lesson::number)
		.thenComparing(Lesson::id);

	private final LessonPolicy policy;

	private final ZoneId zone;

	LessonChoice(LessonPolicy policy, ZoneId zone) {
		this.policy = policy;
		this.zone = zone;
	}

	LocalDate dayOf(Instant instant) {
		return LocalDate.ofInstant(instant, this.zone);
	}

	Judgement<Lesson> choose(Coursework coursework, ClassGroup classGroup, Subject subject, List<Lesson> lessons,
			LocalDate readUntil) {
		List<Lesson> candidates = lessons.stream()
			.filter((lesson) -> lesson.classGroup().equals(classGroup.id()) && lesson.subject().equals(subject.id()))
			.toList();
		Instant due = coursework.due();
		boolean byDueDay = due != null && this.policy == LessonPolicy.DUE;
		LocalDate day = dayOf(byDueDay ? due : coursework.created());
		if (day.isAfter(readUntil)) {
			return new Judgement.SetAside<>("timetable-not-read-that-far");
		}
		Judgement<Lesson> choice = byDueDay ? onOrAfter(day, candidates) : onOrBefore(day, candidates);
		if (choice instanceof Judgement.Wanted) {
			return choice;
		}
		return new Judgement.Refused<>(ProblemCode.NO_LESSON,
				new Details(coursework).with("classGroup", classGroup.id())
					.with("subject", subject.id())
					.with("day", day)
					.with("readUntil", readUntil)
					.toMap());
	}

	private static Judgement<Lesson> onOrAfter(LocalDate day, List<Lesson> lessons) {
		return first(lessons, (lesson) -> !lesson.date().isBefore(day))
			.<Judgement<Lesson>>map((lesson) -> new Judgement.Wanted<>(lesson,
					lesson.date().equals(day) ? "lesson-of-due-day" : "next-lesson-after-due-day"))
			.orElse(new Judgement.SetAside<>("no-lesson"));
	}

	private static Judgement<Lesson> onOrBefore(LocalDate day, List<Lesson> lessons) {
		return lessons.stream()
			.map(Lesson::date)
			.filter((date) -> !date.isAfter(day))
			.max(Comparator.naturalOrder())
			.flatMap((last) -> first(lessons, (lesson) -> lesson.date().equals(last)))
			.<Judgement<Lesson>>map((lesson) -> new Judgement.Wanted<>(lesson, "last-lesson-up-to-given-day"))
			.orElse(new Judgement.SetAside<>("no-lesson"));
	}

	private static Optional<Lesson> first(List<Lesson> lessons, Predicate<Lesson> condition) {
		return lessons.stream().filter(condition).min(ORDER);
	}

}
