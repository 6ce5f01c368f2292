package kz.kopir.deadline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;

import kz.kopir.school.Term;
import kz.kopir.mapping.SampleTables;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * By when a result must stand in the journal, in the terms of 2026-27.
 */
class PublicationTermsTest {

	private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

	private static final SchoolCalendar FIVE_DAYS = SchoolCalendar
		.of(SampleTables.shipped("calendar.csv", SchoolCalendar.COLUMNS));

	private static final SchoolCalendar SIX_DAYS = SchoolCalendar
		.of(SampleTables.shipped("calendar.csv", SchoolCalendar.COLUMNS), EnumSet.of(DayOfWeek.SUNDAY));

	private final PublicationTerms terms = new PublicationTerms(FIVE_DAYS, ALMATY);

	@ParameterizedTest(name = "held {0}, {1} school days: {2} ({3})")
	@CsvSource(textBlock = """
			2026-11-09, 3, 2026-11-12, Monday to Thursday
			2026-11-12, 3, 2026-11-17, the weekend does not count
			2026-11-14, 2, 2026-11-17, a work that is due on a Saturday
			2026-12-14, 3, 2026-12-18, Independence Day on the 16th does not count
			2026-12-16, 1, 2026-12-17, a work that is due on a holiday
			2026-12-22, 3, 2026-12-25, the last school day of the term exactly
			2026-12-24, 2, 2026-12-25, not beyond the last school day of the term
			2026-12-25, 3, 2026-12-25, on the last school day: the same day
			2026-12-27, 2, 2026-12-27, on a Sunday after the last school day: that day
			2027-03-05, 1, 2027-03-09, weekend and the holiday of 8 March
			2027-03-12, 2, 2027-03-17, weekend and Constitution Day on the 15th
			2027-05-24, 3, 2027-05-25, the last days of the year
			""")
	void schoolDaysAreCountedAfterTheDayOfTheWork(LocalDate held, int schoolDays, LocalDate last, String why) {
		assertThat(this.terms.lastDay(held, schoolDays, term(held))).as(why).isEqualTo(last);
	}

	@Test
	void withSixDaysAWeekASaturdayCounts() {
		LocalDate thursday = LocalDate.of(2026, 11, 12);
		assertThat(new PublicationTerms(SIX_DAYS, ALMATY).lastDay(thursday, 3, term(thursday)))
			.isEqualTo(LocalDate.of(2026, 11, 16));
	}

	@Test
	void aMovedWorkingDayCounts() {
		SchoolCalendar moved = SchoolCalendar.of(SampleTables.of(SchoolCalendar.COLUMNS,
				"2026-27,term,2,2026-11-02,2026-12-27,", "2026-27,workday,,2026-11-14,,moved"));
		LocalDate thursday = LocalDate.of(2026, 11, 12);
		assertThat(new PublicationTerms(moved, ALMATY).lastDay(thursday, 3, term(thursday)))
			.isEqualTo(LocalDate.of(2026, 11, 16));
	}

	@Test
	void theTermEndsAtMidnightInAlmaty() {
		assertThat(this.terms.endOf(LocalDate.of(2026, 11, 12))).isEqualTo(Instant.parse("2026-11-12T19:00:00Z"));
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-17, 1, 2026-11-16", "2026-11-16, 1, 2026-11-13", "2026-11-16, 0, 2026-11-16",
			"2026-12-17, 2, 2026-12-14" })
	void theReminderComesSchoolDaysBefore(LocalDate last, int before, LocalDate from) {
		assertThat(this.terms.remindFrom(last, before)).isEqualTo(from);
	}

	@Test
	void theJournalLocksAfterItsOwnDaysWithoutRegardToHolidays() {
		assertThat(this.terms.journalLocks(LocalDate.of(2026, 12, 14), new EditPeriod(3)))
			.contains(Instant.parse("2026-12-17T19:00:00Z"));
		assertThat(this.terms.journalLocks(LocalDate.of(2026, 12, 14), new EditPeriod(0))).isEmpty();
	}

	@Test
	void aFormativeMarkIsOnTimeUntilOneOClockOfTheNextDayAlsoForTheSecondShift() {
		assertThat(this.terms.formativeOnTimeUntil(LocalDate.of(2026, 11, 20)))
			.isEqualTo(Instant.parse("2026-11-21T08:00:00Z"));
	}

	@Property
	void theLastDayIsNeverBeforeTheWorkAndNeverBeyondTheTermForAWorkInsideIt(@ForAll @IntRange(max = 200) int day,
			@ForAll @IntRange(min = 1, max = 10) int schoolDays) {
		LocalDate held = LocalDate.of(2026, 9, 1).plusDays(day);
		FIVE_DAYS.termOf(held).ifPresent((term) -> {
			LocalDate last = this.terms.lastDay(held, schoolDays, term);
			assertThat(last).isAfterOrEqualTo(held).isBeforeOrEqualTo(term.finish());
			long between = held.plusDays(1).datesUntil(last.plusDays(1)).filter(FIVE_DAYS::isSchoolDay).count();
			assertThat(between).isLessThanOrEqualTo(schoolDays);
			assertThat(List.of(between == schoolDays, !last.isBefore(FIVE_DAYS.lastSchoolDay(term)))).contains(true);
		});
	}

	private static Term term(LocalDate day) {
		return FIVE_DAYS.termOf(day).orElseThrow();
	}

}
