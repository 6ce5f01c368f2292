package kz.kopir.flow;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import kz.kopir.problem.ProblemCode;
import kz.kopir.rehearsal.kundelik.JournalLogEntry;
import kz.kopir.rehearsal.world.LessonTruth;
import kz.kopir.rehearsal.zoom.ZoomContract;
import kz.kopir.run.BalanceRow;
import kz.kopir.run.Run;
import kz.kopir.run.RunState;
import kz.kopir.sync.PreparationBook;
import kz.kopir.school.SchoolId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A distance-learning day of twelve classes with all that happens in Zoom.
 */
class AttendanceDayTest {

	/**
	 * Kundelik's word for an absence without a valid reason, by the better evidenced
	 * reading.
	 */
	private static final String ABSENT = "Pass";

	private static final int UNAUTHORIZED = 401;

	private final AttendanceHouse house = AttendanceHouse.shared();

	@BeforeEach
	void newDay() {
		this.house.newDay();
	}

	@Test
	void theDayEndsBalancedAndNoPupilIsLateWhoWasNot() {
		ZoomContract contract = ZoomContract.watch(this.house.zoom());
		this.house.zoom().counts().reset();
		List<Run> runs = day(AttendanceHouse.ASKING);

		assertThat(contract.violations()).isEmpty();
		assertNoMoreIsAskedThanReportsNeed(runs);
		assertThat(runs).allMatch((run) -> run.state() == RunState.FINISHED);
		assertThat(runs).allSatisfy((run) -> assertThat(this.house.balance(run)).allMatch(BalanceRow::comesOut));
		Map<String, LessonTruth.Seen> truth = truth();
		List<JournalLogEntry> entries = this.house.rehearsal().kundelik().logEntries();
		assertThat(entries).allSatisfy((entry) -> {
			assertThat(entry.status()).isEqualTo("Late");
			assertThat(truth.get(entry.lessonId() + "/" + entry.personId())).isEqualTo(LessonTruth.Seen.LATE);
		});
		this.house.teachersConfirmWhoIsWho(AttendanceHouse.ASKING);
		this.house.run(AttendanceHouse.ASKING);
		entries = this.house.rehearsal().kundelik().logEntries();
		assertThat(entries)
			.allMatch((entry) -> truth.get(entry.lessonId() + "/" + entry.personId()) == LessonTruth.Seen.LATE);
		long late = truth.values().stream().filter((seen) -> seen == LessonTruth.Seen.LATE).count();
		assertThat(entries.size()).as("late comers who are known").isGreaterThan((int) (late / 3));
		assertThat(codes(AttendanceHouse.ASKING)).contains(ProblemCode.ATTENDANCE_NOT_SEEN,
				ProblemCode.ATTENDANCE_BRAKED, ProblemCode.ATTENDANCE_LEFT_EARLY, ProblemCode.LESSON_WITHOUT_MEETING,
				ProblemCode.PARTICIPANT_NOT_LINKED, ProblemCode.ZOOM_HOST_UNKNOWN, ProblemCode.ZOOM_TEACHER_BASIC);

		assertThat(this.house.bean(PreparationBook.class)
			.lessons(AttendanceHouse.ASKING, AttendanceHouse.DAY, AttendanceHouse.DAY))
			.as("lessons of which it can be asked whether something stood ready")
			.isNotEmpty()
			.allMatch((lesson) -> lesson.date().equals(AttendanceHouse.DAY));

		Run again = this.house.run(AttendanceHouse.ASKING);
		assertThat(this.house.count(again, "requests.zoom.")).isZero();
		assertThat(this.house.balance(again).stream().mapToLong(BalanceRow::delivered).sum()).isZero();
	}

	@Test
	void whereAbsencesAreWrittenByRuleNobodyIsAbsentWhoWasThere() {
		day(AttendanceHouse.STRICT);
		assertThat(absences()).as("while a participant is unknown").isEmpty();
		this.house.teachersConfirmWhoIsWho(AttendanceHouse.STRICT);
		this.house.run(AttendanceHouse.STRICT);

		Map<String, LessonTruth.Seen> truth = truth();
		List<JournalLogEntry> absent = absences();
		assertThat(absent).isNotEmpty();
		assertThat(absent).allSatisfy((entry) -> assertThat(truth.get(entry.lessonId() + "/" + entry.personId()))
			.isEqualTo(LessonTruth.Seen.NOT_SEEN));
		Set<Long> withoutMeeting = this.house.world()
			.attendanceTruth(AttendanceHouse.DAY)
			.stream()
			.filter((lesson) -> lesson.meetingUuids().isEmpty())
			.map((lesson) -> lesson.lesson().id())
			.collect(Collectors.toSet());
		assertThat(absent).extracting(JournalLogEntry::lessonId).doesNotContainAnyElementsOf(withoutMeeting);
	}

	/**
	 * The moments are given by Zoom's slowness: a list at each of them for all lessons
	 * that end together, and for each meeting of a lesson its pages at each moment until
	 * two agree, and once at night.
	 */
	private void assertNoMoreIsAskedThanReportsNeed(List<Run> runs) {
		long meetings = number("select count(*) from meeting where pulls > 0");
		long pulls = number("select sum(pulls) from meeting");
		assertThat(answered("/users")).as("once a day, perhaps by the check at the start").isLessThanOrEqualTo(1);
		assertThat(answered("/meetings")).isLessThanOrEqualTo(runs.size());
		assertThat(pulls).as("five moments for each meeting at most").isLessThanOrEqualTo(5 * meetings);
		assertThat(answered("/participants")).as("one page holds a class").isEqualTo(pulls);
		for (String kind : List.of("users", "meetings", "participants")) {
			assertThat(requests(runs, kind)).as("requests that stand in the runs")
				.isGreaterThanOrEqualTo(answered("/" + kind));
		}
	}

	/**
	 * What Zoom was asked and answered this day; a sign-in of a day that another test
	 * played before may have to be renewed.
	 */
	private long answered(String ending) {
		return this.house.zoom()
			.counts()
			.byTemplate()
			.entrySet()
			.stream()
			.filter((path) -> path.getKey().endsWith(ending))
			.flatMap((path) -> path.getValue().entrySet().stream())
			.filter((status) -> status.getKey() != UNAUTHORIZED)
			.mapToLong(Map.Entry::getValue)
			.sum();
	}

	private long requests(List<Run> runs, String name) {
		return runs.stream().mapToLong((run) -> this.house.count(run, "requests.zoom." + name)).sum();
	}

	private long number(String statement) {
		return this.house.database().jdbc().sql(statement).query(Long.class).single();
	}

	/** A run every half hour from morning to evening, and one in the night. */
	private List<Run> day(SchoolId school) {
		List<Run> runs = new ArrayList<>();
		for (LocalTime time = LocalTime.of(8, 50); time.isBefore(LocalTime.of(21, 0)); time = time.plusMinutes(30)) {
			this.house.at(AttendanceHouse.DAY + "T" + time);
			runs.add(this.house.run(school));
		}
		this.house.at(AttendanceHouse.DAY.plusDays(1) + "T02:10");
		runs.add(this.house.run(school));
		return runs;
	}

	private List<JournalLogEntry> absences() {
		return this.house.rehearsal()
			.kundelik()
			.logEntries()
			.stream()
			.filter((entry) -> entry.status().equals(ABSENT))
			.toList();
	}

	private Map<String, LessonTruth.Seen> truth() {
		Map<String, LessonTruth.Seen> truth = new HashMap<>();
		this.house.world()
			.attendanceTruth(AttendanceHouse.DAY)
			.forEach((lesson) -> lesson.seen()
				.forEach((pupil, seen) -> truth.put(lesson.lesson().id() + "/" + pupil, seen)));
		return truth;
	}

	private Set<ProblemCode> codes(SchoolId school) {
		return this.house.problems(school).stream().map((problem) -> problem.code()).collect(Collectors.toSet());
	}

}
