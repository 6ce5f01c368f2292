package kz.kopir.grading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The mark of a term as the two readings of the rules would make it.
 */
class TermMarkPreviewTest {

	private static final TermScale SCALE = new TermScale(List.of(0, 40, 65, 85));

	@Test
	void theTwoReadingsOfTheSectionShareCanGiveDifferentMarks() {
		TermMarkPreview preview = preview(List.of(4), List.of(score(6, 8), score(16, 20)), score(21, 30));
		assertThat(preview.bySum().percent()).isEqualByComparingTo("64.643");
		assertThat(preview.bySum().rounded()).isEqualTo(65);
		assertThat(preview.bySum().mark()).isEqualTo(4);
		assertThat(preview.byMean().percent()).isEqualByComparingTo("64.375");
		assertThat(preview.byMean().mark()).isEqualTo(3);
		assertThat(preview.readingsDiffer()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "0, 2", "39, 2", "40, 3", "64, 3", "65, 4", "84, 4", "85, 5", "100, 5" })
	void theScaleOfTheOrder(int percent, int mark) {
		assertThat(preview(List.of(), List.of(score(percent, 100)), null).bySum().mark()).isEqualTo(mark);
	}

	@Test
	void aHalfIsRoundedUpFromTheExactValueAndOnlyOnce() {
		assertThat(preview(List.of(), List.of(score(169, 200)), null).bySum().rounded()).isEqualTo(85);
		TermMarkPreview below = preview(List.of(), List.of(score(6446, 10000)), null);
		assertThat(below.bySum().rounded()).isEqualTo(64);
		assertThat(below.bySum().mark()).isEqualTo(3);
	}

	@Test
	void withoutTjbFormativeMarksAndBjbCountHalfEach() {
		assertThat(preview(List.of(10), List.of(score(0, 10)), null).bySum().rounded()).isEqualTo(50);
		assertThat(preview(List.of(7), List.of(), null).bySum().rounded()).isEqualTo(70);
	}

	@Test
	void withoutAnyMarkThereIsNoPreview() {
		assertThat(TermMarkPreview.of(List.of(), List.of(), score(5, 10), SCALE)).isEmpty();
	}

	@Property
	void equalMaximaGiveEqualReadingsAndTheOrderDoesNotMatter(
			@ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 10) Integer> formative,
			@ForAll @Size(min = 1, max = 3) List<@IntRange(max = 20) Integer> values,
			@ForAll @IntRange(max = 30) int last) {
		List<SummativeScore> sections = values.stream().map((value) -> score(value, 20)).toList();
		TermMarkPreview preview = preview(formative, sections, score(last, 30));
		assertThat(preview.readingsDiffer()).isFalse();
		assertThat(preview.bySum().rounded()).isBetween(0, 100);
		List<SummativeScore> shuffled = new ArrayList<>(sections);
		Collections.shuffle(shuffled, new Random(last));
		assertThat(preview(formative, shuffled, score(last, 30))).isEqualTo(preview);
	}

	@Property
	void aBetterScoreNeverGivesAWorseMark(
			@ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 10) Integer> formative,
			@ForAll @IntRange(max = 19) int section, @ForAll @IntRange(max = 29) int last) {
		TermMarkPreview before = preview(formative, List.of(score(section, 20), score(3, 7)), score(last, 30));
		TermMarkPreview after = preview(formative, List.of(score(section + 1, 20), score(3, 7)), score(last + 1, 30));
		assertThat(after.bySum().mark()).isGreaterThanOrEqualTo(before.bySum().mark());
		assertThat(after.byMean().mark()).isGreaterThanOrEqualTo(before.byMean().mark());
	}

	private static TermMarkPreview preview(List<Integer> formative, List<SummativeScore> sections,
			SummativeScore termSummative) {
		return TermMarkPreview.of(formative, sections, termSummative, SCALE).orElseThrow();
	}

	private static SummativeScore score(int value, int maximum) {
		return new SummativeScore(value, maximum);
	}

}
