package kz.kopir.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProblemTextsTest {

	private static final TextBundle KAZAKH = TextBundle.of(ProblemTexts.KAZAKH);

	private static final TextBundle RUSSIAN = TextBundle.of(ProblemTexts.RUSSIAN);

	private static final TextBundle ENGLISH = TextBundle.of(ProblemTexts.ENGLISH);

	private static final List<TextBundle> ALL = List.of(KAZAKH, RUSSIAN, ENGLISH);

	@Test
	void theThreeBundlesHaveTheSameKeysAndNoOthersThanTheCatalogues() {
		Set<String> expected = new TreeSet<>(Set.of("missing"));
		for (ProblemCode code : ProblemCode.values()) {
			TextBundle.PARTS.forEach((part) -> expected.add(code + "." + part));
		}
		assertThat(ALL).allSatisfy((bundle) -> assertThat(bundle.keys()).isEqualTo(expected));
	}

	@ParameterizedTest
	@EnumSource
	void everyLanguageSaysTheSameDetails(ProblemCode code) {
		for (TextBundle bundle : ALL) {
			Set<String> used = new TreeSet<>();
			TextBundle.PARTS.forEach((part) -> used.addAll(bundle.placeholders(code, part)));
			used.remove(TextBundle.COUNT);
			assertThat(used).isEqualTo(new TreeSet<>(code.detailKeys()));
		}
	}

	@ParameterizedTest
	@EnumSource
	void everyTextRendersInEveryLanguage(ProblemCode code) {
		Map<String, String> details = new HashMap<>();
		code.detailKeys().forEach((key) -> details.put(key, "<" + key + ">"));
		for (TextBundle bundle : ALL) {
			for (int count : new int[] { 0, 1, 3, 30 }) {
				String text = bundle.render(code, details, count);
				assertThat(text).hasLineCount(3).doesNotContain("{", "}", "plural", "  ", "(not given)");
				code.detailKeys().forEach((key) -> assertThat(text).contains("<" + key + ">"));
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void aDetailThatIsMissingIsCalledMissing(ProblemCode code) {
		Map<TextBundle, String> words = Map.of(KAZAKH, "(көрсетілмеген)", RUSSIAN, "(не указано)", ENGLISH,
				"(not given)");
		words.forEach((bundle, word) -> {
			String text = bundle.render(code, Map.of(), 1);
			assertThat(text).doesNotContain("{", "null");
			assertThat(text.contains(word)).isEqualTo(!code.detailKeys().isEmpty());
		});
	}

	@ParameterizedTest
	@CsvSource({ "1, 1 запись класса", "2, 2 записи класса", "5, 5 записей класса", "21, 21 запись класса",
			"112, 112 записей класса" })
	void russianCountsAsRussianDoes(int count, String words) {
		assertThat(RUSSIAN.render(ProblemCode.JOURNAL_REFUSED, Map.of("classGroup", "7 «А»", "answer", "400"), count))
			.contains(words);
	}

	@Test
	void everyLanguageIsItself() {
		assertThat(KAZAKH.pattern(ProblemCode.RUN_FAILED, "means")).containsPattern("[әғқңөұүһі]");
		assertThat(RUSSIAN.pattern(ProblemCode.RUN_FAILED, "means")).containsPattern("[а-я]")
			.doesNotContainPattern("[әғқңөұүһі]");
		assertThat(ENGLISH.pattern(ProblemCode.RUN_FAILED, "means")).doesNotContainPattern("[а-я]");
	}

	@Test
	void aForgottenDetailFailsTheTestOfTheOneWhoForgotIt() {
		assertThatThrownBy(() -> new Problem(ProblemCode.COURSE_LINK_UNKNOWN, "c-1", null, null, null,
				Map.of("course", "x"), List.of()))
			.isInstanceOf(AssertionError.class)
			.hasMessageContaining("COURSE_LINK_UNKNOWN")
			.hasMessageContaining("target");
	}

}
