package kz.kopir.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import kz.kopir.attendance.AttendancePolicy.NotSeen;
import kz.kopir.attendance.LessonAttendance.Outcome;
import kz.kopir.mapping.SampleTables;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.AttendanceStatus;
import kz.kopir.school.ClassGroup;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.Lesson;
import kz.kopir.school.LessonId;
import kz.kopir.school.LessonSlot;
import kz.kopir.school.Meeting;
import kz.kopir.school.MeetingId;
import kz.kopir.school.MeetingRow;
import kz.kopir.school.Pupil;
import kz.kopir.school.PupilId;
import kz.kopir.school.SubjectId;
import kz.kopir.school.TeacherId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AttendanceTest {

	private static final Instant NINE = Instant.parse("2027-02-26T04:00:00Z");

	private static final LocalDate DAY = LocalDate.of(2027, 2, 26);

	private static final Pupil ALI = new Pupil(new PupilId("1"), "Сынақов", "Әли", null);

	private static final Pupil DANA = new Pupil(new PupilId("2"), "Үлгіова", "Дана", null);

	private static final Pupil ERLAN = new Pupil(new PupilId("3"), "Мысалов", "Ерлан", null);

	private static final Outcome BLANK = new Outcome.Blank();

	private final List<MeetingRow> rows = new ArrayList<>();

	@Test
	void whoWasThereLateOrLeftEarlyIsToldApart() {
		row("Сынақов Әли", 10, 40);
		row("Дана  ҮЛГІОВА 🙂", 20, 40);
		row("Мысалов#Ерлан", 10, 15);
		LessonAttendance judged = judge(NotSeen.ABSENT, true, Map.of());
		assertThat(outcome(judged, ALI)).isEqualTo(BLANK);
		assertThat(outcome(judged, DANA)).isEqualTo(new Outcome.Wanted(AttendanceStatus.LATE, "joined-after-grace"));
		assertThat(outcome(judged, ERLAN)).isEqualTo(new Outcome.Held(ProblemCode.ATTENDANCE_LEFT_EARLY));
	}

	@Test
	void twoDevicesAtOnceCountOnce() {
		row("Сынақов Әли", 10, 22);
		row("Әли Сынақов", 10, 22);
		assertThat(judge(NotSeen.PROPOSE, true, Map.of()).pupils().get(ALI.id()).seenSeconds()).isEqualTo(720);
	}

	@Test
	void nobodyIsAbsentWhileAnUnknownIsInTheLesson() {
		row("Сынақов Әли", 10, 40);
		row("Үлгіова Дана", 10, 40);
		assertThat(outcome(judge(NotSeen.PROPOSE, true, Map.of()), ERLAN))
			.isEqualTo(new Outcome.Held(ProblemCode.ATTENDANCE_NOT_SEEN));
		assertThat(outcome(judge(NotSeen.ABSENT, true, Map.of()), ERLAN))
			.isEqualTo(new Outcome.Wanted(AttendanceStatus.ABSENT, "not-seen"));
		row("iPhone", 10, 40);
		assertThat(outcome(judge(NotSeen.ABSENT, true, Map.of()), ERLAN))
			.isEqualTo(new Outcome.Held(ProblemCode.ATTENDANCE_NOT_SEEN));
	}

	@Test
	void incompleteDataMakesNobodyAbsentOrLate() {
		row("Сынақов Әли", 0, 45);
		row("Үлгіова Дана", 30, 40);
		LessonAttendance judged = judge(NotSeen.ABSENT, false, Map.of());
		assertThat(outcome(judged, ALI)).isEqualTo(BLANK);
		assertThat(outcome(judged, DANA)).isEqualTo(new Outcome.Held(ProblemCode.MEETING_DATA_INCOMPLETE));
		assertThat(outcome(judged, ERLAN)).isEqualTo(new Outcome.Held(ProblemCode.MEETING_DATA_INCOMPLETE));
	}

	@Test
	void theBrakeHoldsAllButDecisions() {
		row("Сынақов Әли", 10, 40);
		LessonAttendance judged = judge(NotSeen.ABSENT, true, Map.of(DANA.id(), AttendanceStatus.ILL));
		assertThat(outcome(judged, ERLAN)).isEqualTo(new Outcome.Held(ProblemCode.ATTENDANCE_BRAKED));
		assertThat(outcome(judged, DANA)).isEqualTo(new Outcome.Wanted(AttendanceStatus.ILL, "decided-by-a-person"));
	}

	@Test
	void aSimilarNameOnlySuggests() {
		row("Әли 7А", 10, 40);
		row("Synakov Ali", 10, 40);
		row("Әли мен Дана", 10, 40);
		LessonAttendance judged = judge(NotSeen.ABSENT, true, Map.of());
		assertThat(judged.unmatched()).hasSize(3);
		assertThat(judged.unmatched().get(0).suggestions())
			.containsExactly(new LinkSuggestion(ALI.id(), "name-with-class"));
		assertThat(judged.unmatched().get(2).suggestions()).extracting(LinkSuggestion::pupil)
			.containsExactly(ALI.id(), DANA.id());
		assertThat(ParticipantNames.key("Ұлан")).isNotEqualTo(ParticipantNames.key("Улан"));
	}

	@Test
	void anEarlyStarterDoesNotTouchTheLessonBeforeButAnOpenRoomBelongsToBoth() {
		LessonSlot one = slot("1", 0, "T");
		LessonSlot two = slot("2", 50, "T");
		assertThat(assign(one, two, 38, 80).byLesson()).containsOnlyKeys(two.lesson().id());
		assertThat(assign(one, two, 0, 95).byLesson()).containsOnlyKeys(one.lesson().id(), two.lesson().id());
		assertThat(assign(one, slot("3", 0, "T"), 5, 35).ambiguous()).hasSize(1);
		assertThat(assign(one, slot("3", 0, "U"), 5, 35).byLesson()).containsOnlyKeys(one.lesson().id());
	}

	@Test
	void onlyTheShiftOfTheOrderIsAtADistanceAndASubgroupFollowsItsClass() {
		DistancePeriods periods = DistancePeriods
			.of(SampleTables.of(DistancePeriods.COLUMNS, "class-group,7,1,2027-02-26,2027-02-26,1,No. 1"));
		ClassGroup subgroup = new ClassGroup(new ClassGroupId("8"), "7 «А» 1", 7, new ClassGroupId("7"));
		assertThat(periods.covers(slot("1", 0, "T"), subgroup, ALI.id())).isTrue();
		assertThat(periods.covers(slot("1", 0, "T", LocalTime.of(13, 30)), subgroup, ALI.id())).isFalse();
		assertThat(periods.concerns(subgroup, DAY.plusDays(1), DAY.plusDays(2))).isFalse();
		assertThat(DistancePeriods.of(SampleTables.shipped("distance-periods.csv", DistancePeriods.COLUMNS))
			.anyOn(DAY, DAY)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "08:00, 12:00, false", "11:59, 12:00, false", "12:00, 12:00, true", "13:30, 12:00, true",
			"13:30, 13:45, false" })
	void theSchoolsPolicySaysFromWhenOnAClassIsInTheSecondShift(LocalTime firstBell, LocalTime from, boolean second) {
		DistancePeriods periods = DistancePeriods
			.of(SampleTables.of(DistancePeriods.COLUMNS, "school,,2,2027-02-26,2027-02-26,1,No. 1"), from);
		ClassGroup class7 = new ClassGroup(new ClassGroupId("7"), "7 «А»", 7, null);
		assertThat(periods.covers(slot("1", 0, "T", firstBell), class7, ALI.id())).isEqualTo(second);
	}

	private MeetingLinks assign(LessonSlot one, LessonSlot two, int from, int to) {
		return new MeetingLinker(AttendancePolicy.DEFAULT_TOLERANCE).assign(List.of(one, two),
				List.of(meeting(from, to)), (host) -> Optional.of(new TeacherId("T")));
	}

	private LessonAttendance judge(NotSeen notSeen, boolean complete, Map<PupilId, AttendanceStatus> decisions) {
		AttendancePolicy policy = AttendancePolicy.of(SampleTables.attendanceBands(),
				AttendancePolicy.DEFAULT_TOLERANCE, notSeen, AttendancePolicy.DEFAULT_BRAKE_SHARE);
		List<Pupil> pupils = List.of(ALI, DANA, ERLAN);
		return new Attendance(policy).judge(new LessonFacts(slot("1", 0, "T"), 7, pupils,
				pupils.stream().map(Pupil::id).collect(Collectors.toSet()),
				List.of(new MeetingFacts(complete ? meeting(10, 40) : meeting(0, 45), this.rows, complete, 0)),
				Map.of(), decisions, false, false));
	}

	private static Outcome outcome(LessonAttendance judged, Pupil pupil) {
		return judged.pupils().get(pupil.id()).outcome();
	}

	private void row(String name, int from, int to) {
		this.rows.add(new MeetingRow(name, at(from), at(to), false, false, null, null));
	}

	private static Meeting meeting(int from, int to) {
		return new Meeting(new MeetingId("m"), "", "host", at(from), at(to));
	}

	private static LessonSlot slot(String id, int from, String teacher) {
		return slot(id, from, teacher, LocalTime.of(8, 0));
	}

	private static LessonSlot slot(String id, int from, String teacher, LocalTime firstBell) {
		return new LessonSlot(new Lesson(new LessonId(id), DAY, 1, new SubjectId("s"), new ClassGroupId("8")), at(from),
				at(from + 45), firstBell, Set.of(new TeacherId(teacher)));
	}

	private static Instant at(int minute) {
		return NINE.plusSeconds(60L * minute);
	}

}
