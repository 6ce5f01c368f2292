package kz.kopir.grading;

import kz.kopir.mapping.MappingException;
import kz.kopir.mapping.SampleTables;
import kz.kopir.school.Coursework;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AssessmentKindsTest {

	private final AssessmentKinds shipped = new AssessmentKinds(
			SampleTables.shipped("assessment-kinds.csv", Grading.KIND_COLUMNS));

	@ParameterizedTest
	@ValueSource(strings = { "СОР2", "БЖБ №2", "CОP", "COP 1", "сор", "Алгебра СОР-1", "БЖБ#3", "SOR 2", "Б\u200BЖБ",
			"«БЖБ»", "ＳＯＲ", "СОР1/7А", "СОР_2", "Бөлім бойынша жиынтық бағалау №1", "Суммативное оценивание за раздел",
			"Summative assessment for the unit", "bzhb 2", "Тема: СОР" })
	void aSectionSummativeIsRecognised(String title) {
		assertThat(kind(null, null, title)).isEqualTo(AssessmentKind.SECTION_SUMMATIVE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "СОЧ", "ТЖБ", "TЖБ", "соч за 1 четверть", "SOCh", "Суммативное оценивание за четверть",
			"Тоқсандық жиынтық бағалау", "Summative assessment for the term", "COЧ№1" })
	void aTermSummativeIsRecognised(String title) {
		assertThat(kind(null, null, title)).isEqualTo(AssessmentKind.TERM_SUMMATIVE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Сочинение «Моя осень»", "сорок разбойников", "Город Сочи", "Сорт", "рассор", "Бжбх",
			"Sorting", "социум", "Сорочинская ярмарка", "Sochi", "соревнование 2" })
	void aWordThatOnlyBeginsAlikeIsNoSummative(String title) {
		assertThat(kind(null, null, title)).isEqualTo(AssessmentKind.HOMEWORK);
	}

	@ParameterizedTest
	@CsvSource({ "Үй жұмысы,HOMEWORK", "ДЗ №3,HOMEWORK", "Д/з,HOMEWORK", "Домашнее задание,HOMEWORK",
			"HOMEWORK 5,HOMEWORK", "Сынып жұмысы,CLASSWORK", "Классная работа 12.09,CLASSWORK", "Classwork,CLASSWORK",
			"ҚБ 3,FORMATIVE", "Формативное оценивание,FORMATIVE", "Формативное оценивание СОР-ға дайындық,FORMATIVE",
			"Подготовка к СОР №2,FORMATIVE", "Журналға емес,IGNORE" })
	void theWordsOfAllThreeLanguagesAreKnown(String title, AssessmentKind expected) {
		assertThat(kind(null, null, title)).isEqualTo(expected);
	}

	@Test
	void anInitialIsNoHomework() {
		assertThat(of(coursework(Coursework.Type.SHORT_ANSWER_QUESTION, null, null, "Д. 3")).kind())
			.isEqualTo(AssessmentKind.CLASSWORK);
	}

	@Test
	void withoutATagAnAssignmentIsHomeworkAndAQuestionIsClasswork() {
		assertThat(kind(null, null, "Бөлшектер")).isEqualTo(AssessmentKind.HOMEWORK);
		assertThat(of(coursework(Coursework.Type.MULTIPLE_CHOICE_QUESTION, null, null, "Бөлшектер")).kind())
			.isEqualTo(AssessmentKind.CLASSWORK);
	}

	@Test
	void theCategoryStandsAboveTheTopicAndTheTopicAboveTheTitle() {
		assertThat(kind("Классная работа", "Үй жұмысы", "Homework")).isEqualTo(AssessmentKind.CLASSWORK);
		assertThat(kind(null, "Сынып жұмысы", "Homework")).isEqualTo(AssessmentKind.CLASSWORK);
	}

	@Test
	void formativeHomeworkIsBoth() {
		AssessmentKinds.Tagging tagging = of(coursework(Coursework.Type.SHORT_ANSWER_QUESTION, "ФО", null, "Домашка"));
		assertThat(tagging.kind()).isEqualTo(AssessmentKind.FORMATIVE);
		assertThat(tagging.homework()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "Домашнее задание,,СОР 2", "ФО,,СОР 2", ",СОР,СОЧ 1", ",,СОР и СОЧ", "СОР,,Домашняя работа",
			",Не в журнал,СОР 2", ",,Подготовка к СОР и СОЧ", ",,Классная работа и домашнее задание",
			"Не в журнал и домашнее задание,," })
	void tagsThatContradictEachOtherAreLeftToTheTeacher(@Nullable String category, @Nullable String topic,
			@Nullable String title) {
		assertThat(kind(category, topic, (title != null) ? title : "")).isEqualTo(AssessmentKind.UNDETERMINED);
	}

	@Test
	void aSummativeDoneAtTheLessonIsASummative() {
		assertThat(kind(null, "Классная работа", "СОР 2")).isEqualTo(AssessmentKind.SECTION_SUMMATIVE);
		assertThat(kind("СОЧи", null, "I тоқсан")).isEqualTo(AssessmentKind.TERM_SUMMATIVE);
	}

	@Test
	void aLineForOnePlaceStandsAboveALineForAnyPlace() {
		AssessmentKinds kinds = new AssessmentKinds(
				SampleTables.of(Grading.KIND_COLUMNS, "any,тест,homework", "category,тест,classwork"));
		assertThat(kinds.of(coursework(Coursework.Type.ASSIGNMENT, "Тест", null, "x")).kind())
			.isEqualTo(AssessmentKind.CLASSWORK);
		assertThat(kinds.of(coursework(Coursework.Type.SHORT_ANSWER_QUESTION, null, "Тест", "x")).kind())
			.isEqualTo(AssessmentKind.HOMEWORK);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "any,тест,exam;line 2, column kind", "heading,тест,homework;line 2, column where",
					"any,№ 2,homework;line 2, column words", "any,,homework;line 2, column words",
					"any,COP|сор,homework;line 2, column words" })
	void aLineThatSaysNothingSensibleIsRefusedWithItsPlace(String line, String place) {
		assertThatExceptionOfType(MappingException.class)
			.isThrownBy(() -> new AssessmentKinds(SampleTables.of(Grading.KIND_COLUMNS, line)))
			.withMessageContaining(place);
	}

	private AssessmentKind kind(@Nullable String category, @Nullable String topic, String title) {
		return of(coursework(Coursework.Type.ASSIGNMENT, category, topic, title)).kind();
	}

	private AssessmentKinds.Tagging of(Coursework coursework) {
		return this.shipped.of(coursework);
	}

	private static Coursework coursework(Coursework.Type type, @Nullable String category, @Nullable String topic,
			String title) {
		SampleWork work = new SampleWork();
		work.type = type;
		work.category = category;
		work.topic = topic;
		work.title = title;
		return work.coursework();
	}

}
