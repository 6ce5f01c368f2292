package kz.kopir.digest;

import java.time.LocalDate;

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
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What a deputy head is told of others. The 16th of November 2026 is a Monday.
 */
class HeadMailsTest {

	private static final WeekFigures WEEK = new WeekFigures(LocalDate.of(2026, 11, 9), 10, 7, 2, 1);

	private final MailDesk desk = new MailDesk();

	@Test
	void whatNobodyReactsToForThreeSchoolDaysGoesToTheDeputyHeadOnce() {
		this.desk.open(concern("a"));
		assertThat(this.desk.send("2026-11-16T17:00")).containsExactly("DAILY to teacher new 7 «А» [a]");
		assertThat(this.desk.send("2026-11-18T17:00")).isEmpty();
		assertThat(this.desk.send("2026-11-19T16:59")).isEmpty();
		Letter letter = this.desk.due(at("2026-11-19T17:00")).get(0);
		assertThat(letter.items().get(0).waitsFor()).containsExactly("Teacher One");
		assertThat(letter.items().get(0).since()).isEqualTo("2026-11-16");
		assertThat(this.desk.send("2026-11-19T17:00")).containsExactly("ESCALATION to head new 7 «А» [a]");
		assertThat(this.desk.send("2026-11-20T17:00")).isEmpty();
		assertThat(this.desk.send("2026-12-04T17:00")).isEmpty();
	}

	@Test
	void theDaysCountFromTheMailAndDaysWithoutSchoolDoNot() {
		this.desk.open(concern("a").opened("2026-12-10T09:00"));
		assertThat(this.desk.send("2026-12-11T17:00")).as("a Friday").hasSize(1);
		assertThat(this.desk.send("2026-12-15T17:00")).isEmpty();
		assertThat(this.desk.send("2026-12-16T17:00")).as("Independence Day").isEmpty();
		assertThat(this.desk.send("2026-12-17T17:00")).containsExactly("ESCALATION to head new 7 «А» [a]");
	}

	@Test
	void whatNobodyToldIsNotEscalated() {
		this.desk.open(concern("a").opened("2026-11-02T09:00"));
		assertThat(this.desk.send("2026-11-16T17:00")).containsExactly("DAILY to teacher new 7 «А» [a]");
	}

	@ParameterizedTest
	@EnumSource
	void anyReactionIsOne(ProblemState state) {
		this.desk.open(concern("a")).send("2026-11-16T17:00");
		this.desk.open(concern("a").is(state));
		boolean none = state == ProblemState.OPEN || state == ProblemState.SEEN;
		assertThat(this.desk.send("2026-11-19T17:00")).hasSize(none ? 1 : 0);
	}

	@Test
	void whatIsOpenedAgainStartsAnew() {
		this.desk.open(concern("a")).send("2026-11-16T17:00");
		this.desk.open(concern("a").reopened()).send("2026-11-18T17:00");
		assertThat(this.desk.send("2026-11-19T17:00")).isEmpty();
		assertThat(this.desk.send("2026-11-23T17:00")).containsExactly("ESCALATION to head new 7 «А» [a]");
	}

	@Test
	void theMattersOfItStaffAndClassTeachersGoThereTooButADeputyHeadsOwnDoNot() {
		this.desk.open(concern("it").of(Owner.IT_STAFF, null), concern("class").of(Owner.CLASS_TEACHER, null),
				concern("head").of(Owner.DEPUTY_HEAD, null), concern("teaches").of(Owner.TEACHER, "31"),
				concern("stranger").of(Owner.TEACHER, "999"));
		this.desk.send("2026-11-16T17:00");
		Letter.Item stranger = this.desk.due(at("2026-11-19T17:00")).get(0).items().get(2);
		assertThat(stranger.waitsFor()).containsExactly("Support");
		assertThat(stranger.insteadOf()).isEqualTo(new MissingPerson(Owner.TEACHER, "999"));
		assertThat(this.desk.send("2026-11-19T17:00"))
			.containsExactly("ESCALATION to head new 7 «А» [class, it, stranger]");
	}

	@Test
	void atMostOneEscalationADayAndTheOthersTheNextDay() {
		this.desk.open(concern("a"), concern("b"), concern("c")).send("2026-11-13T17:00");
		this.desk.open(concern("a"), concern("b"), concern("c"), concern("d").opened("2026-11-16T10:00"),
				concern("e").opened("2026-11-16T11:00"));
		this.desk.send("2026-11-16T17:00");
		assertThat(this.desk.send("2026-11-19T17:00"))
			.containsExactly("ESCALATION to head new 7 «А» [a, b, c] and 2 more");
		assertThat(this.desk.send("2026-11-19T18:00")).isEmpty();
		assertThat(this.desk.send("2026-11-20T17:00")).containsExactly("ESCALATION to head new 7 «А» [d, e]");
	}

	@Test
	void quietHoursAndHolidaysAreKept() {
		this.desk.open(concern("a")).send("2026-11-16T17:00");
		assertThat(this.desk.send("2026-11-19T20:00")).isEmpty();
		assertThat(this.desk.send("2026-11-21T17:00")).isEmpty();
	}

	@Test
	void theOverviewComesOnceAWeekWithTheOverdueOnesThatWaitLongestFirst() {
		this.desk.weeks(WEEK)
			.overdue(concern("b").opened("2026-11-13T09:00").of(Owner.DEPUTY_HEAD, "42"),
					concern("a").opened("2026-11-12T09:00").of(Owner.DEPUTY_HEAD, "999").in("72"),
					concern("decided").is(ProblemState.RESOLVED), concern("gone").is(ProblemState.CLOSED));
		assertThat(this.desk.send("2026-11-16T07:59")).isEmpty();
		Letter letter = this.desk.due(at("2026-11-16T08:00")).get(0);
		assertThat(letter.weeks()).containsExactly(WEEK);
		assertThat(letter.items()).extracting(Letter.Item::waitsFor)
			.extracting(Object::toString)
			.containsExactly("[]", "[Teacher Two]");
		assertThat(this.desk.send("2026-11-16T08:00")).containsExactly("WEEKLY to head open 7 «Ә» [a] open 7 «А» [b]");
		assertThat(this.desk.send("2026-11-16T08:05")).isEmpty();
		assertThat(this.desk.send("2026-11-20T19:00")).isEmpty();
		assertThat(this.desk.send("2026-11-23T08:00")).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-16T08:00,true", "2026-11-16T20:00,false", "2026-11-17T07:00,true", "2026-11-20T19:59,true",
			"2026-11-21T08:00,false", "2026-11-22T08:00,false", "2026-12-28T08:00,false", "2027-01-04T08:00,false" })
	void aGatewayThatWasOffMakesUpForItDuringTheWeek(String time, boolean goesOut) {
		assertThat(this.desk.weeks(WEEK).send(time)).hasSize(goesOut ? 1 : 0);
	}

	@Test
	void onAHolidayItMovesToTheNextSchoolDay() {
		this.desk.weeks(WEEK);
		assertThat(this.desk.send("2027-03-08T08:00")).as("Women's Day, a Monday").isEmpty();
		assertThat(this.desk.send("2027-03-09T07:59")).isEmpty();
		assertThat(this.desk.send("2027-03-09T08:00")).hasSize(1);
		assertThat(this.desk.send("2027-03-15T08:00")).as("Constitution Day, a Monday").isEmpty();
		assertThat(this.desk.send("2027-03-16T08:00")).hasSize(1);
	}

	@Test
	void afterABreakThereIsOneAndNotOneForEachWeekOfIt() {
		this.desk.weeks(WEEK);
		assertThat(this.desk.send("2026-12-21T08:00")).hasSize(1);
		assertThat(this.desk.send("2027-01-11T07:00")).isEmpty();
		assertThat(this.desk.send("2027-01-11T08:00")).hasSize(1);
		assertThat(this.desk.send("2027-01-12T08:00")).isEmpty();
	}

	@Test
	void onTheFirstSchoolDayOfTheYearItWaitsForItsHour() {
		this.desk.weeks(WEEK, new WeekFigures(LocalDate.of(2026, 8, 24), 1, 1, 0, 0));
		assertThat(this.desk.send("2026-09-01T07:30")).isEmpty();
		assertThat(this.desk.due(at("2026-09-01T08:00")).get(0).weeks()).as("without weeks to come").hasSize(1);
	}

	@Test
	void nothingToTellIsNoOverview() {
		assertThat(this.desk.send("2026-11-16T08:00")).isEmpty();
		this.desk.weeks(new WeekFigures(LocalDate.of(2026, 11, 9), 0, 0, 0, 0));
		assertThat(this.desk.send("2026-11-16T08:00")).isEmpty();
	}

	@Test
	void whatComesUpDuringTheWeekWaitsForTheNextOverview() {
		this.desk.weeks(new WeekFigures(LocalDate.of(2026, 11, 16), 1, 0, 0, 1))
			.overdue(concern("a").opened("2026-11-18T09:00"));
		assertThat(this.desk.send("2026-11-18T12:00")).isEmpty();
		assertThat(this.desk.send("2026-11-20T12:00")).isEmpty();
		assertThat(this.desk.send("2026-11-23T08:00")).containsExactly("WEEKLY to head open 7 «А» [a]");
	}

	@Test
	void aClockThatIsSetBackDoesNotRepeatTheOverview() {
		this.desk.weeks(WEEK);
		assertThat(this.desk.send("2026-11-18T09:00")).hasSize(1);
		assertThat(this.desk.send("2026-11-17T09:00")).isEmpty();
		assertThat(this.desk.send("2026-11-16T09:00")).isEmpty();
	}

	@Test
	void theOverviewShowsTheLastEightWeeks() {
		WeekFigures[] weeks = new WeekFigures[12];
		for (int i = 0; i < weeks.length; i++) {
			weeks[weeks.length - 1 - i] = new WeekFigures(LocalDate.of(2026, 8, 31).plusWeeks(i), i, i, 0, 0);
		}
		Letter letter = this.desk.weeks(weeks).due(at("2026-11-16T08:00")).get(0);
		assertThat(letter.weeks()).extracting(WeekFigures::due).containsExactly(4, 5, 6, 7, 8, 9, 10, 11);
	}

	@Test
	void figuresThatDoNotComeOutAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new WeekFigures(LocalDate.of(2026, 11, 9), 10, 7, 2, 2));
		assertThatIllegalArgumentException().isThrownBy(() -> new WeekFigures(LocalDate.of(2026, 11, 10), 0, 0, 0, 0))
			.withMessageContaining("no Monday");
		assertThat(new WeekFigures(LocalDate.of(2026, 11, 9), 1000, 999, 0, 1).percentInTime()).isEqualTo(99);
		assertThatIllegalStateException()
			.isThrownBy(() -> new WeekFigures(LocalDate.of(2026, 11, 9), 0, 0, 0, 0).percentInTime());
	}

}
