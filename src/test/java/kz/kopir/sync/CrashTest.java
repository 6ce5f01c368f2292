package kz.kopir.sync;

import java.time.LocalDate;
import java.util.Map;

import kz.kopir.journal.JournalMark;
import kz.kopir.journal.JournalWork;
import kz.kopir.run.BalanceRow;
import kz.kopir.school.Coursework;
import kz.kopir.school.WorkId;
import kz.kopir.testing.CrashPoints;
import kz.kopir.testing.OnBothDatabases;
import kz.kopir.testing.TestDatabase;
import kz.kopir.summative.SummativeStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The process dies at every single point of a run, before and after each statement, each
 * commit and each write. A new process carries on.
 */
@OnBothDatabases
class CrashTest {

	private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);

	private final TestDatabase database;

	CrashTest(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void empty() {
		this.database.empty();
	}

	@ParameterizedTest
	@EnumSource
	void whereverTheProcessDiesEveryNewMarkEndsInTheJournalOnce(MemoryJournal.Repost repost) {
		int points = 1;
		for (int crashAt = 1; crashAt <= points; crashAt++) {
			this.database.empty();
			SampleClass school = twoHomeworks(repost);
			points = Math.max(points, crash(school, crashAt));
			GatewayProcess next = process(school);
			carryOn(school, next, crashAt);
			verify(school, next, crashAt, 2, 6);
		}
		assertThat(points).isGreaterThan(40);
	}

	@Test
	void whereverTheProcessDiesEveryChangeEndsInTheJournalOnce() {
		int points = 1;
		for (int crashAt = 1; crashAt <= points; crashAt++) {
			this.database.empty();
			SampleClass school = twoHomeworks(MemoryJournal.Repost.OVERWRITE);
			school.run = "run-0";
			process(school).run(school);
			school.homework("5", WEDNESDAY.plusDays(1), "Басқа есептер", Coursework.State.PUBLISHED);
			school.regrade("4", 1, "3").regrade("5", 2, "10").homework("6", WEDNESDAY).grade("6", 3, "5");
			points = Math.max(points, crash(school, crashAt));
			GatewayProcess next = process(school);
			carryOn(school, next, crashAt);
			verify(school, next, crashAt, 3, 7);
		}
		assertThat(points).isGreaterThan(40);
	}

	@Test
	void whereverTheProcessDiesEveryScoreEndsInItsSectionOnce() {
		int points = 1;
		for (int crashAt = 1; crashAt <= points; crashAt++) {
			this.database.empty();
			SampleClass school = SampleClass.of(3);
			String section = school.journalHas(2);
			school.summative("4", WEDNESDAY, "БЖБ №2").grade("4", 1, "9").grade("4", 2, "0").grade("4", 3, "10");
			points = Math.max(points, crash(school, crashAt));
			GatewayProcess next = process(school);
			carryOn(school, next, crashAt);
			assertThat(school.journal.scores).as("crash at %d", crashAt)
				.isEqualTo(Map.of(cell(section, 1), 9, cell(section, 2), 0, cell(section, 3), 10));
			assertThat(next.control.items(SampleClass.SCHOOL, "70")).singleElement().satisfies((item) -> {
				assertThat(item.stage()).isEqualTo(SummativeStage.VERIFIED);
				assertThat(item.hasState()).isTrue();
			});
			assertThat(next.problems.open(SampleClass.SCHOOL)).isEmpty();
		}
		assertThat(points).isGreaterThan(20);
	}

	private static CriteriaView.Cell cell(String section, int pupil) {
		return new CriteriaView.Cell(section, SampleClass.pupil(pupil));
	}

	private static SampleClass twoHomeworks(MemoryJournal.Repost repost) {
		SampleClass school = SampleClass.of(3);
		school.journal = new MemoryJournal(SampleClass.timetable(), repost);
		school.homework("4", WEDNESDAY).homework("5", WEDNESDAY.plusDays(1));
		for (int pupil = 1; pupil <= 3; pupil++) {
			school.grade("4", pupil, String.valueOf(7 + pupil)).grade("5", pupil, "0");
		}
		return school;
	}

	private GatewayProcess process(SampleClass school) {
		return new GatewayProcess(this.database.dataSource(), school.rules(), new CrashPoints(0));
	}

	/** How many points the run has, as far as it came. */
	private int crash(SampleClass school, int crashAt) {
		school.run = "run-1";
		CrashPoints crashes = new CrashPoints(crashAt);
		try {
			new GatewayProcess(this.database.dataSource(), school.rules(), crashes).run(school);
			return crashes.passed();
		}
		catch (CrashPoints.Crash dead) {
			return crashAt + 1;
		}
	}

	private static void carryOn(SampleClass school, GatewayProcess next, int crashAt) {
		for (int run = 2; run <= 5; run++) {
			school.run = "run-" + run;
			ClassGroupResult result = next.run(school);
			assertThat(result.balance()).as("crash at %d, run %d", crashAt, run).allMatch(BalanceRow::comesOut);
			if (result.balance().stream().allMatch((row) -> row.read() == row.unchanged())) {
				return;
			}
		}
		throw new AssertionError("After a crash at point " + crashAt + " there is still something to do.");
	}

	private static void verify(SampleClass school, GatewayProcess next, int crashAt, int works, int marks) {
		assertThat(school.journal.works).as("works after a crash at %d", crashAt).hasSize(works);
		assertThat(school.journal.marks).as("marks after a crash at %d", crashAt).hasSize(marks);
		school.submissions.forEach((submission) -> {
			int pupil = Integer.parseInt(submission.pupil().value().substring(19)) - 10;
			WorkId work = school.journal.works.values()
				.stream()
				.filter((stands) -> stands.text().endsWith(SampleClass.link(submission.coursework().value())))
				.map(JournalWork::id)
				.findFirst()
				.orElseThrow();
			assertThat(submission.assignedGrade()).isNotNull();
			assertThat(school.journal.marksOf(work, SampleClass.pupil(pupil))).as("crash at %d", crashAt)
				.extracting(JournalMark::value)
				.containsExactly(String.valueOf(Math.max(1, submission.assignedGrade().intValue())));
		});
		Map<String, LedgerEntry> ledger = next.ledger.entries(SampleClass.SCHOOL, Flows.CLASSROOM,
				SampleClass.CLASS_7A.id());
		assertThat(ledger).hasSize(works + marks);
		assertThat(ledger.values()).as("crash at %d", crashAt).allSatisfy((entry) -> {
			assertThat(entry.unfinished()).isEmpty();
			assertThat(entry.last()).isNotNull();
			if (entry.key().kind() == EntryKind.MARK) {
				assertThat(school.journal.marks)
					.anyMatch((mark) -> mark.id().equals(entry.journalId()) && mark.value().equals(entry.last()));
			}
			else {
				assertThat(school.journal.works).containsKey(new WorkId(String.valueOf(entry.journalId())));
			}
		});
		assertThat(next.plans.waiting()).isEmpty();
	}

}
