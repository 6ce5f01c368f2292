package kz.kopir.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

import kz.kopir.problem.ProblemTexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.i18n.LocaleContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

class ShowTest {

	private final Show show = new Show(new ConsoleConfiguration().messageSource(), ZoneId.of("Asia/Almaty"));

	@AfterEach
	void noLanguage() {
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	void momentsAreThoseOfAlmaty() {
		Instant moment = Instant.parse("2026-11-20T20:30:00Z");
		read(Languages.KAZAKH);
		assertThat(this.show.moment(moment)).isEqualTo("21.11.2026 01:30");
		read(Locale.ENGLISH);
		assertThat(this.show.moment(moment)).isEqualTo("21 Nov 2026, 01:30");
		assertThat(this.show.exactly(moment)).isEqualTo("21 Nov 2026, 01:30:00");
		assertThat(this.show.moment(null)).isEqualTo("–");
	}

	@Test
	void daysAreWrittenAsTheLanguageDoes() {
		read(Languages.RUSSIAN);
		assertThat(this.show.day(LocalDate.of(2026, 11, 2))).isEqualTo("02.11.2026");
		read(Locale.ENGLISH);
		assertThat(this.show.day(LocalDate.of(2026, 11, 2))).isEqualTo("2 Nov 2026");
	}

	@Test
	void lengthsHaveTwoUnitsAtMost() {
		read(Languages.RUSSIAN);
		assertThat(this.show.length(Duration.ofMillis(250))).isEqualTo("0,25 с");
		assertThat(this.show.length(Duration.ofMillis(1999))).isEqualTo("1 с");
		assertThat(this.show.length(Duration.ofSeconds(125))).isEqualTo("2 мин 5 с");
		assertThat(this.show.length(Duration.ofMinutes(61))).isEqualTo("1 ч 1 мин");
		assertThat(this.show.length(Duration.ofHours(49))).isEqualTo("2 дн 1 ч");
		read(Languages.KAZAKH);
		assertThat(this.show.length(Duration.ofMinutes(61))).isEqualTo("1 сағ 1 мин");
	}

	@Test
	void aShareIsNeverRoundedUpToAll() {
		read(Locale.ENGLISH);
		assertThat(this.show.share(999, 1000)).isEqualTo("99 %");
		assertThat(this.show.share(3, 3)).isEqualTo("100 %");
		assertThat(this.show.share(0, 0)).isEqualTo("–");
	}

	@Test
	void aProblemSpeaksTheReadersLanguage() {
		ProblemTexts texts = new ProblemTexts("қазақша", "по-русски", "in English");
		read(Languages.KAZAKH);
		assertThat(this.show.text(texts)).isEqualTo("қазақша");
		read(Languages.RUSSIAN);
		assertThat(this.show.text(texts)).isEqualTo("по-русски");
		read(Locale.ENGLISH);
		assertThat(this.show.text(texts)).isEqualTo("in English");
	}

	@Test
	void aCodeThatHasNoNameIsShownItself() {
		read(Locale.ENGLISH);
		assertThat(this.show.name("reason", "not-seen")).isEqualTo("was not seen in Zoom");
		assertThat(this.show.name("reason", "a-rule-of-tomorrow")).isEqualTo("a-rule-of-tomorrow");
	}

	private static void read(Locale language) {
		LocaleContextHolder.setLocale(language);
	}

}
