package kz.kopir.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import kz.kopir.school.ClassGroupId;
import kz.kopir.school.Lesson;
import kz.kopir.school.LessonId;
import kz.kopir.school.LessonSlot;
import kz.kopir.school.Meeting;
import kz.kopir.school.MeetingId;
import kz.kopir.school.SubjectId;
import kz.kopir.school.TeacherId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The lessons last 45 minutes and begin at minute 0, 50 and 105; the tolerance is 15. */
class MeetingLinkerTest {

	private static final Instant NINE = Instant.parse("2027-02-26T04:00:00Z");

	private static final LessonSlot FIRST = slot("1", 0, "T");

	private static final LessonSlot SECOND = slot("2", 50, "T");

	private static final LessonSlot THIRD = slot("3", 105, "T");

	private static final List<LessonSlot> MORNING = List.of(FIRST, SECOND, THIRD);

	@Test
	void aRestartGivesTheLessonTwoMeetingsInOrderOfTime() {
		Meeting again = meeting("a", "T", 20, 44);
		Meeting before = meeting("b", "T", 1, 18);
		MeetingLinks links = assign(MORNING, again, before);
		assertThat(links.byLesson()).isEqualTo(Map.of(id(FIRST), List.of(before, again)));
		assertThatAllElseIsEmpty(links);
	}

	@Test
	void theFortyMinuteCutBelongsToItsLessonWithWhatFollowed() {
		Meeting cut = meeting("a", "T", 0, 40);
		Meeting rest = meeting("b", "T", 41, 45);
		MeetingLinks links = assign(MORNING, cut, rest);
		assertThat(links.byLesson()).isEqualTo(Map.of(id(FIRST), List.of(cut, rest)));
		assertThatAllElseIsEmpty(links);
	}

	@Test
	void aRoomThatStaysOpenBelongsToEveryLessonItCovers() {
		Meeting open = meeting("a", "T", -10, 150);
		MeetingLinks links = assign(MORNING, open);
		assertThat(links.byLesson()).containsOnlyKeys(id(FIRST), id(SECOND), id(THIRD));
		assertThat(MORNING).allSatisfy((slot) -> assertThat(links.of(id(slot))).containsExactly(open));
		assertThatAllElseIsEmpty(links);
	}

	@Test
	void whoOpensEarlyOrClosesLateOnlyTouchesTheNeighbours() {
		Meeting early = meeting("a", "T", 35, 80);
		Meeting late = meeting("b", "T", 60, 115);
		MeetingLinks links = assign(MORNING, early, late);
		assertThat(links.byLesson()).isEqualTo(Map.of(id(SECOND), List.of(early, late)));
		assertThatAllElseIsEmpty(links);
	}

	@Test
	void aNeighbourIsTouchedUpToExactlyTheTolerance() {
		assertThat(assign(MORNING, meeting("a", "T", 30, 95)).byLesson()).containsOnlyKeys(id(SECOND));
		assertThat(assign(MORNING, meeting("a", "T", 29, 95)).byLesson()).containsOnlyKeys(id(FIRST), id(SECOND));
	}

	@Test
	void aShortMeetingThatCoversAsMuchOfTwoLessonsIsAskedAndJudgesNeither() {
		Meeting between = meeting("a", "T", 35, 60);
		MeetingLinks links = assign(MORNING, between);
		assertThat(links.byLesson()).isEmpty();
		assertThat(links.ambiguous())
			.containsExactly(new MeetingLinks.Ambiguous(between, Set.of(id(FIRST), id(SECOND))));
		assertThat(links.isUnclear(id(FIRST))).isTrue();
		assertThat(links.isUnclear(id(THIRD))).isFalse();
		assertThat(links.withoutLesson()).isEmpty();
	}

	@Test
	void aShortMeetingInsideOneLessonIsItsOwn() {
		assertThat(assign(MORNING, meeting("a", "T", 10, 15)).byLesson()).containsOnlyKeys(id(FIRST));
	}

	@Test
	void twoTeachersOfOneLessonEachBringTheirMeeting() {
		LessonSlot both = slot("1", 0, "T", "U");
		Meeting one = meeting("a", "T", 0, 40);
		Meeting other = meeting("b", "U", 5, 40);
		MeetingLinks links = assign(List.of(both), one, other);
		assertThat(links.of(id(both))).containsExactly(one, other);
		assertThatAllElseIsEmpty(links);
	}

	@Test
	void twoSubgroupsAtTheSameTimeGoByTheirTeachers() {
		LessonSlot one = slot("1", 0, "T");
		LessonSlot other = slot("2", 0, "U");
		Meeting ofOne = meeting("a", "T", 0, 40);
		Meeting ofOther = meeting("b", "U", 0, 40);
		MeetingLinks links = assign(List.of(one, other), ofOne, ofOther);
		assertThat(links.byLesson()).isEqualTo(Map.of(id(one), List.of(ofOne), id(other), List.of(ofOther)));
		assertThatAllElseIsEmpty(links);
	}

	@Test
	void theSecondShiftHasItsOwnLessons() {
		LessonSlot afternoon = slot("9", 330, "T");
		MeetingLinks links = assign(Stream.concat(MORNING.stream(), Stream.of(afternoon)).toList(),
				meeting("a", "T", 328, 372));
		assertThat(links.byLesson()).containsOnlyKeys(id(afternoon));
		assertThatAllElseIsEmpty(links);
	}

	@Test
	void aTeacherWithTwoLessonsAtOnceIsAsked() {
		LessonSlot other = slot("8", 0, "T");
		Meeting meeting = meeting("a", "T", 0, 40);
		MeetingLinks links = assign(List.of(FIRST, other), meeting);
		assertThat(links.byLesson()).isEmpty();
		assertThat(links.ambiguous())
			.containsExactly(new MeetingLinks.Ambiguous(meeting, Set.of(id(FIRST), id(other))));
	}

	@Test
	void anOpenRoomOverTwoLessonsAtOnceStillBelongsToTheClearLessonAfterThem() {
		LessonSlot other = slot("8", 0, "T");
		MeetingLinks links = assign(List.of(FIRST, other, SECOND), meeting("a", "T", 0, 95));
		assertThat(links.byLesson()).containsOnlyKeys(id(SECOND));
		assertThat(links.isUnclear(id(FIRST))).isTrue();
		assertThat(links.isUnclear(id(SECOND))).isFalse();
	}

	@Test
	void aMeetingOfAnUnknownHostIsToldAndLinkedToNothing() {
		Meeting meeting = meeting("a", "nobody", 0, 40);
		MeetingLinks links = assign(MORNING, meeting);
		assertThat(links.unknownHost()).containsExactly(meeting);
		assertThat(links.byLesson()).isEmpty();
		assertThat(links.withoutLesson()).isEmpty();
	}

	@Test
	void aMeetingInTheBreakHasNoLesson() {
		Meeting meeting = meeting("a", "T", 45, 50);
		MeetingLinks links = assign(MORNING, meeting);
		assertThat(links.withoutLesson()).containsExactly(meeting);
		assertThat(links.byLesson()).isEmpty();
		assertThat(links.ambiguous()).isEmpty();
	}

	@Test
	void aMeetingOfAColleagueWhoDoesNotTeachTheLessonIsNotTheLessons() {
		Meeting meeting = meeting("a", "U", 0, 40);
		MeetingLinks links = assign(MORNING, meeting);
		assertThat(links.withoutLesson()).containsExactly(meeting);
		assertThat(links.of(id(FIRST))).isEmpty();
	}

	@Test
	void everyMeetingStandsSomewhereOnceHoweverOftenItWasGiven() {
		Meeting meeting = meeting("a", "T", 0, 40);
		assertThat(assign(MORNING, meeting, meeting).of(id(FIRST))).containsExactly(meeting);
	}

	private static void assertThatAllElseIsEmpty(MeetingLinks links) {
		assertThat(links.ambiguous()).isEmpty();
		assertThat(links.unknownHost()).isEmpty();
		assertThat(links.withoutLesson()).isEmpty();
	}

	private static MeetingLinks assign(List<LessonSlot> slots, Meeting... meetings) {
		return new MeetingLinker(AttendancePolicy.DEFAULT_TOLERANCE).assign(slots, List.of(meetings),
				(host) -> host.equals("nobody") ? Optional.empty() : Optional.of(new TeacherId(host)));
	}

	private static LessonId id(LessonSlot slot) {
		return slot.lesson().id();
	}

	private static Meeting meeting(String id, String host, int from, int to) {
		return new Meeting(new MeetingId(id), "", host, at(from), at(to));
	}

	private static LessonSlot slot(String id, int from, String... teachers) {
		return new LessonSlot(
				new Lesson(new LessonId(id), LocalDate.of(2027, 2, 26), 1, new SubjectId("s"), new ClassGroupId("8")),
				at(from), at(from + 45), LocalTime.of(8, 0),
				Stream.of(teachers).map(TeacherId::new).collect(Collectors.toSet()));
	}

	private static Instant at(int minute) {
		return NINE.plusSeconds(60L * minute);
	}

}
