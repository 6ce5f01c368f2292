package kz.kopir.digest;

import kz.kopir.problem.Owner;
import kz.kopir.problem.ProblemState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static kz.kopir.digest.SampleConcern.concern;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What cannot wait. The 16th of November 2026 is a Monday, the 20th a Friday.
 */
class UrgentMailTest {

	private final MailDesk desk = new MailDesk();

	@Test
	void whatMustBeKnownAtOnceGoesOutBeforeTheDailyHour() {
		this.desk.open(concern("down").of(Owner.IT_STAFF, null).in(null).atOnce());
		assertThat(this.desk.send("2026-11-16T09:05")).containsExactly("URGENT to it new null [down]");
		assertThat(this.desk.send("2026-11-16T09:10")).as("never the same twice").isEmpty();
		assertThat(this.desk.send("2026-11-16T17:00")).as("what was told urgently makes no daily mail").isEmpty();
	}

	@Test
	void whatWasToldUrgentlyIsListedInTheNextDailyMail() {
		SampleConcern urgent = concern("urgent").atOnce();
		this.desk.open(urgent).send("2026-11-16T09:05");
		this.desk.open(urgent, concern("new"));
		assertThat(this.desk.send("2026-11-16T17:00"))
			.containsExactly("DAILY to teacher new 7 «А» [new] open 7 «А» [urgent]");
	}

	@Test
	void bothMayBeDueAtTheSameMomentAndTellNothingTwiceAsNew() {
		this.desk.open(concern("urgent").atOnce(), concern("new"));
		assertThat(this.desk.send("2026-11-16T17:00")).containsExactly("URGENT to teacher new 7 «А» [urgent]",
				"DAILY to teacher new 7 «А» [new] open 7 «А» [urgent]");
	}

	@Test
	void nothingUrgentIsLeftOutAndTheNearestDeadlineComesFirst() {
		this.desk.open(concern("d").until("2026-11-16T21:00"), concern("c").until("2026-11-16T20:00"),
				concern("b").until("2026-11-16T19:00"), concern("a").until("2026-11-16T18:00"),
				concern("now").atOnce().in(null));
		assertThat(this.desk.send("2026-11-16T09:00"))
			.containsExactly("URGENT to teacher new null [now] new 7 «А» [a, b, c, d]");
	}

	@Test
	void whatWasToldDailyIsToldAgainWhenItsDeadlineIsNearOnceMore() {
		SampleConcern due = concern("a").until("2026-11-19T12:00");
		this.desk.open(due);
		assertThat(this.desk.send("2026-11-16T17:00")).containsExactly("DAILY to teacher new 7 «А» [a]");
		assertThat(this.desk.send("2026-11-18T11:59")).isEmpty();
		assertThat(this.desk.send("2026-11-18T12:00")).containsExactly("URGENT to teacher new 7 «А» [a]");
		assertThat(this.desk.send("2026-11-18T17:00")).isEmpty();
		assertThat(this.desk.send("2026-11-19T11:00")).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "ACKNOWLEDGED", "RESOLVED", "CLOSED" })
	void whatSomebodyCaresForIsNotUrgent(ProblemState state) {
		this.desk.open(concern("a").atOnce().is(state), concern("b").until("2026-11-16T18:00").is(state));
		assertThat(this.desk.send("2026-11-16T12:00")).isEmpty();
	}

	@Test
	void whatIsSnoozedIsNotUrgentUntilThen() {
		this.desk.open(concern("a").until("2026-11-17T18:00").snoozedUntil("2026-11-17T09:00"));
		assertThat(this.desk.send("2026-11-17T08:59")).isEmpty();
		assertThat(this.desk.send("2026-11-17T09:00")).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-16T20:00", "2026-11-17T06:59", "2026-11-21T12:00", "2026-12-16T12:00", "2026-12-30T12:00" })
	void quietHoursWeekendsAndHolidaysAreKeptWhateverItIs(String time) {
		assertThat(this.desk.open(concern("a").atOnce()).send(time)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({
			// the end of Tuesday
			"2026-11-18T00:00, 2026-11-16T19:59, 2026-11-17T07:00",
			// Monday at 20:00: not before Monday's opening, though Friday is the school
			// day before
			"2026-11-23T20:00, 2026-11-20T19:59, 2026-11-23T07:00",
			// the end of Friday
			"2026-11-21T00:00, 2026-11-19T19:59, 2026-11-20T07:00",
			// Saturday noon
			"2026-11-21T12:00, 2026-11-20T11:59, 2026-11-20T12:00",
			// Saturday at 18:00: Friday's daily hour comes before the day before
			"2026-11-21T18:00, 2026-11-20T16:59, 2026-11-20T17:00",
			// the end of Saturday and of Sunday: their whole day before has no school
			"2026-11-22T00:00, 2026-11-20T16:59, 2026-11-20T17:00",
			"2026-11-23T00:00, 2026-11-20T16:59, 2026-11-20T17:00",
			// Monday before the quiet ends, and less than an hour after
			"2026-11-23T06:00, 2026-11-20T16:59, 2026-11-20T17:00",
			"2026-11-23T07:59, 2026-11-20T16:59, 2026-11-20T17:00",
			// an hour is enough
			"2026-11-23T08:00, 2026-11-20T19:59, 2026-11-23T07:00",
			// the end of Independence Day, a Wednesday, and of the day before
			"2026-12-17T00:00, 2026-12-15T16:59, 2026-12-15T17:00",
			"2026-12-16T00:00, 2026-12-14T19:59, 2026-12-15T07:00",
			// the end of the term: its last school day is Friday the 25th
			"2026-12-28T00:00, 2026-12-25T16:59, 2026-12-25T17:00",
			// in the winter break, and on its last day
			"2027-01-05T12:00, 2026-12-25T16:59, 2026-12-25T17:00",
			"2027-01-11T00:00, 2026-12-25T16:59, 2026-12-25T17:00",
			// the first school day after it
			"2027-01-11T18:00, 2026-12-25T19:59, 2027-01-11T07:00",
			// after the last school day of the year
			"2027-05-30T00:00, 2027-05-25T16:59, 2027-05-25T17:00" })
	void aDeadlineIsToldADayBeforeOrOnTheLastSchoolDayThatIsLeft(String deadline, String notYet, String from) {
		this.desk.open(concern("a").until(deadline));
		assertThat(this.desk.send(notYet)).filteredOn((mail) -> mail.startsWith("URGENT")).isEmpty();
		assertThat(this.desk.send(from)).filteredOn((mail) -> mail.startsWith("URGENT")).hasSize(1);
	}

	@Test
	void aDeadlineThatComesUpInTheEveningOfTheLastSchoolDayGoesOutAtOnce() {
		this.desk.open(concern("a").opened("2026-11-20T19:30").until("2026-11-23T00:00"));
		assertThat(this.desk.send("2026-11-20T19:30")).containsExactly("URGENT to teacher new 7 «А» [a]");
	}

	@Test
	void aDeadlineThatComesUpAndEndsInTheQuietIsToldWithTheNextDailyMail() {
		this.desk.open(concern("a").opened("2026-11-20T20:30").until("2026-11-22T12:00"));
		assertThat(this.desk.send("2026-11-20T20:30")).isEmpty();
		assertThat(this.desk.send("2026-11-23T07:00")).as("it is over, there is no hurry any more").isEmpty();
		assertThat(this.desk.send("2026-11-23T17:00")).containsExactly("DAILY to teacher new 7 «А» [a]");
	}

	@Test
	void onAMovedSchoolDayADeadlineOfThatDayWaitsForItsMorning() {
		MailDesk busy = new MailDesk(MailDesk.busyCalendar(), MailDesk.POLICY);
		busy.open(concern("a").until("2026-11-23T00:00"));
		assertThat(busy.send("2026-11-21T17:00")).containsExactly("DAILY to teacher new 7 «А» [a]");
		assertThat(busy.send("2026-11-22T07:00")).containsExactly("URGENT to teacher new 7 «А» [a]");
	}

	@Test
	void aClockThatIsSetBackTellsNothingTwice() {
		this.desk.open(concern("a").until("2026-11-17T18:00"), concern("b").atOnce());
		assertThat(this.desk.send("2026-11-17T09:00")).hasSize(1);
		assertThat(this.desk.send("2026-11-16T19:00")).isEmpty();
		assertThat(this.desk.send("2026-11-17T09:00")).isEmpty();
	}

}
