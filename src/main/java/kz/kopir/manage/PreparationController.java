package kz.kopir.manage;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

import kz.kopir.preparation.PreparedLesson;
import kz.kopir.preparation.Preparation;
import kz.kopir.preparation.TeacherWeek;
import kz.kopir.run.RunTrigger;
import kz.kopir.school.SchoolId;
import kz.kopir.sync.PreparationBook;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whether materials and homework stood ready before the lessons that were held at a
 * distance: per lesson, and per teacher and week.
 */
@RestController
class PreparationController {

	private static final int USUAL_DAYS = 14;

	private static final int MOST_DAYS = 366;

	/** The lesson before the first one shown says what belonged to it. */
	private static final int DAYS_BEFORE = 7;

	private final PreparationBook book;

	private final RunTrigger trigger;

	private final Clock clock;

	private final ZoneId zone;

	PreparationController(PreparationBook book, RunTrigger trigger, Clock clock, ZoneId zone) {
		this.book = book;
		this.trigger = trigger;
		this.clock = clock;
		this.zone = zone;
	}

	@GetMapping("/control/{school}/preparation")
	PreparationView preparation(@PathVariable String school,
			@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
			@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to) {
		SchoolId served = RunArguments.school(school, this.trigger.schools());
		LocalDate last = (to != null) ? to : LocalDate.ofInstant(this.clock.instant(), this.zone);
		LocalDate first = (from != null) ? from : last.minusDays(USUAL_DAYS);
		if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) > MOST_DAYS) {
			throw new RequestRefused(HttpStatus.BAD_REQUEST, "These days cannot be shown.",
					"GET /control/{school}/preparation, arguments from and to",
					"Give two days in their order, not more than a year apart.");
		}
		Preparation preparation = new Preparation(this.zone);
		List<PreparedLesson> lessons = preparation
			.judge(this.book.lessons(served, first.minusDays(DAYS_BEFORE), last), this.book.given(served))
			.stream()
			.filter((lesson) -> !lesson.lesson().date().isBefore(first))
			.toList();
		return new PreparationView(first, last, preparation.weeks(lessons), lessons);
	}

	/** Lessons held at a distance from a day to a day. */
	record PreparationView(LocalDate from, LocalDate to, List<TeacherWeek> weeks, List<PreparedLesson> lessons) {
	}

}
