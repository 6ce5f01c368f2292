package kz.kopir.rehearsal.world;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Classes, subgroups and the timetable.
 */
class SchoolDayTest {

	private static final World SCHOOL = World.generate(WorldSettings.defaults());

	@Test
	void lessonsAreOnSchoolDaysOfTermsOneAndTwoOnly() {
		Set<LocalDate> days = new TreeSet<>();
		allLessons().forEach((lesson) -> days.add(lesson.date()));
		assertThat(days).hasSize(39 + 39)
			.startsWith(LocalDate.of(2026, 9, 1))
			.endsWith(LocalDate.of(2026, 12, 25))
			.doesNotContain(LocalDate.of(2026, 12, 16), LocalDate.of(2026, 10, 26), LocalDate.of(2026, 10, 30))
			.noneMatch((day) -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0);
	}

	@Test
	void everyLessonIsFoundByItsId() {
		assertThat(allLessons()).allSatisfy((lesson) -> assertThat(SCHOOL.lesson(lesson.id())).isEqualTo(lesson));
	}

	@Test
	void unknownLessonIsNone() {
		LessonFacts lesson = allLessons().get(0);
		assertThat(SCHOOL.lesson(lesson.id() + 1)).isNull();
		assertThat(SCHOOL.lesson(lesson.id() - 1_000_003L * 2_000)).isNull();
		assertThat(SCHOOL.lesson(0)).isNull();
		assertThat(SCHOOL.lesson(Long.MAX_VALUE)).isNull();
	}

	@Test
	void pupilIsInOneRoomAtATime() {
		for (GroupFacts group : SCHOOL.groups()) {
			Set<String> slots = new HashSet<>();
			for (LessonFacts lesson : SCHOOL.lessons(group.id())) {
				assertThat(slots.add(lesson.date() + "/" + lesson.number())).isTrue();
			}
			if (group.parentId() != null) {
				assertThat(SCHOOL.lessons(group.parentId()))
					.extracting((lesson) -> lesson.date() + "/" + lesson.number())
					.doesNotContainAnyElementsOf(slots);
			}
		}
	}

	@Test
	void teacherIsRarelyInTwoRoomsAtATime() {
		Map<String, Integer> rooms = new HashMap<>();
		Map<Long, Integer> shifts = new HashMap<>();
		SCHOOL.groups().forEach((group) -> shifts.put(group.id(), group.shift()));
		int lessons = 0;
		for (LessonFacts lesson : allLessons()) {
			for (long teacher : lesson.teacherIds()) {
				rooms.merge(teacher + "/" + lesson.date() + "/" + shifts.get(lesson.groupId()) + "/" + lesson.number(),
						1, Integer::sum);
				lessons++;
			}
		}
		long clashes = rooms.values().stream().filter((count) -> count > 1).count();
		assertThat((double) clashes / lessons).isLessThan(0.05);
	}

	@Test
	void weekHasOneToFiveHoursOfASubjectAndAtMostEightLessonsADay() {
		LocalDate monday = LocalDate.of(2026, 9, 7);
		for (GroupFacts group : SCHOOL.groups()) {
			Map<Long, Integer> hours = new HashMap<>();
			SCHOOL.lessons(group.id())
				.stream()
				.filter((lesson) -> !lesson.date().isBefore(monday) && lesson.date().isBefore(monday.plusDays(7)))
				.forEach((lesson) -> hours.merge(lesson.subjectId(), 1, Integer::sum));
			assertThat(hours.values()).allMatch((count) -> count >= 1 && count <= 5);
		}
		assertThat(allLessons()).allMatch((lesson) -> lesson.number() >= 1 && lesson.number() <= 8);
	}

	@Test
	void classesOfTwentyFourAndMoreHaveTwoSubgroupsThatTogetherAreTheClass() {
		for (GroupFacts group : SCHOOL.groups()) {
			List<GroupFacts> parts = SCHOOL.groups()
				.stream()
				.filter((part) -> Long.valueOf(group.id()).equals(part.parentId()))
				.toList();
			if (group.parentId() == null && group.grade() > 1 && group.pupilIds().size() >= 24) {
				assertThat(parts).hasSize(2);
				assertThat(parts).flatExtracting(GroupFacts::pupilIds).containsExactlyElementsOf(group.pupilIds());
				assertThat(parts).allMatch((part) -> part.grade() == group.grade() && part.shift() == group.shift());
			}
			else {
				assertThat(parts).isEmpty();
			}
		}
	}

	@Test
	void bothShiftsSubstitutesAndSharedLessonsOccur() {
		assertThat(SCHOOL.groups()).extracting(GroupFacts::shift).containsOnly(1, 2);
		Map<String, Set<List<Long>>> teachers = new HashMap<>();
		allLessons().forEach((lesson) -> teachers
			.computeIfAbsent(lesson.groupId() + "/" + lesson.subjectId(), (key) -> new HashSet<>())
			.add(lesson.teacherIds()));
		assertThat(teachers.values()).anyMatch((different) -> different.size() > 1);
		assertThat(allLessons()).anyMatch((lesson) -> lesson.teacherIds().size() == 2);
	}

	@Test
	void nearlyAllDueDatesAreDaysWithALessonOfTheSubject() {
		int on = 0;
		int off = 0;
		Set<LocalDate> free = new HashSet<>();
		for (CourseFacts course : SCHOOL.courses()) {
			if (course.groupId() == null) {
				continue;
			}
			Set<LocalDate> days = new HashSet<>();
			SCHOOL.lessons(course.groupId())
				.stream()
				.filter((lesson) -> lesson.subjectId() == course.subjectId())
				.forEach((lesson) -> days.add(lesson.date()));
			for (CourseworkFacts work : SCHOOL.coursework(course.id())) {
				if (work.due() != null) {
					LocalDate due = work.due().atOffset(ZoneOffset.ofHours(5)).toLocalDate();
					on += days.contains(due) ? 1 : 0;
					off += days.contains(due) ? 0 : 1;
					free.add(due);
				}
			}
		}
		assertThat((double) off / (on + off)).isBetween(0.005, 0.05);
		assertThat(free).contains(LocalDate.of(2026, 12, 16))
			.anyMatch((day) -> day.getDayOfWeek() == DayOfWeek.SUNDAY)
			.anyMatch((day) -> day.getDayOfWeek() == DayOfWeek.SATURDAY);
	}

	@Test
	void unknownClassGroupIsAClearError() {
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> SCHOOL.lessons(1))
			.withMessageContaining("no class group 1")
			.withMessageContaining("groups()");
	}

	private static List<LessonFacts> allLessons() {
		return SCHOOL.groups().stream().flatMap((group) -> SCHOOL.lessons(group.id()).stream()).toList();
	}

}
