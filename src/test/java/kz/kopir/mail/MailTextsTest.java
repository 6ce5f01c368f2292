package kz.kopir.mail;

import java.time.LocalDateTime;
import java.util.List;

import kz.kopir.digest.LetterKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MailTextsTest {

	private static final List<MailTexts> ALL = MailTexts.LANGUAGES.stream().map(MailTexts::of).toList();

	@Test
	void theThreeBundlesHaveTheSameKeysAndPlaceholders() {
		for (MailTexts texts : ALL) {
			assertThat(texts.keys()).isEqualTo(ALL.get(0).keys());
			texts.keys()
				.forEach((key) -> assertThat(texts.placeholders(key)).as(key).isEqualTo(ALL.get(0).placeholders(key)));
		}
	}

	@Test
	void everyKindHasItsTexts() {
		for (LetterKind kind : LetterKind.values()) {
			ALL.forEach((texts) -> assertThat(texts.keys()).contains("kind." + kind, "heading." + kind,
					"preheader." + kind, "intro." + kind));
		}
	}

	@Test
	void everyLanguageIsItself() {
		assertThat(ALL.get(0).text("intro.DAILY")).containsPattern("[әғқңөұүһі]");
		assertThat(ALL.get(1).text("intro.DAILY")).containsPattern("[а-я]").doesNotContainPattern("[әғқңөұүһі]");
		assertThat(ALL.get(2).text("intro.DAILY")).doesNotContainPattern("[а-я]");
		assertThatIllegalArgumentException().isThrownBy(() -> MailTexts.of("de"));
	}

	@ParameterizedTest
	@CsvSource({ "1,1 новая проблема", "2,2 новые проблемы", "5,5 новых проблем", "11,11 новых проблем",
			"21,21 новая проблема", "112,112 новых проблем" })
	void russianCountsAsRussianDoes(int count, String words) {
		assertThat(ALL.get(1).text("heading.DAILY", count)).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "2026-11-24T00:00;23.11.2026, 24:00;23.11, 24:00",
			"2026-11-24T00:01;24.11.2026, 00:01;24.11, 00:01", "2026-11-24T18:00;24.11.2026, 18:00;24.11, 18:00",
			"2027-01-01T00:00;31.12.2026, 24:00;31.12, 24:00" })
	void theEndOfADayIsToldAsThatDay(LocalDateTime time, String whole, String brief) {
		MailTexts kazakh = ALL.get(0);
		assertThat(kazakh.moment(time.atZone(SampleLetters.ALMATY).toInstant(), SampleLetters.ALMATY)).isEqualTo(whole);
		assertThat(kazakh.shortMoment(time.atZone(SampleLetters.ALMATY).toInstant(), SampleLetters.ALMATY))
			.isEqualTo(brief);
	}

}
