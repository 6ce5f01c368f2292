package kz.kopir.digest;

import java.time.LocalTime;

import kz.kopir.problem.Owner;
import kz.kopir.problem.ProblemState;
import kz.kopir.staff.MissingPerson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static kz.kopir.digest.SampleConcern.at;
import static kz.kopir.digest.SampleConcern.concern;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The daily mail. The 16th of November 2026 is a Monday.
 */
class DailyMailTest {

	private final MailDesk desk = new MailDesk();

	@Test
	void aTeacherGetsOneMailADay() {
		this.desk.open(concern("a"));
		assertThat(this.desk.send("2026-11-16T16:59")).isEmpty();
		assertThat(this.desk.send("2026-11-16T17:00")).containsExactly("DAILY to teacher new 7 «А» [a]");
		this.desk.open(concern("a"), concern("b"));
		assertThat(this.desk.send("2026-11-16T17:05")).as("the second one waits").isEmpty();
		assertThat(this.desk.send("2026-11-17T16:59")).isEmpty();
		assertThat(this.desk.send("2026-11-17T17:00")).containsExactly("DAILY to teacher new 7 «А» [b] open 7 «А» [a]");
	}

	@Test
	void whatComesUpLaterInTheEveningGoesOutTheSameDayIfThereWasNoMailYet() {
		assertThat(this.desk.open().send("2026-11-16T17:00")).isEmpty();
		assertThat(this.desk.open(concern("a")).send("2026-11-16T19:59")).hasSize(1);
	}

	@Test
	void nothingNewIsNoMail() {
		this.desk.open(concern("a")).send("2026-11-16T17:00");
		assertThat(this.desk.send("2026-11-17T17:00")).isEmpty();
		assertThat(this.desk.open(concern("a").is(ProblemState.SEEN)).send("2026-11-18T17:00")).isEmpty();
		assertThat(this.desk.open().send("2026-11-19T17:00")).isEmpty();
	}

	@Test
	void whatIsOpenedAgainIsNewAgain() {
		this.desk.open(concern("a")).send("2026-11-16T17:00");
		assertThat(this.desk.open(concern("a").reopened()).send("2026-11-17T17:00")).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(names = { "ACKNOWLEDGED", "RESOLVED", "CLOSED" })
	void whatSomebodyCaresForOrIsGoneIsNotNew(ProblemState state) {
		assertThat(this.desk.open(concern("a").is(state)).send("2026-11-16T17:00")).isEmpty();
	}

	@Test
	void whatIsCaredForIsStillListedAndWhatIsDecidedOrGoneIsNot() {
		this.desk.open(concern("new"), concern("cared").is(ProblemState.ACKNOWLEDGED),
				concern("decided").is(ProblemState.RESOLVED), concern("gone").is(ProblemState.CLOSED),
				concern("later").snoozedUntil("2026-11-18T00:00"));
		assertThat(this.desk.send("2026-11-16T17:00"))
			.containsExactly("DAILY to teacher new 7 «А» [new] open 7 «А» [cared]");
	}

	@Test
	void whoAsksNotToBeRemindedUntilADayIsRemindedOnIt() {
		this.desk.open(concern("a")).send("2026-11-16T17:00");
		this.desk.open(concern("a").snoozedUntil("2026-11-19T00:00"));
		assertThat(this.desk.send("2026-11-17T17:00")).isEmpty();
		assertThat(this.desk.send("2026-11-18T17:00")).isEmpty();
		assertThat(this.desk.send("2026-11-19T17:00")).containsExactly("DAILY to teacher new 7 «А» [a]");
		assertThat(this.desk.send("2026-11-20T17:00")).as("once").isEmpty();
	}

	@Test
	void theNewestComeFirstAndWhatIsLeftOutIsCountedAndComesTheNextDay() {
		this.desk.open(concern("old").opened("2026-11-13T09:00"));
		this.desk.send("2026-11-13T17:00");
		this.desk.open(concern("old").opened("2026-11-13T09:00"), concern("a").opened("2026-11-16T09:00"),
				concern("b").opened("2026-11-16T10:00").in("72"), concern("c").opened("2026-11-16T11:00"),
				concern("d").opened("2026-11-16T12:00").in(null));
		assertThat(this.desk.send("2026-11-16T17:00"))
			.containsExactly("DAILY to teacher new null [d] new 7 «А» [c] new 7 «Ә» [b] and 2 more");
		assertThat(this.desk.send("2026-11-17T17:00"))
			.containsExactly("DAILY to teacher new 7 «А» [a] open null [d] open 7 «А» [c] and 2 more");
	}

	@Test
	void theMailSaysHowManyAreNewWhatEverItHasRoomFor() {
		this.desk.open(concern("a"), concern("b"), concern("c"), concern("d"),
				concern("cared").is(ProblemState.ACKNOWLEDGED));
		Letter letter = this.desk.due(at("2026-11-16T17:00")).get(0);
		assertThat(letter.fresh()).isEqualTo(4);
		assertThat(letter.leftOut()).isEqualTo(2);
		assertThat(letter.total()).isEqualTo(5);
	}

	@Test
	void aClassGroupWithoutANameIsCalledByItsId() {
		this.desk.open(concern("a").in("99"));
		assertThat(this.desk.send("2026-11-16T17:00")).containsExactly("DAILY to teacher new 99 [a]");
	}

	@Test
	void eachPersonGetsWhatIsTheirs() {
		this.desk.open(concern("t"), concern("c").of(Owner.CLASS_TEACHER, null),
				concern("h").of(Owner.DEPUTY_HEAD, null), concern("i").of(Owner.IT_STAFF, null),
				concern("own").of(Owner.TEACHER, "31"));
		assertThat(this.desk.send("2026-11-16T17:00")).containsExactly("DAILY to it new 7 «А» [i]",
				"DAILY to head new 7 «А» [h, own]", "DAILY to teacher new 7 «А» [c, t]");
	}

	@Test
	void whatIsForATeacherWhoDoesNotStandInTheTableReachesTheItStaffAndIsReported() {
		this.desk.open(concern("a").of(Owner.TEACHER, "999"));
		Letter letter = this.desk.due(at("2026-11-16T17:00")).get(0);
		assertThat(letter.to().key()).isEqualTo("it");
		MissingPerson missing = new MissingPerson(Owner.TEACHER, "999");
		assertThat(letter.items().get(0).insteadOf()).isEqualTo(missing);
		assertThat(this.desk.digest().missing(at("2026-11-16T03:00"), this.desk.facts())).containsExactly(missing);
		this.desk.open(concern("a").of(Owner.TEACHER, "999").is(ProblemState.CLOSED), concern("b"));
		assertThat(this.desk.digest().missing(at("2026-11-16T03:00"), this.desk.facts())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-16T17:00,true", "2026-11-16T19:59,true", "2026-11-16T20:00,false", "2026-11-16T23:59,false",
			"2026-11-17T00:00,false", "2026-11-17T06:59,false", "2026-11-17T07:00,false", "2026-11-20T17:00,true",
			"2026-11-21T17:00,false", "2026-11-22T17:00,false", "2026-12-15T17:00,true", "2026-12-16T17:00,false",
			"2026-12-25T17:00,true", "2026-12-28T17:00,false", "2027-01-08T17:00,false", "2027-01-11T16:59,false",
			"2027-01-11T17:00,true", "2027-05-25T17:00,true", "2027-05-26T17:00,false" })
	void quietHoursWeekendsHolidaysAndBreaksAreKept(String time, boolean goesOut) {
		assertThat(this.desk.open(concern("a")).send(time)).hasSize(goesOut ? 1 : 0);
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-21T17:00,true", "2026-11-22T17:00,true", "2026-11-29T17:00,false", "2026-12-16T17:00,false" })
	void aSixDayWeekAndMovedDaysAreSchoolDays(String time, boolean goesOut) {
		MailDesk busy = new MailDesk(MailDesk.busyCalendar(), MailDesk.POLICY);
		assertThat(busy.open(concern("a")).send(time)).hasSize(goesOut ? 1 : 0);
	}

	@Test
	void withoutQuietHoursTheDayEndsAtMidnight() {
		LocalTime midnight = LocalTime.MIDNIGHT;
		MailDesk late = new MailDesk(MailDesk.shippedCalendar(), new DigestPolicy(LocalTime.of(23, 30),
				MailDesk.POLICY.weeklyDay(), midnight, 3, 3, midnight, midnight));
		late.open(concern("a"));
		assertThat(late.send("2026-11-16T23:29")).isEmpty();
		assertThat(late.send("2026-11-16T23:59")).hasSize(1);
		late.open(concern("a"), concern("b"));
		assertThat(late.send("2026-11-17T00:00")).as("a new day, but before the hour").isEmpty();
		assertThat(late.send("2026-11-17T23:30")).hasSize(1);
	}

	@Test
	void whatComesUpAfterTheSecondShiftWaitsForTheNextDay() {
		this.desk.open(concern("a")).send("2026-11-16T17:00");
		this.desk.open(concern("a"), concern("evening").opened("2026-11-16T19:40"));
		assertThat(this.desk.send("2026-11-16T19:45")).isEmpty();
		assertThat(this.desk.send("2026-11-17T17:00")).hasSize(1);
	}

	@Test
	void aClockThatIsSetBackTellsNothingTwice() {
		this.desk.open(concern("a"));
		assertThat(this.desk.send("2026-11-17T17:30")).hasSize(1);
		assertThat(this.desk.send("2026-11-17T17:00")).isEmpty();
		assertThat(this.desk.send("2026-11-16T17:00")).isEmpty();
		assertThat(this.desk.send("2026-11-17T17:00")).isEmpty();
	}

	@Test
	void aClockThatOnceRanAheadKeepsNobodyFromTheirMails() {
		this.desk.open(concern("a")).send("2027-02-15T17:00");
		assertThat(this.desk.open(concern("a"), concern("b")).send("2026-11-16T17:00")).hasSize(1);
	}

}
