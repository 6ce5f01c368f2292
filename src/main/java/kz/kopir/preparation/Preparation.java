package kz.kopir.preparation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import kz.kopir.preparation.PreparedLesson.State;
import kz.kopir.school.TeacherId;
import org.jspecify.annotations.Nullable;

/**
 * Says for lessons held at a distance whether a material or homework stood ready before
 * they began. What belongs to a lesson was given after the lesson before it of the same
 * class group and subject began; to the first one, up to a week before. So one homework
 * serves one lesson, and what is given during a lesson is late for it and early for the
 * next.
 */
public final class Preparation {

	private static final Duration LOOKING_BACK = Duration.ofDays(7);

	private final ZoneId zone;

	/**
	 * @param zone the school's time zone
	 */
	public Preparation(ZoneId zone) {
		this.zone = zone;
	}

	/**
	 * Judges lessons.
	 * @param lessons lessons held at a distance
	 * @param given all that was given to their class groups
	 * @return a judgement on each, in the order of their start
	 */
	public List<PreparedLesson> judge(List<RemoteLesson> lessons, List<Given> given) {
		List<RemoteLesson> ordered = lessons.stream()
			.sorted(Comparator.comparing(RemoteLesson::start).thenComparing((lesson) -> lesson.lesson().value()))
			.toList();
		List<PreparedLesson> judged = new ArrayList<>();
		for (RemoteLesson lesson : ordered) {
			Instant since = ordered.stream()
				.filter((other) -> isSame(other, lesson) && other.start().isBefore(lesson.start()))
				.map(RemoteLesson::start)
				.max(Comparator.naturalOrder())
				.filter((start) -> start.isAfter(lesson.start().minus(LOOKING_BACK)))
				.orElse(lesson.start().minus(LOOKING_BACK));
			judged.add(judge(lesson, since, given));
		}
		return judged;
	}

	private PreparedLesson judge(RemoteLesson lesson, Instant since, List<Given> given) {
		Instant endOfDay = lesson.date().plusDays(1).atStartOfDay(this.zone).toInstant();
		List<Given> own = given.stream()
			.filter((one) -> one.classGroup().equals(lesson.classGroup()) && one.subject().equals(lesson.subject()))
			.toList();
		List<Given> inTime = own.stream()
			.filter((one) -> !one.at().isBefore(since) && one.at().isBefore(lesson.start()))
			.toList();
		List<Given> late = own.stream()
			.filter((one) -> !one.at().isBefore(lesson.start()) && one.at().isBefore(endOfDay))
			.toList();
		State state = !inTime.isEmpty() ? State.IN_TIME : !late.isEmpty() ? State.LATE : State.NOTHING;
		List<Given> counted = (state == State.IN_TIME) ? inTime : late;
		return new PreparedLesson(lesson, state, counted.stream().mapToInt(Given::links).sum());
	}

	/** The lessons by teacher and week; those without a teacher come last. */
	public List<TeacherWeek> weeks(List<PreparedLesson> lessons) {
		Map<String, List<PreparedLesson>> byWeek = new TreeMap<>();
		Map<String, @Nullable TeacherId> teachers = new TreeMap<>();
		for (PreparedLesson lesson : lessons) {
			LocalDate monday = monday(lesson.lesson().date());
			if (lesson.lesson().teachers().isEmpty()) {
				byWeek.computeIfAbsent("~ " + monday, (key) -> new ArrayList<>()).add(lesson);
			}
			for (TeacherId teacher : lesson.lesson().teachers()) {
				String key = teacher + " " + monday;
				teachers.put(key, teacher);
				byWeek.computeIfAbsent(key, (week) -> new ArrayList<>()).add(lesson);
			}
		}
		List<TeacherWeek> weeks = new ArrayList<>();
		byWeek.forEach((key, of) -> weeks.add(new TeacherWeek(teachers.get(key), monday(of.get(0).lesson().date()),
				of.size(), count(of, State.IN_TIME), count(of, State.LATE), count(of, State.NOTHING))));
		return weeks;
	}

	private static LocalDate monday(LocalDate day) {
		return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
	}

	private static int count(List<PreparedLesson> lessons, State state) {
		return (int) lessons.stream().filter((lesson) -> lesson.state() == state).count();
	}

	private static boolean isSame(RemoteLesson one, RemoteLesson other) {
		return one.classGroup().equals(other.classGroup()) && one.subject().equals(other.subject());
	}

}
