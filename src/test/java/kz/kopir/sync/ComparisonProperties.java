package kz.kopir.sync;

import java.util.Objects;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

class ComparisonProperties {

	@Property
	void nothingIsWrittenOverAValueThatIsNotOurLast(@ForAll("values") @Nullable String last,
			@ForAll("values") @Nullable String now, @ForAll("values") @Nullable String wanted) {
		switch (Comparison.of(last, now, wanted)) {
			case ADD -> {
				assertThat(now).isNull();
				assertThat(last).isNull();
				assertThat(wanted).isNotNull();
			}
			case CHANGE -> {
				assertThat(now).isNotNull().isEqualTo(last);
				assertThat(wanted).isNotNull().isNotEqualTo(now);
			}
			case UNCHANGED, ADOPT -> assertThat(now).isNotNull().isEqualTo(wanted);
			case NOTHING -> assertThat(last == null && wanted == null).isTrue();
			case OF_ANOTHER, CHANGED_BY_HAND, REMOVED_BY_HAND, WITHDRAWN ->
				assertThat(now != null && Objects.equals(now, wanted)).isFalse();
		}
	}

	@Property
	void whatWasDeliveredIsNeverWrittenAgainWithoutAnOpinion(@ForAll("values") @Nullable String last,
			@ForAll("values") @Nullable String now) {
		assertThat(Comparison.keeping(last, now)).isNotIn(Comparison.ADD, Comparison.CHANGE, Comparison.ADOPT);
	}

	@Provide
	Arbitrary<String> values() {
		return Arbitraries.of("1", "7", "8", "9", "10").injectNull(0.3);
	}

}
