package kz.kopir.sync;

import java.time.Instant;
import java.time.LocalDate;

import kz.kopir.grading.WantedWork;
import kz.kopir.grading.WorkKind;
import kz.kopir.journal.JournalWork;
import kz.kopir.school.Lesson;
import kz.kopir.school.WorkId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WorkValueTest {

	private static final LocalDate DAY = LocalDate.of(2026, 11, 18);

	private static final Lesson LESSON = SampleClass.lesson(DAY);

	@ParameterizedTest
	@ValueSource(strings = { "§ 12\nhttps://a.b/c", "§ 12\r\nhttps://a.b/c", "§ 12 https://a.b/c ",
			"\n§ 12\n\n  https://a.b/c\n", "§\t12\nhttps://a.b/c" })
	void lineEndsAndBlanksMakeNoDifference(String text) {
		assertThat(standing(LESSON, text, DAY)).isEqualTo(wanted("§ 12\nhttps://a.b/c"));
	}

	@Test
	void wordingLessonAndDueDayDo() {
		String wanted = wanted("§ 12\nhttps://a.b/c");
		assertThat(standing(LESSON, "§ 13\nhttps://a.b/c", DAY)).isNotEqualTo(wanted);
		assertThat(standing(LESSON, "§ 12\nhttps://a.b/C", DAY)).isNotEqualTo(wanted);
		assertThat(standing(LESSON, "§ 12\nhttps://a.b/c", DAY.plusDays(1))).isNotEqualTo(wanted);
		assertThat(standing(LESSON, "§ 12\nhttps://a.b/c", null)).isNotEqualTo(wanted);
		assertThat(standing(SampleClass.lesson(DAY.plusDays(1)), "§ 12\nhttps://a.b/c", DAY)).isNotEqualTo(wanted);
	}

	@Test
	void theDayOfTheLessonIsKept() {
		assertThat(WorkValue.lessonDate(wanted("§ 12"))).isEqualTo(DAY);
	}

	private static String wanted(String text) {
		return WorkValue.of(new WantedWork(WorkKind.HOMEWORK, LESSON.id(), DAY, text, DAY, Instant.EPOCH, true));
	}

	private static String standing(Lesson lesson, String text, @Nullable LocalDate target) {
		return WorkValue.of(new JournalWork(new WorkId("1"), lesson.id(), true, text, target), lesson);
	}

}
