package kz.kopir.grading;

import java.math.BigDecimal;
import java.math.RoundingMode;

import kz.kopir.mapping.MappingException;
import kz.kopir.mapping.SampleTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FormativeScaleTest {

	@ParameterizedTest
	@CsvSource({ "0,1", "14,1", "15,2", "24,2", "25,3", "34,3", "35,4", "44,4", "45,5", "54,5", "55,6", "64,6", "65,7",
			"74,7", "75,8", "84,8", "85,9", "94,9", "95,10", "100,10" })
	void theShippedScaleIsTheTenthOfThePercentRoundedHalfUp(String percent, int mark) {
		assertThat(shipped(0, RoundingMode.HALF_UP).mark(new BigDecimal(percent), new BigDecimal(100))).isEqualTo(mark);
	}

	@ParameterizedTest
	@CsvSource({ "0.5,1", "14.49,1", "14.5,2", "24.4999,2", "24.5,3", "34.5,4", "44.5,5", "54.5,6", "64.46,6",
			"64.49999999999,6", "64.5,7", "69.5,7", "74.5,8", "84.49,8", "84.5,9", "94.5,10" })
	void thePercentIsRoundedOnceAndHalvesGoUp(String percent, int mark) {
		assertThat(shipped(0, RoundingMode.HALF_UP).mark(new BigDecimal(percent), new BigDecimal(100))).isEqualTo(mark);
	}

	@ParameterizedTest
	@CsvSource({ "0,HALF_DOWN,84.5,8", "0,DOWN,84.99,8", "0,UP,84.01,9", "1,HALF_UP,84.94,8", "1,HALF_UP,84.95,9",
			"2,HALF_UP,84.95,8", "4,HALF_UP,84.99996,9" })
	void theRoundingIsTheSchools(int scale, RoundingMode rounding, String percent, int mark) {
		assertThat(shipped(scale, rounding).mark(new BigDecimal(percent), new BigDecimal(100))).isEqualTo(mark);
	}

	@ParameterizedTest
	@CsvSource({ "5,20,3", "1,3,3", "2,3,7", "12.25,50,3", "7,8,9", "0.1,0.3,3", "169,200,9" })
	void anyMaximumIsTurnedIntoPercents(String points, String max, int mark) {
		assertThat(shipped(0, RoundingMode.HALF_UP).mark(new BigDecimal(points), new BigDecimal(max))).isEqualTo(mark);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "10,1;line 2, column from_percent", "0,1|0,2;line 3, column from_percent",
			"0,1|50,5|40,6;line 4, column from_percent", "0,1|50,1;line 3, column mark", "0,5|50,4;line 3, column mark",
			"0,0;line 2, column mark", "0,11;line 2, column mark", "0,1.5;line 2, column mark",
			"0,1|101,2;line 3, column from_percent", "-1,1;line 2, column from_percent",
			"1e1,1;line 2, column from_percent", "x,1;line 2, column from_percent", "0,;line 2, column mark" })
	void aScaleWithAHoleOrAContradictionIsRefusedWithItsPlace(String lines, String place) {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> scale(lines.split("\\|")))
			.withMessageContaining(place);
	}

	@Test
	void aScaleWithoutBandsIsRefused() {
		assertThatExceptionOfType(MappingException.class).isThrownBy(FormativeScaleTest::scale)
			.withMessageContaining("no band");
	}

	@ParameterizedTest
	@ValueSource(strings = { "HALF_EVEN", "UNNECESSARY" })
	void roundingThatTreatsHalvesDifferentlyIsRefused(RoundingMode rounding) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new GradingPolicy(GradingPolicy.AboveMaximum.HOLD, 0, rounding,
					GradingPolicy.LessonPolicy.DUE, 5_000))
			.withMessageContaining(rounding.name());
	}

	@Test
	void aPolicyOutsideItsBoundsIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new GradingPolicy(GradingPolicy.AboveMaximum.HOLD, 5,
				RoundingMode.HALF_UP, GradingPolicy.LessonPolicy.DUE, 5_000));
		assertThatIllegalArgumentException().isThrownBy(() -> new GradingPolicy(GradingPolicy.AboveMaximum.HOLD, 0,
				RoundingMode.HALF_UP, GradingPolicy.LessonPolicy.DUE, 999));
	}

	private static FormativeScale shipped(int scale, RoundingMode rounding) {
		return new FormativeScale(SampleTables.formativeScale(), scale, rounding);
	}

	private static FormativeScale scale(String... lines) {
		return new FormativeScale(SampleTables.of(Grading.SCALE_COLUMNS, lines), 0, RoundingMode.HALF_UP);
	}

}
