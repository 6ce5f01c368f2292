package kz.kopir.sync;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

import kz.kopir.problem.ProblemCode;
import kz.kopir.run.BalanceRow;
import kz.kopir.school.AttendanceStatus;
import kz.kopir.testing.CrashPoints;
import kz.kopir.testing.OnBothDatabases;
import kz.kopir.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class AttendanceGroupsTest {

	private final TestDatabase database;

	private SampleLesson lesson = new SampleLesson();

	private int runs;

	AttendanceGroupsTest(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void empty() {
		this.database.empty();
		this.lesson = new SampleLesson().was(1, 0, 25).was(2, 15, 25).was(3, 0, 5);
	}

	@Test
	void aLateComerIsWrittenAndOneWhoWasThereNeedsNoEntry() {
		BalanceRow balance = run();
		assertThat(this.lesson.journal).containsOnlyKeys(SampleLesson.pupil(2));
		assertThat(this.lesson.entry(2)).isEqualTo("late");
		assertThat(balance).extracting(BalanceRow::read, BalanceRow::delivered, BalanceRow::unchanged, BalanceRow::held)
			.containsExactly(5L, 1L, 1L, 3L);
		assertThat(open()).containsOnly(ProblemCode.ATTENDANCE_LEFT_EARLY, ProblemCode.ATTENDANCE_NOT_SEEN);
	}

	@Test
	void aSecondRunChangesNothing() {
		run();
		BalanceRow balance = run();
		assertThat(balance.delivered()).isZero();
		assertThat(balance.unchanged()).isEqualTo(2);
		assertThat(this.lesson.journal).hasSize(1);
	}

	@Test
	void whoWasNotSeenIsAbsentWhenAPersonSaysSo() {
		this.lesson.decided(4, AttendanceStatus.ABSENT).decided(5, AttendanceStatus.ILL);
		run();
		assertThat(this.lesson.entry(4)).isEqualTo("absent");
		assertThat(this.lesson.entry(5)).isEqualTo("ill");
		assertThat(open()).containsOnly(ProblemCode.ATTENDANCE_LEFT_EARLY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ill", "excused", "absent", "LateJustified" })
	void whatAPersonSetByHandIsNeverTouched(String byHand) {
		for (int pupil = 1; pupil <= 5; pupil++) {
			this.lesson.journal.put(SampleLesson.pupil(pupil), byHand);
		}
		BalanceRow balance = run();
		assertThat(this.lesson.journal.values()).containsOnly(byHand);
		assertThat(balance.comesOut()).isTrue();
		assertThat(open()).as("only the late comer's entry contradicts")
			.containsOnly(ProblemCode.ATTENDANCE_SET_BY_HAND);
	}

	@Test
	void aLateComerWhoIsIllByAPersonsHandAfterwardsStaysIll() {
		run();
		this.lesson.journal.put(SampleLesson.pupil(2), "ill");
		run();
		assertThat(this.lesson.entry(2)).isEqualTo("ill");
		assertThat(open()).contains(ProblemCode.ATTENDANCE_SET_BY_HAND);
	}

	@Test
	void anEntryThatAPersonRemovedIsNotWrittenAgain() {
		run();
		this.lesson.journal.clear();
		run();
		assertThat(this.lesson.journal).isEmpty();
		assertThat(open()).contains(ProblemCode.ATTENDANCE_REMOVED_BY_HAND);
	}

	@Test
	void whatZoomCorrectsAtNightIsCorrectedInTheJournal() {
		run();
		this.lesson.wasNever(2).was(2, 0, 25);
		run();
		assertThat(this.lesson.entry(2)).isEqualTo("present");
		BalanceRow again = run();
		assertThat(again.delivered()).isZero();
		assertThat(open()).doesNotContain(ProblemCode.ATTENDANCE_REMOVED_BY_HAND);
	}

	@Test
	void aJournalThatDropsPresentEntriesIsNoRemovalByHand() {
		run();
		this.lesson.wasNever(2).was(2, 0, 25);
		run();
		this.lesson.journal.remove(SampleLesson.pupil(2));
		BalanceRow balance = run();
		assertThat(balance.unchanged()).isEqualTo(2);
		assertThat(open()).doesNotContain(ProblemCode.ATTENDANCE_REMOVED_BY_HAND);
	}

	@Test
	void whileDataIsExpectedNobodyIsJudged() {
		this.lesson.expected = true;
		BalanceRow balance = run();
		assertThat(this.lesson.journal).isEmpty();
		assertThat(balance.setAside() + balance.unchanged()).isEqualTo(5);
		assertThat(open()).isEmpty();
	}

	@Test
	void byEventsAloneNobodyIsJudgedAndNobodyIsAskedWhoWasWho() {
		this.lesson.somebodyWas(0, 25);
		this.lesson.provisional = true;
		BalanceRow balance = run();
		assertThat(balance.held()).isEqualTo(5);
		assertThat(this.lesson.journal).isEmpty();
		assertThat(open()).containsOnly(ProblemCode.MEETING_DATA_INCOMPLETE);
	}

	/** The lesson is of Friday, 20 November. */
	@Test
	void whatIsAskedOfALessonIsAskedUntilTheJournalTakesItNoMore() {
		this.lesson.school.editPeriodDays = 7;
		run();
		SampleLesson.Gateway gateway = this.lesson.gateway(this.database.dataSource(), new CrashPoints(0));
		assertThat(gateway.problems.open(SampleClass.SCHOOL)).isNotEmpty()
			.allSatisfy((problem) -> assertThat(problem.deadline())
				.isEqualTo(LocalDate.of(2026, 11, 28).atStartOfDay(SampleClass.ALMATY).toInstant()));
	}

	@Test
	void withoutTheSwitchNothingIsWritten() {
		this.lesson.school.write.remove(SyncPolicy.Capability.ATTENDANCE);
		run();
		assertThat(this.lesson.journal).isEmpty();
		assertThat(open()).contains(ProblemCode.WRITING_SWITCHED_OFF);
	}

	@Test
	void theEvidenceOfAnEntryIsKeptWithItsRules() {
		run();
		SampleLesson.Gateway gateway = this.lesson.gateway(this.database.dataSource(), new CrashPoints(0));
		AttendanceEvidence late = gateway.memory()
			.evidence(SampleClass.SCHOOL, SampleLesson.LESSON)
			.stream()
			.filter((one) -> one.entryKey().endsWith("/" + SampleLesson.pupil(2)))
			.findFirst()
			.orElseThrow();
		assertThat(late.state()).isEqualTo("late");
		assertThat(late.seenSeconds()).isEqualTo(600);
		assertThat(late.lengthSeconds()).isEqualTo(1500);
		assertThat(late.firstJoin()).isEqualTo(SampleLesson.START.plusSeconds(900));
		assertThat(late.linkEvidence()).isEqualTo("registrant-id");
		assertThat(this.database.jdbc()
			.sql("select distinct rule_version from attendance_evidence")
			.query(String.class)
			.single()).startsWith("attendance-");
		assertThat(gateway.memory().erase(SampleClass.SCHOOL, SampleClass.NOW.plusSeconds(1))).isEqualTo(4);
	}

	/** Wherever the process dies, the next run ends with every entry exactly once. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void whereverTheProcessDiesNothingIsLostOrDoubled(boolean refusesSecond) {
		int points = 1;
		for (int crashAt = 1; crashAt <= points; crashAt++) {
			this.database.empty();
			this.runs = 0;
			this.lesson = new SampleLesson().was(1, 0, 25)
				.was(2, 15, 25)
				.was(3, 0, 5)
				.decided(4, AttendanceStatus.ABSENT)
				.decided(5, AttendanceStatus.EXCUSED);
			this.lesson.refusesSecond = refusesSecond;
			points = Math.max(points, crash(crashAt));
			BalanceRow balance = run();
			assertThat(balance.comesOut()).as("crash at %d", crashAt).isTrue();
			balance = run();
			assertThat(balance.delivered()).as("crash at %d", crashAt).isZero();
			assertThat(balance.unchanged()).as("crash at %d", crashAt).isEqualTo(4);
			assertThat(this.lesson.journal.values()).as("crash at %d", crashAt)
				.containsExactlyInAnyOrder("late", "absent", "excused");
			SampleLesson.Gateway gateway = this.lesson.gateway(this.database.dataSource(), new CrashPoints(0));
			assertThat(gateway.ledger.entries(SampleClass.SCHOOL, Flows.ATTENDANCE, SampleClass.CLASS_7A.id()).values())
				.as("crash at %d", crashAt)
				.hasSize(3)
				.allSatisfy((entry) -> assertThat(entry.unfinished()).isEmpty());
		}
		assertThat(points).isGreaterThan(40);
	}

	private int crash(int crashAt) {
		this.lesson.run = "run-" + ++this.runs;
		CrashPoints crashes = new CrashPoints(crashAt);
		try {
			this.lesson.gateway(this.database.dataSource(), crashes).run();
			return crashes.passed();
		}
		catch (CrashPoints.Crash dead) {
			return crashAt + 1;
		}
	}

	private BalanceRow run() {
		this.lesson.run = "run-" + ++this.runs;
		return this.lesson.gateway(this.database.dataSource(), new CrashPoints(0)).run().balance().get(0);
	}

	private Set<ProblemCode> open() {
		return this.lesson.gateway(this.database.dataSource(), new CrashPoints(0)).problems.open(SampleClass.SCHOOL)
			.stream()
			.map((problem) -> problem.code())
			.collect(Collectors.toSet());
	}

}
