package kz.kopir.rehearsal.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import kz.kopir.rehearsal.world.LessonTruth.Seen;
import kz.kopir.rehearsal.world.LessonTruth.Trap;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The distance-learning day of the default school.
 */
class MeetingDayTest {

	private static final World WORLD = World.generate(WorldSettings.defaults());

	private static final List<MeetingFacts> MEETINGS = WORLD.meetings(World.DISTANCE_DAY);

	private static final List<LessonTruth> TRUTH = WORLD.attendanceTruth(World.DISTANCE_DAY);

	@Test
	void everyLessonOfTheDayHasATruthForEveryPupilOfItsClassGroup() {
		Map<Long, GroupFacts> groups = WORLD.groups().stream().collect(Collectors.toMap(GroupFacts::id, (one) -> one));
		assertThat(TRUTH).allSatisfy((truth) -> assertThat(truth.seen().keySet())
			.isEqualTo(new HashSet<>(groups.get(truth.lesson().groupId()).pupilIds())));
		long lessons = WORLD.groups()
			.stream()
			.flatMap((group) -> WORLD.lessons(group.id()).stream())
			.filter((lesson) -> lesson.date().equals(World.DISTANCE_DAY))
			.count();
		assertThat(TRUTH).hasSize((int) lessons);
	}

	@Test
	void everyOddLessonOccurs() {
		Set<Trap> traps = TRUTH.stream()
			.map(LessonTruth::trap)
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Trap.class)));
		assertThat(EnumSet.complementOf(EnumSet.copyOf(traps))).isEmpty();
		assertThat(TRUTH.stream().flatMap((truth) -> truth.seen().values().stream()).distinct())
			.containsExactlyInAnyOrder(Seen.values());
		assertThat(TRUTH).anySatisfy((truth) -> assertThat(share(truth, Seen.NOT_SEEN)).isBetween(0.4, 0.99));
	}

	@Test
	void bothShiftsSubgroupsAndASubstituteMeet() {
		Map<Long, GroupFacts> groups = WORLD.groups().stream().collect(Collectors.toMap(GroupFacts::id, (one) -> one));
		Predicate<Predicate<GroupFacts>> met = (which) -> TRUTH.stream()
			.filter((truth) -> !truth.meetingUuids().isEmpty())
			.anyMatch((truth) -> which.test(groups.get(truth.lesson().groupId())));
		assertThat(met.test((group) -> group.shift() == 2)).isTrue();
		assertThat(met.test((group) -> group.shift() == 1)).isTrue();
		assertThat(met.test((group) -> group.parentId() != null)).isTrue();
		assertThat(TRUTH).anyMatch(MeetingDayTest::substituted);
	}

	private static boolean substituted(LessonTruth truth) {
		return truth.trap() == Trap.SUBSTITUTE && MEETINGS.stream()
			.anyMatch((one) -> truth.meetingUuids().contains(one.uuid())
					&& !truth.lesson().teacherIds().contains(one.hostId()));
	}

	@Test
	void everyKindOfRowOccurs() {
		List<ParticipantFacts> rows = rows().toList();
		assertThat(rows).anyMatch(ParticipantFacts::waiting);
		assertThat(rows).anyMatch((row) -> !row.breakoutId().isEmpty());
		assertThat(rows).anyMatch((row) -> !row.registrantId().isEmpty());
		assertThat(rows).anyMatch((row) -> !row.customerKey().isEmpty());
		assertThat(rows).anyMatch((row) -> !row.email().isEmpty() && WORLD.pupil(row.personId()) != null);
		assertThat(rows).anyMatch((row) -> row.email().isEmpty() && row.zoomUserId().isEmpty());
		assertThat(rows).anyMatch((row) -> row.personId() == null && row.name().contains(" и "));
		assertThat(rows)
			.anyMatch((row) -> row.name().matches("(iPhone|iPad|Redmi.*|Galaxy.*|HUAWEI.*|User|DESKTOP.*)"));
		assertThat(rows).anyMatch((row) -> row.name().matches(".*(мама|апа|анасы).*"));
		assertThat(rows).anyMatch((row) -> row.name().matches("\\S+ [0-9]+[А-ЯӘҒ]"));
		assertThat(rows).anyMatch((row) -> row.name().matches("[A-Za-z ]+"));
		assertThat(rows).anyMatch((row) -> row.name().codePoints().anyMatch((point) -> point > 0xFFFF));
		assertThat(rows).anyMatch((row) -> row.name().matches(".*[\\u200B\\u00A0\\u2060\\u200E].*"));
	}

	@Test
	void somePupilsComeBackAndSomeSitAtTwoDevices() {
		assertThat(pairs(false)).isTrue();
		assertThat(pairs(true)).isTrue();
	}

	private static boolean pairs(boolean parallel) {
		return MEETINGS.stream().anyMatch((meeting) -> {
			Map<Long, Instant> left = new HashMap<>();
			for (ParticipantFacts row : meeting.participants()) {
				Instant before = (row.personId() != null && !row.waiting() && row.breakoutId().isEmpty())
						? left.put(row.personId(), row.leave()) : null;
				if (before != null && before.isAfter(row.join()) == parallel) {
					return true;
				}
			}
			return false;
		});
	}

	@Test
	void guestsOfTheStaffAndOfAnotherClassComeIn() {
		Map<String, Set<Long>> expected = new HashMap<>();
		TRUTH.forEach((truth) -> truth.meetingUuids()
			.forEach((uuid) -> expected.computeIfAbsent(uuid, (key) -> new HashSet<>()).addAll(truth.seen().keySet())));
		Set<Long> teachers = WORLD.teachers().stream().map(TeacherFacts::personId).collect(Collectors.toSet());
		assertThat(strangers(expected)).anyMatch((id) -> WORLD.pupil(id) != null);
		assertThat(strangers(expected)).anyMatch(teachers::contains);
	}

	private static Stream<Long> strangers(Map<String, Set<Long>> expected) {
		return MEETINGS.stream()
			.flatMap((meeting) -> meeting.participants()
				.stream()
				.map(ParticipantFacts::personId)
				.filter((id) -> id != null && id != meeting.hostId() && !expected.get(meeting.uuid()).contains(id)));
	}

	@Test
	void whoIsNotSeenHasNoRowOutsideTheWaitingRoomOfTheLesson() {
		Map<String, MeetingFacts> byId = MEETINGS.stream().collect(Collectors.toMap(MeetingFacts::uuid, (one) -> one));
		for (LessonTruth truth : TRUTH) {
			Set<Long> inside = truth.meetingUuids()
				.stream()
				.map(byId::get)
				.filter((meeting) -> meeting.lessonIds().size() == 1)
				.flatMap((meeting) -> meeting.participants().stream())
				.filter((row) -> !row.waiting() && row.personId() != null)
				.map(ParticipantFacts::personId)
				.collect(Collectors.toSet());
			assertThat(truth.seen().entrySet().stream().filter((one) -> one.getValue() == Seen.NOT_SEEN))
				.noneMatch((one) -> inside.contains(one.getKey()));
		}
	}

	@Test
	void rowsLieWithinTheirMeetingsAndHaveIdsOfTheirOwn() {
		for (MeetingFacts meeting : MEETINGS) {
			assertThat(meeting.participants().stream().map(ParticipantFacts::userId)).doesNotHaveDuplicates();
			assertThat(meeting.participants()).allMatch((row) -> row.join().isBefore(row.leave())
					&& !row.join().isBefore(meeting.start()) && !row.leave().isAfter(meeting.end()));
		}
		assertThat(MEETINGS.stream().map(MeetingFacts::uuid)).doesNotHaveDuplicates()
			.anyMatch((uuid) -> uuid.startsWith("/"))
			.anyMatch((uuid) -> uuid.contains("//"))
			.anyMatch((uuid) -> uuid.contains("+"));
	}

	@Test
	void theSameSeedGivesTheSameDayAndOtherDaysHaveNone() {
		assertThat(World.generate(WorldSettings.defaults()).meetings(World.DISTANCE_DAY)).isEqualTo(MEETINGS);
		LocalDate before = World.DISTANCE_DAY.minusDays(1);
		assertThat(WORLD.meetings(before)).isEmpty();
		assertThat(WORLD.meetingsIfDistance(before)).isNotEmpty();
	}

	private static double share(LessonTruth truth, Seen seen) {
		return truth.seen().values().stream().filter((one) -> one == seen).count() / (double) truth.seen().size();
	}

	private static Stream<ParticipantFacts> rows() {
		return MEETINGS.stream().flatMap((meeting) -> meeting.participants().stream());
	}

}
