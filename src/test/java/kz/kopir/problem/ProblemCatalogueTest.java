package kz.kopir.problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps {@code docs/problems.md} true. To write it anew:
 * {@code mvn test -Dtest=ProblemCatalogueTest -Dkopir.write-docs=true}.
 */
class ProblemCatalogueTest {

	private static final Path PAGE = Path.of("docs", "problems.md");

	private static final TextBundle KAZAKH = TextBundle.of(ProblemTexts.KAZAKH);

	private static final TextBundle RUSSIAN = TextBundle.of(ProblemTexts.RUSSIAN);

	private static final TextBundle ENGLISH = TextBundle.of(ProblemTexts.ENGLISH);

	@Test
	void thePageOfProblemsIsTheCatalogue() throws IOException {
		String page = page();
		if (Boolean.getBoolean("kopir.write-docs")) {
			Files.createDirectories(PAGE.getParent());
			Files.writeString(PAGE, page);
		}
		assertThat(PAGE).as("write it anew with: mvn test -Dtest=ProblemCatalogueTest -Dkopir.write-docs=true")
			.content()
			.isEqualTo(page);
	}

	private static String page() {
		StringBuilder page = new StringBuilder(
				"""
						# Problems

						A problem is something that a person must do or know. It is opened once, has one line per pupil or entry
						concerned, and closes by itself when a run that looked does not see its cause any more. A person can say
						that it was seen, that somebody cares for it, that it shall rest until a day, or that nothing is to be done.

						*retry* may pass by itself, *hold* waits for a person, *reject* can never work as it is.
						*daily* problems are told in the next digest; those *at deadline* too, and at once when less than a day is
						left until their deadline; those *at once* do not wait.
						`{count}` is the number of lines; the other placeholders are the details of the code.

						<!-- Written by ProblemCatalogueTest from ProblemCode and its text bundles: change those. -->

						| code | class | who can mend it | told |
						|---|---|---|---|
						""");
		for (ProblemCode code : ProblemCode.values()) {
			page.append("| [%s](#%s) | %s | %s | %s |\n".formatted(code, code.name().toLowerCase(Locale.ROOT),
					words(code.troubleClass()), words(code.owner()).replace("it ", "IT "), words(code.urgency())));
		}
		for (ProblemCode code : ProblemCode.values()) {
			page.append("\n## ").append(code).append("\n\n");
			page.append("- en: ").append(text(ENGLISH, code)).append('\n');
			page.append("- ru: ").append(text(RUSSIAN, code)).append('\n');
			page.append("- kk: ").append(text(KAZAKH, code)).append('\n');
		}
		return page.toString();
	}

	private static String words(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	private static String text(TextBundle bundle, ProblemCode code) {
		return TextBundle.PARTS.stream()
			.map((part) -> bundle.pattern(code, part))
			.map(ProblemCatalogueTest::withoutChoices)
			.collect(Collectors.joining(" "));
	}

	/**
	 * Leaves of the forms of a plural the general one, with its number as a placeholder.
	 */
	private static String withoutChoices(String pattern) {
		return pattern.replaceAll("\\{count, plural,(?: \\w+ \\{[^}]*\\})* other \\{([^}]*)\\}\\}", "$1")
			.replace("#", "{count}");
	}

}
