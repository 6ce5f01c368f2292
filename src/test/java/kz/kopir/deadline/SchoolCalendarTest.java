package kz.kopir.deadline;

import java.time.LocalDate;
import java.util.Set;

import kz.kopir.mapping.MappingException;
import kz.kopir.mapping.SampleTables;
import kz.kopir.school.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SchoolCalendarTest {

	private static final String TERM_1 = "2026-27,term,1,2026-09-01,2026-10-25,order";

	private final SchoolCalendar shipped = SchoolCalendar
		.of(SampleTables.shipped("calendar.csv", SchoolCalendar.COLUMNS));

	@ParameterizedTest
	@CsvSource({ "2024-09-02,1", "2024-10-27,1", "2024-11-04,2", "2024-12-29,2", "2025-01-09,3", "2025-03-20,3",
			"2025-04-01,4", "2025-05-25,4", "2025-09-01,1", "2025-10-26,1", "2025-11-03,2", "2025-12-28,2",
			"2026-01-08,3", "2026-03-18,3", "2026-03-30,4", "2026-05-25,4", "2026-09-01,1", "2026-10-25,1",
			"2026-11-02,2", "2026-12-27,2", "2027-01-11,3", "2027-03-21,3", "2027-03-29,4", "2027-05-25,4" })
	void theTermsReachFromTheirFirstToTheirLastDay(LocalDate day, int term) {
		assertThat(this.shipped.termOf(day)).map(Term::number).contains(term);
	}

	@ParameterizedTest
	@CsvSource({ "2024-08-31", "2024-10-28", "2024-11-03", "2024-12-30", "2025-01-08", "2025-03-21", "2025-03-31",
			"2025-05-26", "2025-10-27", "2026-01-07", "2026-03-19", "2026-10-26", "2026-11-01", "2027-01-10",
			"2027-03-22", "2027-03-28", "2027-05-26", "2030-10-10" })
	void breaksAndYearsNotYetEnteredHaveNoTermAndNoLessons(LocalDate day) {
		assertThat(this.shipped.termOf(day)).isEmpty();
		assertThat(this.shipped.isSchoolDay(day)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "2026-09-01,true", "2026-09-05,false", "2026-09-06,false", "2026-10-23,true", "2026-12-16,false",
			"2027-03-08,false", "2027-03-15,false", "2027-03-16,true", "2027-05-07,false", "2027-05-03,true",
			"2024-12-16,false", "2025-12-16,false", "2026-05-07,false", "2026-03-16,true" })
	void lessonsAreOnWeekdaysThatAreNoHoliday(LocalDate day, boolean schoolDay) {
		assertThat(this.shipped.isSchoolDay(day)).isEqualTo(schoolDay);
	}

	@Test
	void aMovedWorkingDayIsASchoolDay() {
		SchoolCalendar calendar = of(TERM_1, "2026-27,workday,,2026-09-12,,decree");
		assertThat(calendar.isSchoolDay(LocalDate.of(2026, 9, 12))).isTrue();
		assertThat(calendar.isSchoolDay(LocalDate.of(2026, 9, 19))).isFalse();
	}

	@Test
	void aSchoolsOwnDaysStandAboveTheOrder() {
		LocalDate saturday = LocalDate.of(2026, 11, 21);
		LocalDate monday = LocalDate.of(2026, 11, 23);
		SchoolCalendar own = this.shipped.with(Set.of(monday), Set.of(saturday));
		assertThat(own.isSchoolDay(saturday)).isTrue();
		assertThat(own.isSchoolDay(monday)).isFalse();
		assertThat(own.schoolDayAfter(LocalDate.of(2026, 11, 20), 2)).contains(LocalDate.of(2026, 11, 24));
		assertThat(this.shipped.isSchoolDay(monday)).isTrue();
	}

	@Test
	void overlappingTermsAreRefusedWithBothLines() {
		assertRefused("line 3, column from", "line 2", TERM_1, "2026-27,term,2,2026-10-25,2026-12-27,order");
	}

	@Test
	void termsOutOfOrderAreRefused() {
		assertRefused("line 3, column number", "Term 1", TERM_1, "2026-27,term,1,2026-11-02,2026-12-27,order");
	}

	@Test
	void aTermTwiceIsRefused() {
		assertRefused("line 3, column from", "line 2", TERM_1, TERM_1);
	}

	@Test
	void aDayThatIsHolidayAndWorkdayIsRefused() {
		assertRefused("line 4, column kind", "2026-09-12", TERM_1, "2026-27,holiday,,2026-09-12,,x",
				"2026-27,workday,,2026-09-12,,x");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "2026-27,term,5,2026-09-01,2026-10-25,x|column number",
			"2026-27,term,,2026-09-01,2026-10-25,x|column number",
			"2026-27,terms,1,2026-09-01,2026-10-25,x|column kind", "2026-28,term,1,2026-09-01,2026-10-25,x|column year",
			"2025-26,term,1,2026-09-01,2026-10-25,x|column year", "2026-27,term,1,2026-09-31,2026-10-25,x|column from",
			"2026-27,term,1,01.09.2026,2026-10-25,x|column from", "2026-27,term,1,2026-10-25,2026-09-01,x|column to",
			"2026-27,holiday,1,2026-10-25,,x|column number", "2026-27,holiday,,,2026-10-25,x|column from" })
	void aLineThatSaysNothingSensibleIsRefusedWithItsPlace(String line, String place) {
		assertRefused("table.csv, line 2, " + place, "", line);
	}

	@Test
	void aCalendarWithoutTermsIsRefused() {
		assertRefused("column kind", "no term", "2026-27,holiday,,2026-12-16,,x");
	}

	@Test
	void aWorkdayOutsideOfTheTermsIsRefused() {
		assertRefused("line 3, column from", "2026-10-31", TERM_1, "2026-27,workday,,2026-10-31,,x");
	}

	private static void assertRefused(String place, String text, String... lines) {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> of(lines))
			.withMessageContaining(place)
			.withMessageContaining(text);
	}

	private static SchoolCalendar of(String... lines) {
		return SchoolCalendar.of(SampleTables.of(SchoolCalendar.COLUMNS, lines));
	}

}
