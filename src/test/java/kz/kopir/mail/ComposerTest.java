package kz.kopir.mail;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import kz.kopir.digest.Letter;
import kz.kopir.digest.LetterKind;
import kz.kopir.problem.ProblemTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * How the mails read.
 */
class ComposerTest {

	private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

	private final Composer composer = new Composer();

	static Stream<Letter> everyMail() {
		List<Letter> letters = new ArrayList<>();
		for (LetterKind kind : LetterKind.values()) {
			for (String language : new String[] { "kk", "ru", "en", null }) {
				letters.add(SampleLetters.of(kind, language));
			}
		}
		return letters.stream();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			DAILY      | kk | Көпір · 5 жаңа мәселе, ең жақын мерзімі: 23.11, 24:00
			DAILY      | ru | Көпір · 5 новых проблем, ближайший срок: 23.11, 24:00
			DAILY      | en | Kopir · 5 new problems, nearest deadline: 23 Nov, 24:00
			DAILY      |    | Көпір · 5 жаңа мәселе / 5 новых проблем, ең жақын мерзімі / ближайший срок: 23.11, 24:00
			URGENT     | kk | Көпір · Шұғыл: 2 мәселе, ең жақын мерзімі: 20.11, 24:00
			URGENT     | ru | Көпір · Срочно: 2 проблемы, ближайший срок: 20.11, 24:00
			ESCALATION | kk | Көпір · Жауапсыз қалған 3 мәселе, ең жақын мерзімі: 24.11, 24:00
			ESCALATION | ru | Көпір · Без реакции: 3 проблемы, ближайший срок: 24.11, 24:00
			WEEKLY     | kk | Көпір · Апталық шолу: мерзімі өткен 4 мәселе
			WEEKLY     | ru | Көпір · Обзор недели: 4 просроченные проблемы
			""")
	void theSubjectTellsKindNumberAndNearestDeadline(LetterKind kind, String language, String subject) {
		assertThat(compose(SampleLetters.of(kind, language)).subject()).isEqualTo(subject);
	}

	@ParameterizedTest
	@MethodSource("everyMail")
	void neitherNameNorMarkNorTitleStandsInWhatIsShownBeforeOpening(Letter letter) {
		Composed mail = compose(letter);
		String preheader = preheader(mail);
		assertThat(preheader.strip()).isNotEmpty();
		for (String shown : List.of(mail.subject(), preheader)) {
			assertThat(shown).doesNotContain("Қасымова", "Әсел", "9/10", "Эссе", "БЖБ №2", "7 «А»", "<b>",
					"Өміртайқызы");
		}
		if (letter.kind() == LetterKind.DAILY) {
			assertThat(mail.html()).as("but in the body").contains("Қасымова");
			assertThat(mail.html().indexOf("Қасымова") - mail.html().indexOf(preheader))
				.as("far behind what a preview shows")
				.isGreaterThan(200);
			assertThat(mail.text().indexOf("Қасымова")).isGreaterThan(200);
		}
	}

	@ParameterizedTest
	@MethodSource("everyMail")
	void everyProblemIsToldWithItsThreePartsInTextAndHtml(Letter letter) {
		Composed mail = compose(letter);
		for (Letter.Item item : letter.items()) {
			for (String language : languages(letter)) {
				for (String part : MailTexts.of(language).parts(item.texts())) {
					assertThat(mail.text()).contains(part);
					assertThat(mail.html()).contains(escaped(part));
				}
			}
			String link = "https://kopir.school.example/problems/" + item.problem();
			assertThat(mail.text()).contains("  " + link + "\n");
			assertThat(mail.html()).contains("href=\"" + link + "\"");
		}
	}

	@ParameterizedTest
	@MethodSource("everyMail")
	void linksLeadToTheConsoleAndCarryNothing(Letter letter) {
		Matcher links = LINK.matcher(compose(letter).html());
		List<String> found = new ArrayList<>();
		while (links.find()) {
			found.add(links.group(1));
		}
		assertThat(found).contains("https://kopir.school.example/problems")
			.allMatch((link) -> link.matches("https://kopir\\.school\\.example/problems(/[a-z0-9]+)?|cid:weeks-\\w+"));
	}

	@ParameterizedTest
	@MethodSource("everyMail")
	void everyMailEndsWithWhomToAsk(Letter letter) {
		Composed mail = compose(letter);
		assertThat(mail.html()).contains("Ермек Өтегенұлы", "+7\u00a0700\u00a0000\u00a000\u00a000", "№ 1 мектеп-лицей");
		assertThat(mail.text().lines().skip(mail.text().lines().count() - 2).findFirst().orElseThrow())
			.contains("Ермек Өтегенұлы, +7 700 000 00 00");
	}

	@ParameterizedTest
	@MethodSource("everyMail")
	void nothingIsLoadedFromElsewhereAndNothingIsLeftOfTheTemplates(Letter letter) {
		Composed mail = compose(letter);
		assertThat(mail.html()).doesNotContain("<script", " th:", "<th:", "xmlns:th", "${", "#{", "url(", "@import",
				"http-equiv", "null");
		assertThat(mail.text()).doesNotContain("[#", "[/]", "[(", "${", "#{", "null", "&quot;", "&amp;", "\n\n\n\n");
	}

	@Test
	void whateverATitleHoldsStaysText() {
		Composed mail = compose(SampleLetters.daily("kk"));
		assertThat(mail.html()).contains("&lt;b&gt;&quot;&amp;&#39;&lt;/b&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
		assertThat(mail.text()).contains(SampleLetters.HOSTILE);
	}

	@Test
	void aTitleThatLooksLikeATemplateIsNotOne() {
		String expression = "${7*7} [[${7*7}]] [(${7*7})] __${7*7}__ #{brand}";
		ProblemTexts texts = new ProblemTexts(expression + "\nb\nc", expression + "\nb\nc", expression + "\nb\nc");
		Composed mail = compose(new Letter(LetterKind.DAILY, SampleLetters.person(null), SampleLetters.FRIDAY,
				List.of(new Letter.Section(expression, List.of(SampleLetters.item("a", texts, null)))), 0));
		assertThat(mail.html()).contains(expression).doesNotContain("49");
		assertThat(mail.text()).contains(expression).doesNotContain("49");
	}

	@Test
	void whoseLanguageNobodyKnowsReadsKazakhFirstAndRussianBelow() {
		Composed mail = compose(SampleLetters.daily(null));
		assertThat(mail.text()).containsSubsequence("5 жаңа мәселе", "Текст на русском языке — ниже.", "Не істеу керек",
				"=====", "5 новых проблем", "Что делать");
		assertThat(mail.html()).containsSubsequence("lang=\"kk\"", "5 жаңа мәселе", "lang=\"ru\">Текст на русском",
				"lang=\"ru\"", "5 новых проблем");
	}

	@ParameterizedTest
	@ValueSource(strings = { "kk", "ru", "en" })
	void whoseLanguageIsKnownReadsThatOneAlone(String language) {
		String text = compose(SampleLetters.urgent(language)).text();
		List<String> headings = List.of("Не істеу керек", "Что делать", "What to do");
		assertThat(text).doesNotContain("төменде.", "ниже.", "below.");
		String own = headings.get(MailTexts.LANGUAGES.indexOf(language));
		assertThat(headings).allSatisfy((heading) -> assertThat(text.contains(heading)).isEqualTo(heading.equals(own)));
	}

	@Test
	void theDailyMailSaysWhatIsNewWhatIsStillOpenAndWhatIsLeftOut() {
		String text = compose(SampleLetters.daily("ru")).text();
		assertThat(text).containsSubsequence("--- Новое ---", "7 «А»\n", "Общее\n", "--- Открыто с прежних дней ---",
				"10 «Ә»\n", "Ещё 12 проблем не поместились в это письмо и видны в консоли.");
		assertThat(text).contains("Срок: 27.11.2026, 18:00", "Срок: 23.11.2026, 24:00");
		assertThat(compose(SampleLetters.urgent("ru")).text()).doesNotContain("не поместил");
	}

	@Test
	void whoStandsInOrIsToldOfOthersReadsForWhomItIs() {
		String text = compose(SampleLetters.escalation("ru")).text();
		assertThat(text).contains("Отвечает: Нұрлан Һасанов, Әлия Ғалымқызы. Сообщено: 16.11.2026",
				"для учителя, которого нет в таблице сотрудников (номер 100000000000000000099)");
		assertThat(compose(SampleLetters.weekly("kk")).text()).contains("Жауапты: Нұрлан Һасанов\n");
	}

	@ParameterizedTest
	@EnumSource(names = "WEEKLY", mode = EnumSource.Mode.EXCLUDE)
	void onlyTheOverviewHasAPicture(LetterKind kind) {
		assertThat(compose(SampleLetters.of(kind, null)).pictures()).isEmpty();
	}

	@Test
	void theOverviewShowsItsNumbersInAPictureAndInATable() {
		SampleLetters.requireFonts();
		Composed mail = compose(SampleLetters.weekly(null));
		assertThat(mail.pictures()).extracting(Composed.Picture::name).containsExactly("weeks-kk", "weeks-ru");
		for (Composed.Picture picture : mail.pictures()) {
			assertThat(picture.png()).startsWith(0x89, 'P', 'N', 'G').hasSizeLessThan(60_000);
			assertThat(mail.html())
				.contains("src=\"cid:" + picture.name() + "\" alt=\"" + picture.description() + "\"");
		}
		assertThat(mail.text()).contains("09.11 | 21 | 16 | 1 | 4 | 76 %", "05.10 | 0 | 0 | 0 | 0 | —",
				"Неделя с 09.11: в срок — 16 из 21 (76 %).", "Неделей раньше: 80 %.",
				"09.11 басталған апта: уақтылы түскені — 16 / 21 (76 %).");
		assertThat(mail.html()).contains(">09.11</td>", ">76 %</td>");
	}

	@ParameterizedTest
	@CsvSource({ "1,1", "6,1", "7,2", "12,2", "13,5", "25,5", "30,5", "31,10", "60,10", "61,20", "150,50", "600,100" })
	void theLinesOfThePictureAreRoundAndFew(int most, int step) {
		assertThat(WeekChart.step(most)).isEqualTo(step);
	}

	@Test
	void anOverviewWithoutFiguresHasNeitherPictureNorTable() {
		Letter full = SampleLetters.weekly("kk");
		Composed mail = compose(new Letter(full.kind(), full.to(), full.day(), full.sections(), 0, 0, List.of()));
		assertThat(mail.pictures()).isEmpty();
		assertThat(mail.html()).doesNotContain("<img", "<th ");
		assertThat(mail.text()).doesNotContain(" | ");
	}

	@ParameterizedTest
	@CsvSource({ "https://kopir.school.example,true", "http://127.0.0.1:8090/kopir/,true",
			"https://user:secret@kopir.school.example,false", "https://kopir.school.example/?token=1,false",
			"https://kopir.school.example/#a,false", "ftp://kopir.school.example,false", "kopir.school.example,false" })
	void theAddressOfTheConsoleCarriesNoSecret(String address, boolean good) {
		if (good) {
			assertThat(context(address).problems()).endsWith("/problems").doesNotContain("//problems");
		}
		else {
			assertThatIllegalArgumentException().isThrownBy(() -> context(address))
				.withMessageNotContaining("secret")
				.withMessageNotContaining("token");
		}
	}

	private static MailContext context(String console) {
		return new MailContext("School", URI.create(console), "Support", "1", SampleLetters.ALMATY);
	}

	private Composed compose(Letter letter) {
		return this.composer.compose(letter, SampleLetters.CONTEXT);
	}

	private static List<String> languages(Letter letter) {
		String language = letter.to().language();
		return (language == null) ? List.of("kk", "ru") : List.of(language);
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			.replace("\"", "&quot;")
			.replace("'", "&#39;");
	}

	private static String preheader(Composed mail) {
		Matcher matcher = Pattern.compile("<div aria-hidden=\"true\"[^>]*>([^<]*)</div>").matcher(mail.html());
		assertThat(matcher.find()).isTrue();
		return matcher.group(1);
	}

}
