package kz.kopir.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import kz.kopir.attendance.AttendancePolicy.NotSeen;
import kz.kopir.attendance.LessonAttendance.Outcome;
import kz.kopir.attendance.LessonAttendance.State;
import kz.kopir.mapping.SampleTables;
import kz.kopir.school.AttendanceStatus;
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
import org.jspecify.annotations.Nullable;

/**
 * A lesson of 45 minutes in grade 7 (70 %, grace of 5 minutes) with numbered pupils. Its
 * times are seconds from the lesson's start.
 */
final class SampleLesson {

	static final int LENGTH = 2700;

	private static final Instant START = Instant.parse("2027-02-26T04:00:00Z");

	private final List<Pupil> pupils;

	private final List<MeetingFacts> meetings = new ArrayList<>();

	private final Map<PupilId, AttendanceStatus> decisions = new HashMap<>();

	private final Map<String, PupilId> aliases = new HashMap<>();

	private Set<PupilId> covered;

	private NotSeen notSeen = NotSeen.ABSENT;

	private boolean moreExpected;

	private boolean linkUnclear;

	SampleLesson(int size) {
		this.pupils = IntStream.rangeClosed(1, size)
			.mapToObj((i) -> new Pupil(id(i), "Сынақов" + letters(i), "Үлгі", null))
			.toList();
		this.covered = new HashSet<>(this.pupils.stream().map(Pupil::id).toList());
	}

	SampleLesson meeting(int from, int to, MeetingRow... rows) {
		return meeting("host", from, to, true, 0, List.of(rows));
	}

	SampleLesson meeting(String host, int from, int to, boolean complete, int unusableRows, List<MeetingRow> rows) {
		MeetingId id = new MeetingId("m" + this.meetings.size());
		this.meetings.add(new MeetingFacts(new Meeting(id, "", host, at(from), at(to)), rows, complete, unusableRows));
		return this;
	}

	SampleLesson covers(int... pupils) {
		this.covered = new HashSet<>(IntStream.of(pupils).mapToObj(SampleLesson::id).toList());
		return this;
	}

	SampleLesson proposes() {
		this.notSeen = NotSeen.PROPOSE;
		return this;
	}

	SampleLesson expectsMore() {
		this.moreExpected = true;
		return this;
	}

	SampleLesson isUnclear() {
		this.linkUnclear = true;
		return this;
	}

	SampleLesson alias(String key, int pupil) {
		this.aliases.put(key, id(pupil));
		return this;
	}

	SampleLesson decided(int pupil, AttendanceStatus status) {
		this.decisions.put(id(pupil), status);
		return this;
	}

	LessonAttendance judge() {
		LessonSlot slot = new LessonSlot(
				new Lesson(new LessonId("1"), LocalDate.of(2027, 2, 26), 1, new SubjectId("s"), new ClassGroupId("8")),
				at(0), at(LENGTH), LocalTime.of(8, 0), Set.of(new TeacherId("T")));
		AttendancePolicy policy = AttendancePolicy.of(SampleTables.of(AttendancePolicy.COLUMNS, "0,12,70,5"),
				AttendancePolicy.DEFAULT_TOLERANCE, this.notSeen, AttendancePolicy.DEFAULT_BRAKE_SHARE);
		return new Attendance(policy).judge(new LessonFacts(slot, 7, this.pupils, this.covered, this.meetings,
				this.aliases, this.decisions, this.moreExpected, this.linkUnclear));
	}

	State state(int pupil) {
		return judge().pupils().get(id(pupil)).state();
	}

	Outcome outcome(int pupil) {
		return judge().pupils().get(id(pupil)).outcome();
	}

	static MeetingRow row(int pupil, int from, int to) {
		return row("Сынақов" + letters(pupil) + " Үлгі", from, to);
	}

	static MeetingRow row(String name, int from, int to) {
		return row(name, from, to, false, false, null);
	}

	static MeetingRow row(String name, int from, int to, boolean waitingRoom, boolean staff, @Nullable PupilId pupil) {
		return new MeetingRow(name, at(from), at(to), waitingRoom, staff, pupil,
				(pupil != null) ? "registrant-id" : null);
	}

	static PupilId id(int pupil) {
		return new PupilId(String.valueOf(pupil));
	}

	static Instant at(int second) {
		return START.plusSeconds(second);
	}

	private static String letters(int number) {
		return "абвгдежзик".charAt(number / 10) + "" + "абвгдежзик".charAt(number % 10);
	}

}
