package kz.kopir.grading;

import kz.kopir.mapping.SampleTables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which БЖБ or ТЖБ a teacher means by a title.
 */
class SummativeTagTest {

	private final AssessmentKinds kinds = new AssessmentKinds(
			SampleTables.shipped("assessment-kinds.csv", Grading.KIND_COLUMNS));

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			БЖБ №2                                  | 2 |
			БЖБ-2                                   | 2 |
			2-БЖБ                                   | 2 |
			бжб2                                    | 2 |
			COP 1                                   | 1 |
			СОР №1. Тема 5. Дроби                   | 1 |
			SOR 3                                   | 3 |
			7 «А» сынып, БЖБ 2                      | 2 |
			СОР №2 за 1 четверть                    | 2 | 1
			1-тоқсан бойынша БЖБ №3                 | 3 | 1
			БЖБ. II тоқсан                          |   | 2
			БЖБ                                     |   |
			Суммативное оценивание за раздел 7      |   |
			Бөлім бойынша жиынтық бағалау           |   |
			Бөлім бойынша жиынтық бағалау 2         | 2 |
			СОР, 2-ая четверть                      |   | 2
			СОР 1, 2-я четверть                     | 1 | 2
			Summative 1, 2nd quarter                | 1 | 2
			Классная работа №4                      |   |
			""")
	void theNumberOfABjbStandsBesideTheTag(String title, Integer number, Integer term) {
		SummativeTag tag = tag(title, AssessmentKind.SECTION_SUMMATIVE);
		assertThat(tag.number()).isEqualTo(number);
		assertThat(tag.term()).isEqualTo(term);
		assertThat(tag.contradictory()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ТЖБ                                     |
			ТЖБ, 2-тоқсан                           | 2
			СОЧ за 2 четверть                       | 2
			COЧ за II четверть                      | 2
			TЖБ 3                                   | 3
			Тоқсандық жиынтық бағалау               |
			SOCH 4                                  | 4
			Суммативное оценивание за четверть 3    | 3
			7 Б сынып ТЖБ                           |
			""")
	void theTermOfATjbStandsBesideTheTagOrTheWordForTerm(String title, Integer term) {
		SummativeTag tag = tag(title, AssessmentKind.TERM_SUMMATIVE);
		assertThat(tag.number()).isNull();
		assertThat(tag.term()).isEqualTo(term);
		assertThat(tag.contradictory()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "5 БЖБ 2", "БЖБ 1, БЖБ 2", "БЖБ 1 за 1 четверть, 2 четверть", "БЖБ 1, 7 четверть" })
	void twoNumbersAreNoNumber(String title) {
		assertThat(tag(title, AssessmentKind.SECTION_SUMMATIVE).contradictory()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ТЖБ 7", "ТЖБ 1, 2-тоқсан" })
	void aTjbOfAnImpossibleTermIsNone(String title) {
		assertThat(tag(title, AssessmentKind.TERM_SUMMATIVE).contradictory()).isTrue();
	}

	private SummativeTag tag(String title, AssessmentKind kind) {
		SampleWork work = new SampleWork();
		work.title = title;
		return this.kinds.summative(work.coursework(), kind);
	}

}
