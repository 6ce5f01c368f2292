package kz.kopir.access;

import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LoginTextsTest {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d\\}");

	private final LoginTexts texts = new LoginTexts();

	@Test
	void theThreeLanguagesSayTheSame() {
		Map<String, String> kazakh = this.texts.in("kk");
		assertThat(kazakh).isNotEmpty();
		for (String language : LoginTexts.LANGUAGES) {
			assertThat(this.texts.in(language).keySet()).isEqualTo(kazakh.keySet());
			this.texts.in(language)
				.forEach((key, text) -> assertThat(PLACEHOLDER.matcher(text).results().count())
					.as("%s %s", language, key)
					.isEqualTo(PLACEHOLDER.matcher(kazakh.get(key)).results().count()));
		}
	}

	@Test
	void everyLanguageIsItself() {
		assertThat(this.texts.in("kk").get("unknown")).containsPattern("[әғқңөұүһі]");
		assertThat(this.texts.in("ru").get("unknown")).containsPattern("[а-я]").doesNotContainPattern("[әғқңөұүһі]");
		assertThat(this.texts.in("en").get("unknown")).doesNotContainPattern("[а-я]");
	}

}
