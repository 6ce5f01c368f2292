package kz.kopir.attendance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import kz.kopir.attendance.LessonAttendance.Outcome;
import kz.kopir.attendance.LessonAttendance.State;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.AttendanceStatus;
import kz.kopir.school.MeetingRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static kz.kopir.attendance.SampleLesson.row;
import static org.assertj.core.api.Assertions.assertThat;

class AttendanceStatesTest {

	private static final Outcome BLANK = new Outcome.Blank();

	private static final Outcome ABSENT = new Outcome.Wanted(AttendanceStatus.ABSENT, "not-seen");

	private static final Outcome LATE = new Outcome.Wanted(AttendanceStatus.LATE, "joined-after-grace");

	private static final Outcome NOT_SEEN = new Outcome.Held(ProblemCode.ATTENDANCE_NOT_SEEN);

	private static final Outcome INCOMPLETE = new Outcome.Held(ProblemCode.MEETING_DATA_INCOMPLETE);

	@Test
	void whileDataIsExpectedNothingIsSaid() {
		SampleLesson lesson = new SampleLesson(3).expectsMore();
		assertThat(lesson.outcome(1)).isEqualTo(new Outcome.Pending());
		lesson.meeting(0, 1800, row(1, 1200, 1800), row(2, 0, 2700));
		assertThat(lesson.outcome(1)).isEqualTo(new Outcome.Pending());
		assertThat(lesson.outcome(3)).isEqualTo(new Outcome.Pending());
	}

	@Test
	void aLessonWithoutMeetingMakesNobodyAbsent() {
		SampleLesson lesson = new SampleLesson(3);
		assertThat(lesson.state(1)).isEqualTo(State.UNKNOWN);
		assertThat(lesson.outcome(1)).isEqualTo(new Outcome.Held(ProblemCode.LESSON_WITHOUT_MEETING));
		assertThat(lesson.judge().notSeenShare()).isZero();
	}

	@Test
	void aMeetingThatOnlyTouchesTheLessonIsNone() {
		assertThat(new SampleLesson(1).meeting(-600, 0).outcome(1))
			.isEqualTo(new Outcome.Held(ProblemCode.LESSON_WITHOUT_MEETING));
	}

	@Test
	void aMeetingThatMayBeAnotherLessonsSaysNothing() {
		SampleLesson lesson = new SampleLesson(3).meeting(0, 2700, row(1, 0, 2700)).isUnclear();
		assertThat(lesson.outcome(1)).isEqualTo(new Outcome.Held(ProblemCode.MEETING_LINK_AMBIGUOUS));
		assertThat(lesson.outcome(3)).isEqualTo(new Outcome.Held(ProblemCode.MEETING_LINK_AMBIGUOUS));
	}

	@Test
	void incompleteDataOnlyProvesPresenceAndIsJudgedAfreshWhenComplete() {
		List<MeetingRow> early = List.of(row(1, 0, 2700), row(2, 1200, 2700));
		SampleLesson before = new SampleLesson(4).meeting("host", 0, 2700, false, 0, early);
		assertThat(before.outcome(1)).isEqualTo(BLANK);
		assertThat(before.outcome(2)).isEqualTo(INCOMPLETE);
		assertThat(before.outcome(3)).isEqualTo(INCOMPLETE);
		List<MeetingRow> all = List.of(row(1, 0, 2700), row(2, 1200, 2700), row(2, 10, 900), row(3, 0, 2700));
		SampleLesson after = new SampleLesson(4).meeting("host", 0, 2700, true, 0, all);
		assertThat(after.outcome(2)).isEqualTo(BLANK);
		assertThat(after.outcome(3)).isEqualTo(BLANK);
		assertThat(after.outcome(4)).isEqualTo(ABSENT);
	}

	@Test
	void oneIncompleteMeetingOfTwoMakesNobodyAbsentEvenIfItHasNoLengthYet() {
		SampleLesson lesson = new SampleLesson(3).meeting(0, 1200, row(1, 0, 1200), row(2, 0, 1200))
			.meeting("host", 1300, 1300, false, 0, List.of());
		assertThat(lesson.outcome(3)).isEqualTo(INCOMPLETE);
	}

	@Test
	void fortyPercentIsNotMoreThanFortyPercent() {
		assertThat(ofTwentyFive(15).outcome(25)).isEqualTo(ABSENT);
		assertThat(ofTwentyFive(14).outcome(25)).isEqualTo(new Outcome.Held(ProblemCode.ATTENDANCE_BRAKED));
		assertThat(ofTwentyFive(14).outcome(1)).isEqualTo(BLANK);
		assertThat(ofTwentyFive(15).judge().notSeenShare()).isEqualByComparingTo("0.4");
	}

	@Test
	void whoseTeacherEndsEarlyForAllLeftNobodyEarly() {
		SampleLesson lesson = new SampleLesson(2).meeting(0, 900, row(1, 0, 900), row(2, 200, 900));
		assertThat(lesson.state(1)).isEqualTo(State.PRESENT);
		assertThat(lesson.state(2)).isEqualTo(State.PRESENT);
	}

	@Test
	void whoComesExactlyAtTheEndOfTheGraceIsNotLate() {
		SampleLesson lesson = new SampleLesson(2).meeting(300, 2700, row(1, 600, 2700), row(2, 601, 2700));
		assertThat(lesson.outcome(1)).isEqualTo(BLANK);
		assertThat(lesson.outcome(2)).isEqualTo(LATE);
	}

	@Test
	void whoMayHaveComeInTimeUnderAnotherNameIsNotLateUntilAPersonSaysSo() {
		Outcome asked = new Outcome.Held(ProblemCode.PARTICIPANT_NOT_LINKED);
		MeetingRow unknownInTime = row("iPhone", 0, 1200);
		MeetingRow unknownAfterwards = row("iPhone", 1300, 2700);
		assertThat(new SampleLesson(2).meeting(0, 2700, row(2, 1200, 2700), unknownInTime).outcome(2)).isEqualTo(asked);
		assertThat(new SampleLesson(2).meeting(0, 2700, row(2, 1200, 2700), unknownAfterwards).outcome(2))
			.isEqualTo(LATE);
		assertThat(new SampleLesson(2).meeting("host", 0, 2700, true, 1, List.of(row(2, 1200, 2700))).outcome(2))
			.as("an unusable row may be the same child")
			.isEqualTo(asked);
	}

	@Test
	void whoWaitedInTimeAndWasLetInLaterIsNotLate() {
		MeetingRow waited = row(1, 60, 600);
		SampleLesson lesson = new SampleLesson(1).meeting(0, 2700, new MeetingRow(waited.name(), waited.join(),
				waited.leave(), true, false, waited.pupil(), waited.evidence()), row(1, 600, 2700));
		assertThat(lesson.outcome(1)).isEqualTo(BLANK);
	}

	@Test
	void whoWasThereExactlyTheShareDidNotLeaveEarly() {
		SampleLesson lesson = new SampleLesson(2).meeting(0, 1800, row(1, 0, 1260), row(2, 0, 1259));
		assertThat(lesson.outcome(1)).isEqualTo(BLANK);
		assertThat(lesson.outcome(2)).isEqualTo(new Outcome.Held(ProblemCode.ATTENDANCE_LEFT_EARLY));
	}

	@Test
	void aRestartMakesNobodyLateWhoWasThereBefore() {
		SampleLesson lesson = new SampleLesson(2).meeting(0, 900, row(1, 0, 900))
			.meeting(1000, 1900, row(1, 1300, 1900), row(2, 1000, 1900));
		assertThat(lesson.state(1)).isEqualTo(State.PRESENT);
		assertThat(lesson.state(2)).isEqualTo(State.LATE);
	}

	@ParameterizedTest
	@EnumSource(AttendanceStatus.class)
	void whatAPersonDecidedStandsOverEveryState(AttendanceStatus status) {
		Outcome decided = new Outcome.Wanted(status, "decided-by-a-person");
		SampleLesson judged = new SampleLesson(4).meeting(0, 1800, row(1, 0, 1800), row(2, 900, 1800), row(3, 0, 600));
		IntStream.rangeClosed(1, 4).forEach((pupil) -> judged.decided(pupil, status));
		assertThat(IntStream.rangeClosed(1, 4).mapToObj(judged::state)).containsExactly(State.PRESENT, State.LATE,
				State.LEFT_EARLY, State.NOT_SEEN);
		assertThat(IntStream.rangeClosed(1, 4).mapToObj(judged::outcome)).containsOnly(decided);
		SampleLesson braked = new SampleLesson(1).meeting(0, 1800).decided(1, status);
		SampleLesson unknown = new SampleLesson(1).decided(1, status);
		SampleLesson unclear = new SampleLesson(1).meeting(0, 1800).isUnclear().decided(1, status);
		SampleLesson pending = new SampleLesson(1).expectsMore().decided(1, status);
		assertThat(List.of(braked, unknown, unclear, pending)).extracting((lesson) -> lesson.outcome(1))
			.containsOnly(decided);
	}

	@Test
	void whoWasNotSeenIsAbsentOnlyWhenTheSchoolSaysSo() {
		assertThat(lessonOfThree().outcome(3)).isEqualTo(ABSENT);
		assertThat(lessonOfThree().proposes().outcome(3)).isEqualTo(NOT_SEEN);
	}

	@Test
	void anUnknownParticipantKeepsEveryoneFromBeingAbsent() {
		assertThat(lessonOfThree(row("iPhone", 900, 1000)).outcome(3)).isEqualTo(NOT_SEEN);
		assertThat(lessonOfThree(row("iPhone", 900, 900)).outcome(3)).isEqualTo(NOT_SEEN);
		assertThat(lessonOfThree(row("", 0, 60, true, false, null)).outcome(3)).isEqualTo(NOT_SEEN);
	}

	@Test
	void anUnknownParticipantJustOutsideTheLessonMayHaveBeenThePupilAsWell() {
		assertThat(lessonOfThree(row("iPhone", -600, -300)).outcome(3)).isEqualTo(NOT_SEEN);
		assertThat(lessonOfThree(row("iPhone", -600, -300)).judge().unmatched()).as("in the lesson").isEmpty();
		assertThat(lessonOfThree(row("iPhone", -2000, -901)).outcome(3)).isEqualTo(ABSENT);
	}

	@Test
	void anUnusableRowKeepsEveryoneFromBeingAbsent() {
		List<MeetingRow> rows = List.of(row(1, 0, 1800), row(2, 0, 1800));
		assertThat(new SampleLesson(3).meeting("host", 0, 1800, true, 1, rows).outcome(3)).isEqualTo(NOT_SEEN);
		assertThat(lessonOfThree().meeting("host", 2000, 2000, true, 1, List.of()).outcome(3)).isEqualTo(NOT_SEEN);
	}

	@Test
	void whoWasInTheWaitingRoomOrJustOutsideOfTheLessonIsNotAbsent() {
		String name = row(3, 0, 1).name();
		assertThat(lessonOfThree(row(name, 60, 90, true, false, null)).outcome(3)).isEqualTo(NOT_SEEN);
		assertThat(lessonOfThree(row(name, 60, 90, true, false, null)).state(3)).isEqualTo(State.NOT_SEEN);
		assertThat(lessonOfThree(row(3, -900, -900)).outcome(3)).isEqualTo(NOT_SEEN);
		assertThat(lessonOfThree(row(3, 3600, 3700)).outcome(3)).isEqualTo(NOT_SEEN);
		assertThat(lessonOfThree(row(3, 3601, 3700)).outcome(3)).isEqualTo(ABSENT);
		assertThat(lessonOfThree().meeting(-900, -60, row(3, -900, -60)).outcome(3)).isEqualTo(NOT_SEEN);
	}

	@Test
	void aPupilOfAnotherClassGroupIsForeignAndNotUnknown() {
		SampleLesson lesson = lessonOfThree(row("iPhone", 0, 1800, false, false, SampleLesson.id(99)));
		assertThat(lesson.judge().unmatched()).isEmpty();
		assertThat(lesson.judge().pupils()).hasSize(3);
		assertThat(lesson.outcome(3)).isEqualTo(ABSENT);
	}

	@Test
	void staffIsNeverAPupilAndNeverUnknown() {
		SampleLesson lesson = lessonOfThree(row(row(3, 0, 1).name(), 0, 1800, false, true, null));
		assertThat(lesson.judge().unmatched()).isEmpty();
		assertThat(lesson.state(3)).isEqualTo(State.NOT_SEEN);
	}

	@Test
	void anUnknownParticipantIsToldByPlaceAndWhetherItOnlyWaited() {
		assertThat(lessonOfThree(row("iPhone", 0, 60, true, false, null), row("iPad", 0, 60)).judge().unmatched())
			.extracting((one) -> one.meeting().value() + " " + one.position() + " " + one.waitingRoom())
			.containsExactly("m0 2 true", "m0 3 false");
	}

	@Test
	void idsThatNameDifferentPupilsStayUnknownInTheLesson() {
		MeetingRow row = new MeetingRow(row(3, 0, 1).name(), SampleLesson.at(0), SampleLesson.at(1800), false, false,
				null, "contradicting-ids");
		SampleLesson lesson = lessonOfThree(row);
		assertThat(lesson.judge().unmatched()).hasSize(1);
		assertThat(lesson.outcome(3)).isEqualTo(NOT_SEEN);
	}

	@Test
	void onlyThoseAtADistanceAreJudgedAndCountForTheBrake() {
		SampleLesson lesson = new SampleLesson(6).covers(1, 2, 3)
			.meeting(0, 1800, row(1, 0, 1800), row(2, 0, 1800), row(6, 0, 1800));
		assertThat(lesson.judge().pupils()).containsOnlyKeys(SampleLesson.id(1), SampleLesson.id(2),
				SampleLesson.id(3));
		assertThat(lesson.judge().unmatched()).isEmpty();
		assertThat(lesson.outcome(3)).isEqualTo(ABSENT);
		assertThat(lesson.covers(2, 3).outcome(3)).isEqualTo(new Outcome.Held(ProblemCode.ATTENDANCE_BRAKED));
	}

	/** Pupils 1 and 2 are there, pupil 3 is not. */
	private static SampleLesson lessonOfThree(MeetingRow... more) {
		List<MeetingRow> rows = new ArrayList<>(List.of(row(1, 0, 1800), row(2, 0, 1800)));
		rows.addAll(List.of(more));
		return new SampleLesson(3).meeting(0, 1800, rows.toArray(MeetingRow[]::new));
	}

	private static SampleLesson ofTwentyFive(int present) {
		return new SampleLesson(25).meeting(0, 1800,
				IntStream.rangeClosed(1, present).mapToObj((pupil) -> row(pupil, 0, 1800)).toArray(MeetingRow[]::new));
	}

}
