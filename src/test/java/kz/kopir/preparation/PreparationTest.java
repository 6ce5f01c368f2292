package kz.kopir.preparation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import kz.kopir.preparation.PreparedLesson.State;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.LessonId;
import kz.kopir.school.SubjectId;
import kz.kopir.school.TeacherId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Whether a material or homework stood ready before a lesson at a distance began.
 */
class PreparationTest {

	private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

	private final Preparation preparation = new Preparation(ALMATY);

	@ParameterizedTest(name = "given {0}: {1} ({2})")
	@CsvSource(textBlock = """
			2026-11-20T07:59:59, IN_TIME, a second before the lesson
			2026-11-20T08:00, LATE, when it began
			2026-11-20T23:59:59, LATE, on its day
			2026-11-21T00:00, NOTHING, on the next day
			2026-11-18T09:00, IN_TIME, since the lesson before began
			2026-11-18T08:59:59, NOTHING, it was for the lesson before
			""")
	void whatBelongsToALessonWasGivenSinceTheOneBefore(String given, State state, String why) {
		List<PreparedLesson> judged = this.preparation.judge(
				List.of(lesson("2", "2026-11-20T08:00", "900"), lesson("1", "2026-11-18T09:00", "900")),
				List.of(given(given, 1)));
		assertThat(judged.get(1).state()).as(why).isEqualTo(state);
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-13T08:00, IN_TIME", "2026-11-13T07:59, NOTHING" })
	void theFirstLessonLooksBackOneWeek(String given, State state) {
		assertThat(judge(lesson("1", "2026-11-20T08:00", "900"), given(given, 0)).state()).isEqualTo(state);
	}

	@Test
	void ofTwoLessonsOnOneDayEachNeedsItsOwn() {
		List<PreparedLesson> judged = this.preparation.judge(
				List.of(lesson("1", "2026-11-20T08:00", "900"), lesson("2", "2026-11-20T08:50", "900")),
				List.of(given("2026-11-20T07:00", 2)));
		assertThat(judged).extracting(PreparedLesson::state, PreparedLesson::links)
			.containsExactly(tuple(State.IN_TIME, 2), tuple(State.NOTHING, 0));
	}

	@Test
	void aLessonOfTheSecondShiftIsOfItsOwnDay() {
		assertThat(judge(lesson("1", "2026-11-20T18:40", "900"), given("2026-11-20T18:39", 0)).state())
			.isEqualTo(State.IN_TIME);
	}

	@Test
	void whatIsOfAnotherSubjectOrClassDoesNotCount() {
		RemoteLesson lesson = lesson("1", "2026-11-20T08:00", "900");
		Given other = new Given(lesson.classGroup(), new SubjectId("5"), at("2026-11-20T07:00"), 0);
		Given elsewhere = new Given(new ClassGroupId("71"), lesson.subject(), at("2026-11-20T07:00"), 0);
		assertThat(this.preparation.judge(List.of(lesson), List.of(other, elsewhere)).get(0).state())
			.isEqualTo(State.NOTHING);
	}

	@Test
	void aTeachersWeekCountsEveryLessonAndNoneIsDropped() {
		List<PreparedLesson> judged = this.preparation.judge(
				List.of(lesson("1", "2026-11-20T08:00", "900"), lesson("2", "2026-11-23T08:00", "900", "901"),
						lesson("3", "2026-11-24T08:00")),
				List.of(given("2026-11-20T07:00", 1), given("2026-11-23T09:00", 1)));
		assertThat(this.preparation.weeks(judged))
			.extracting(TeacherWeek::teacher, TeacherWeek::monday, TeacherWeek::lessons, TeacherWeek::inTime,
					TeacherWeek::late, TeacherWeek::nothing)
			.containsExactly(tuple(new TeacherId("900"), LocalDate.of(2026, 11, 16), 1, 1, 0, 0),
					tuple(new TeacherId("900"), LocalDate.of(2026, 11, 23), 1, 0, 1, 0),
					tuple(new TeacherId("901"), LocalDate.of(2026, 11, 23), 1, 0, 1, 0),
					tuple(null, LocalDate.of(2026, 11, 23), 1, 1, 0, 0));
	}

	private PreparedLesson judge(RemoteLesson lesson, Given given) {
		return this.preparation.judge(List.of(lesson), List.of(given)).get(0);
	}

	private static RemoteLesson lesson(String id, String start, String... teachers) {
		Set<TeacherId> who = Arrays.stream(teachers).map(TeacherId::new).collect(Collectors.toSet());
		return new RemoteLesson(new LessonId(id), new ClassGroupId("70"), new SubjectId("4"),
				LocalDateTime.parse(start).toLocalDate(), at(start), who);
	}

	private static Given given(String at, int links) {
		return new Given(new ClassGroupId("70"), new SubjectId("4"), at(at), links);
	}

	private static Instant at(String time) {
		return LocalDateTime.parse(time).atZone(ALMATY).toInstant();
	}

}
