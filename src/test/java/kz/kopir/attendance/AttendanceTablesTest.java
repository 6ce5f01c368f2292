package kz.kopir.attendance;

import kz.kopir.mapping.MappingException;
import kz.kopir.mapping.SampleTables;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The bad line stands in line 3, after the header and a good line. */
class AttendanceTablesTest {

	private static final String GOOD_PERIOD = "school,,,2027-02-01,2027-02-05,1,No. 1";

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { ",,,2027-02-26,2027-02-26,1,No. 2 | scope",
			"town,,,2027-02-26,2027-02-26,1,No. 2 | scope", "School,,,2027-02-26,2027-02-26,1,No. 2 | scope",
			"school,7,,2027-02-26,2027-02-26,1,No. 2 | id", "class-group,,,2027-02-26,2027-02-26,1,No. 2 | id",
			"pupil,,,2027-02-26,2027-02-26,1,No. 2 | id", "grade,,,2027-02-26,2027-02-26,1,No. 2 | id",
			"grade,13,,2027-02-26,2027-02-26,1,No. 2 | id", "grade,9-0,,2027-02-26,2027-02-26,1,No. 2 | id",
			"grade,0-13,,2027-02-26,2027-02-26,1,No. 2 | id", "grade,7А,,2027-02-26,2027-02-26,1,No. 2 | id",
			"grade,-7,,2027-02-26,2027-02-26,1,No. 2 | id", "grade,99999999999,,2027-02-26,2027-02-26,1,No. 2 | id",
			"school,,3,2027-02-26,2027-02-26,1,No. 2 | shift", "school,,0,2027-02-26,2027-02-26,1,No. 2 | shift",
			"school,,,,2027-02-26,1,No. 2 | from", "school,,,26.02.2027,2027-02-26,1,No. 2 | from",
			"school,,,2027-02-30,2027-03-26,1,No. 2 | from", "school,,,2027-02-26,,1,No. 2 | to",
			"school,,,2027-02-26,2027-02-29,1,No. 2 | to", "school,,,2027-02-26,2027-02-25,1,No. 2 | to",
			"school,,,2027-02-26,2027-02-26,,No. 2 | ground", "school,,,2027-02-26,2027-02-26,0,No. 2 | ground",
			"school,,,2027-02-26,2027-02-26,6,No. 2 | ground", "school,,,2027-02-26,2027-02-26,1, | order" })
	void aBadPeriodIsToldByFileLineAndColumn(String line, String column) {
		assertPlace(() -> DistancePeriods.of(SampleTables.of(DistancePeriods.COLUMNS, GOOD_PERIOD, line)), 3, column);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { ",12,70,5 | from_grade", "13,13,70,5 | from_grade", "-1,12,70,5 | from_grade",
			"x,12,70,5 | from_grade", "٥,12,70,5 | from_grade", "4,12,70,5 | from_grade", "5,,70,5 | to_grade",
			"5,4,70,5 | to_grade", "5,13,70,5 | to_grade", "5,12,,5 | share_percent", "5,12,0,5 | share_percent",
			"5,12,101,5 | share_percent", "5,12,70.5,5 | share_percent", "5,12,70%,5 | share_percent",
			"5,12,70, | grace_minutes", "5,12,70,46 | grace_minutes", "5,12,70,-1 | grace_minutes",
			"5,12,70,99999999999 | grace_minutes", "5,11,70,5 | to_grade", "6,12,70,5 | to_grade" })
	void aBadBandIsToldByFileLineAndColumn(String line, String column) {
		assertPlace(() -> policy("0,4,60,5", line), 3, column);
	}

	@Test
	void aTableOfBandsWithoutLineIsToldByItsHeader() {
		assertPlace(AttendanceTablesTest::policy, 1, "to_grade");
	}

	@Test
	void aGradeWithTwoBandsIsToldWithTheOtherLine() {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> policy("0,7,60,5", "7,12,70,5"))
			.withMessageContaining("Grade 7 already has a band in line 2.");
	}

	@Test
	void theBoundsThemselvesAreGood() {
		assertThat(policy("0,4,1,0", "5,12,100,45").band(12).grace()).hasMinutes(45);
		assertThat(policy("5,12,100,45", "0,4,1,0").band(0).share()).isEqualByComparingTo("0.01");
	}

	@Test
	void theSameRulesHaveTheSameVersionAndOtherRulesAnother() {
		assertThat(policy("0,12,70,5").version()).isEqualTo(policy("0,4,70,5", "5,12,70,5").version())
			.isNotEqualTo(policy("0,12,71,5").version());
	}

	private static AttendancePolicy policy(String... lines) {
		return AttendancePolicy.of(SampleTables.of(AttendancePolicy.COLUMNS, lines), AttendancePolicy.DEFAULT_TOLERANCE,
				AttendancePolicy.NotSeen.PROPOSE, AttendancePolicy.DEFAULT_BRAKE_SHARE);
	}

	private static void assertPlace(ThrowingCallable reading, int line, String column) {
		assertThatExceptionOfType(MappingException.class).isThrownBy(reading).satisfies((told) -> {
			assertThat(told.file()).isEqualTo("table.csv");
			assertThat(told.line()).isEqualTo(line);
			assertThat(told.column()).isEqualTo(column);
			assertThat(told).hasMessageStartingWith("table.csv, line " + line + ", column " + column + ": ");
		});
	}

}
