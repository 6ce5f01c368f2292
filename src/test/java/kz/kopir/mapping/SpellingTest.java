package kz.kopir.mapping;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpellingTest {

	@ParameterizedTest
	@ValueSource(strings = { "СОР", "сор", "CОP", "COP", "С\u00ADОР", "\uFF23ОР", "С\u200BОР", "«СОР»" })
	void spellingsThatLookTheSameAreTheSame(String spelling) {
		assertThat(Spelling.key(spelling)).isEqualTo(Spelling.key("сор"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "СОР№2", "СОР2", "СОР #2", "сор-2", "СОР_2", "СОР ٢" })
	void aNumberIsAWordOfItsOwn(String spelling) {
		assertThat(Spelling.words(spelling)).containsExactly(Spelling.key("СОР"), "2");
	}

	@Test
	void theLetterThatLooksLikeADigitIsNoNumber() {
		assertThat(Spelling.words("Д/З 3")).hasSize(3)
			.satisfies((words) -> assertThat(Spelling.isNumber(words.get(1))).isFalse());
		assertThat(Spelling.key("7З")).isNotEqualTo(Spelling.key("7 3"));
	}

	@Test
	void kazakhLettersKeepTheirDifference() {
		assertThat(Spelling.key("қ")).isNotEqualTo(Spelling.key("к"));
		assertThat(Spelling.key("ә")).isNotEqualTo(Spelling.key("а")).isEqualTo(Spelling.key("ə"));
		assertThat(Spelling.key("и")).isNotEqualTo(Spelling.key("й")).isNotEqualTo(Spelling.key("і"));
		assertThat(Spelling.key("й")).isEqualTo(Spelling.key("и\u0306"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "!?", "\uD83D\uDE00", "\uFE0F" })
	void whatHasNoLetterHasNoWord(String text) {
		assertThat(Spelling.words(text)).isEmpty();
	}

	@Test
	void halfOfACharacterHasNoWord() {
		assertThat(Spelling.words("\uD800")).isEmpty();
	}

}
