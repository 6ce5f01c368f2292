package kz.kopir.sync;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ComparisonTest {

	@ParameterizedTest
	@CsvSource(textBlock = """
			# last, now, wanted, outcome
			,  , 8, ADD
			,  8, 8, ADOPT
			,  9, 8, OF_ANOTHER
			8, 8, 8, UNCHANGED
			8, 8, 9, CHANGE
			8, 9, 9, ADOPT
			8, 9, 8, CHANGED_BY_HAND
			8, 9, 7, CHANGED_BY_HAND
			8, 9,  , CHANGED_BY_HAND
			8,  , 8, REMOVED_BY_HAND
			8,  , 9, REMOVED_BY_HAND
			8,  ,  , REMOVED_BY_HAND
			8, 8,  , WITHDRAWN
			,  ,  , NOTHING
			,  9,  , NOTHING
			""")
	void theOutcomeIsThatOfTheDesign(@Nullable String last, @Nullable String now, @Nullable String wanted,
			Comparison outcome) {
		assertThat(Comparison.of(last, now, wanted)).isEqualTo(outcome);
	}

	@Test
	void withoutAnOpinionOfTheSourceWhatWasDeliveredStaysAsItIs() {
		assertThat(Comparison.keeping(null, null)).isEqualTo(Comparison.NOTHING);
		assertThat(Comparison.keeping(null, "8")).isEqualTo(Comparison.NOTHING);
		assertThat(Comparison.keeping("8", "8")).isEqualTo(Comparison.UNCHANGED);
		assertThat(Comparison.keeping("8", "9")).isEqualTo(Comparison.CHANGED_BY_HAND);
		assertThat(Comparison.keeping("8", null)).isEqualTo(Comparison.REMOVED_BY_HAND);
	}

}
