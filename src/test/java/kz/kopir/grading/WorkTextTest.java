package kz.kopir.grading;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WorkTextTest {

	private final SampleWork work = new SampleWork();

	@Test
	void titleDescriptionMaterialsAndLinkStandInThisOrder() {
		this.work.description = "§ 12\r\n\r\n\r\n№ 3, 4";
		this.work.materials = List.of("https://example.org/a", "https://example.org/b");
		assertThat(text(5_000)).isEqualTo("Квадрат теңдеулер\n§ 12\n\n№ 3, 4\nhttps://example.org/a\n"
				+ "https://example.org/b\n" + SampleWork.LINK);
	}

	@Test
	void controlCharactersAndTurnedDirectionsAreStrippedAndEmojiKept() {
		String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
		this.work.title = "\u202E a\u0000b\u0007\tc\u2028d\u2066 \uD83D e" + family + "\u202C\uFEFF";
		assertThat(text(5_000)).isEqualTo("ab c d  e" + family + "\n" + SampleWork.LINK);
	}

	@Test
	void aLongTextIsCutBetweenCharactersAndKeepsItsLink() {
		for (int cap = 1_000; cap < 1_004; cap++) {
			this.work.description = "\uD83D\uDE00".repeat(15_000);
			assertThat(text(cap)).hasSizeLessThanOrEqualTo(cap)
				.hasSizeGreaterThan(cap - 3)
				.endsWith("\uDE00…\n" + SampleWork.LINK);
		}
	}

	@Test
	void aTextAtTheCapIsNotCut() {
		this.work.title = "x".repeat(1_000 - 1 - SampleWork.LINK.length());
		assertThat(text(1_000)).hasSize(1_000).doesNotContain("…");
		this.work.title += "x";
		assertThat(text(1_000)).hasSize(1_000).contains("…");
	}

	@Test
	void aTitleOfNothingVisibleLeavesTheLink() {
		this.work.title = "\u200E \u0001";
		assertThat(text(1_000)).isEqualTo(SampleWork.LINK);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Үй жұмысы\n%s", "Үй жұмысы\r\n%s\r\n ", "Үй жұмысы %s", "%s", "Үй<br/>%s",
			"https://example.org/a\n%s" })
	void theLinkIsFoundAgainHoweverTheJournalBreaksLines(String text) {
		assertThat(WorkText.linkOf(text.formatted(SampleWork.LINK))).contains(SampleWork.LINK);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "§ 12", "https://example.org/a § 12", "http://example.org", "https://" })
	void aTextOfATeacherHasNoLink(String text) {
		assertThat(WorkText.linkOf(text)).isEmpty();
	}

	private String text(int cap) {
		return WorkText.of(this.work.coursework(), SampleWork.LINK, cap);
	}

}
