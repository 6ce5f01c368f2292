package kz.kopir.sync;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import kz.kopir.attendance.DistancePeriods;
import kz.kopir.mapping.SampleTables;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.StoredProblem;
import kz.kopir.run.BalanceRow;
import kz.kopir.school.Coursework;
import kz.kopir.school.Submission.State;
import kz.kopir.school.Term;
import kz.kopir.summative.SummativeStage;
import kz.kopir.testing.CrashPoints;
import kz.kopir.testing.OnBothDatabases;
import kz.kopir.testing.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * The second term of 2026-27 (2 November to 27 December) of a class, day by day. A БЖБ
 * must stand in the journal after three school days, a ТЖБ after two; teachers type what
 * the gateway hands them.
 */
@OnBothDatabases
class SummativeTermTest {

	private static final String COURSE = SampleClass.COURSE.id().value();

	private final TestDatabase database;

	private final SampleClass school = SampleClass.of(3);

	private int runs;

	SummativeTermTest(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void begin() {
		this.database.empty();
		this.school.write.remove(SyncPolicy.Capability.SUMMATIVE);
		this.school.from = LocalDate.of(2026, 11, 2);
		this.school.to = LocalDate.of(2026, 12, 31);
	}

	@Test
	void aBjbFromItsPlanToItsVerification() throws ControlRefused {
		String section = this.school.journalHas(1);
		this.school.summative("1", LocalDate.of(2026, 11, 12), "БЖБ №1");

		assertThat(on("2026-11-09T09:00")).isEmpty();
		assertThat(stage("1")).isEqualTo(SummativeStage.PLANNED);

		this.school.submission("1", 3, State.TURNED_IN, null);
		assertThat(on("2026-11-12T18:00")).isEmpty();
		assertThat(stage("1")).isEqualTo(SummativeStage.HELD);

		this.school.grade("1", 1, "9").grade("1", 2, "7");
		assertThat(on("2026-11-13T18:00")).containsExactly(ProblemCode.SUMMATIVE_HANDED_OVER);
		assertThat(stage("1")).isEqualTo(SummativeStage.GRADED);
		assertThat(item("1").lastDay()).isEqualTo("2026-11-17");

		type(section, 1, 9);
		type(section, 2, 6);
		assertThat(on("2026-11-16T09:00")).containsExactly(ProblemCode.SUMMATIVE_DIFFERS,
				ProblemCode.SUMMATIVE_DUE_SOON);
		assertThat(stage("1")).isEqualTo(SummativeStage.IN_JOURNAL);

		this.school.regraded("1", 3, "10");
		assertThat(on("2026-11-18T00:00")).containsExactly(ProblemCode.SUMMATIVE_DIFFERS, ProblemCode.SUMMATIVE_LATE,
				ProblemCode.SUMMATIVE_OVERDUE);
		refused(ControlRefused.Reason.NOT_ALLOWED,
				() -> desk().letThrough(SampleClass.SCHOOL, COURSE, "1", "teacher", "I was ill"));
		desk().letThrough(SampleClass.SCHOOL, COURSE, "1", "kopir", "The teacher was ill");
		assertThat(on("2026-11-18T10:00")).containsExactly(ProblemCode.SUMMATIVE_DIFFERS,
				ProblemCode.SUMMATIVE_HANDED_OVER, ProblemCode.SUMMATIVE_OVERDUE);

		type(section, 2, 7);
		type(section, 3, 10);
		assertThat(on("2026-11-19T09:00")).isEmpty();
		assertThat(stage("1")).isEqualTo(SummativeStage.VERIFIED);
		assertThat(item("1").standing()).isEqualTo(3);
		assertThat(item("1").policy()).isEqualTo("2026-09-01");
	}

	@Test
	void whereTheSchoolSwitchedItOnTheGatewayWritesAndReadsBackInOneRun() {
		this.school.write.add(SyncPolicy.Capability.SUMMATIVE);
		String section = this.school.journalHas(0);
		this.school.summative("1", LocalDate.of(2026, 12, 15), "ТЖБ, 2-тоқсан").grade("1", 1, "9").grade("1", 2, "0");
		assertThat(on("2026-12-16T18:00")).isEmpty();
		assertThat(this.school.journal.scores).isEqualTo(Map.of(cell(section, 1), 9, cell(section, 2), 0));
		assertThat(stage("1")).isEqualTo(SummativeStage.VERIFIED);
		assertThat(on("2026-12-17T18:00")).isEmpty();
	}

	@Test
	void everyRuleIsToldWithItsCodeAndNothingOfItReachesTheJournal() {
		this.school.write.add(SyncPolicy.Capability.SUMMATIVE);
		for (int part = 0; part <= 4; part++) {
			this.school.journalHas(part);
		}
		this.school.periods = DistancePeriods
			.of(SampleTables.of(DistancePeriods.COLUMNS, "grade,7,,2026-12-21,2026-12-25,1,No. 41 of 20.12.2026"));
		LocalDate day = LocalDate.of(2026, 11, 10);
		rule("1", day, "БЖБ №4", "9", ProblemCode.SECTION_SUMMATIVES_TOO_MANY);
		rule("1", day, "БЖБ №1, 1-тоқсан", "9", ProblemCode.SUMMATIVE_UNCLEAR);
		rule("1", day, "БЖБ", "9", ProblemCode.SUMMATIVE_UNCLEAR);
		rule("1", day, "БЖБ №1", "9.5", ProblemCode.SUMMATIVE_FRACTION);
		rule("1", day, "БЖБ №1", "11", ProblemCode.SUMMATIVE_ABOVE_MAXIMUM);
		rule("1", LocalDate.of(2026, 12, 25), "ТЖБ", "9", ProblemCode.TERM_SUMMATIVE_ON_LAST_DAY);
		this.school.summative("2", day, "БЖБ №2");
		rule("1", day, "БЖБ №1", "9", ProblemCode.SUMMATIVES_ON_ONE_DAY);
		this.school.summative("2", day.plusDays(1), "БЖБ №1");
		rule("1", day, "БЖБ №1", "9", ProblemCode.SUMMATIVE_TWICE);
		this.school.courseworks.remove("2");
		maximum("1", "12");
		rule("1", null, "", "9", ProblemCode.SUMMATIVE_MAXIMUM_DIFFERS);
		this.school.journal.sections.clear();
		rule("1", day, "БЖБ №1", "9", ProblemCode.SUMMATIVE_SECTION_MISSING);
		this.school.editPeriodDays = 2;
		this.school.journalHas(1);
		rule("1", day, "БЖБ №1", "9", ProblemCode.EDIT_PERIOD_OVER);
		assertThat(this.school.journal.scores).isEmpty();
	}

	@Test
	void aRemoteTjbIsCarriedWithAWarning() {
		this.school.write.add(SyncPolicy.Capability.SUMMATIVE);
		this.school.journalHas(0);
		this.school.periods = DistancePeriods
			.of(SampleTables.of(DistancePeriods.COLUMNS, "grade,7,,2026-12-21,2026-12-25,1,No. 41 of 20.12.2026"));
		this.school.summative("1", LocalDate.of(2026, 12, 22), "ТЖБ").grade("1", 1, "9");
		assertThat(on("2026-12-23T18:00")).containsExactly(ProblemCode.TERM_SUMMATIVE_REMOTE);
		assertThat(this.school.journal.scores).hasSize(1);
	}

	@Test
	void aTermIsClosedOnlyWhenEveryGradedWorkHasAState() throws ControlRefused {
		this.school.write.add(SyncPolicy.Capability.SUMMATIVE);
		this.school.journalHas(1);
		this.school.homework("1", LocalDate.of(2026, 11, 10)).grade("1", 1, "9");
		this.school.summative("2", LocalDate.of(2026, 12, 10), "БЖБ №1").grade("2", 1, "9.5").grade("2", 2, "8");
		on("2026-12-11T18:00");
		Term term = desk().term(SampleClass.SCHOOL, 2);
		refused(ControlRefused.Reason.NOT_NOW, () -> desk().close(SampleClass.SCHOOL, term, "kopir", "all is there"));
		at("2026-12-28T09:00");
		refused(ControlRefused.Reason.NOT_NOW, () -> desk().close(SampleClass.SCHOOL, term, "kopir", "all is there"));
		assertThat(desk().items(SampleClass.SCHOOL, term)).filteredOn((item) -> !item.hasState())
			.extracting(ControlItem::coursework, ControlItem::open, ControlItem::codes)
			.containsExactly(tuple("2", 1, List.of("SUMMATIVE_FRACTION")));
		desk().exclude(SampleClass.SCHOOL, COURSE, "2", "kopir", "Marked on paper");
		assertThat(desk().close(SampleClass.SCHOOL, term, "kopir", "all is there")).isEqualTo(2);
		assertThat(desk().items(SampleClass.SCHOOL, term)).extracting(ControlItem::excluded)
			.contains("kopir: Marked on paper");
	}

	@Test
	void anExcludedWorkStaysOutOfTheJournalAndNobodyIsAskedAboutItAnyMore() throws ControlRefused {
		this.school.write.add(SyncPolicy.Capability.SUMMATIVE);
		this.school.journalHas(1);
		this.school.homework("1", LocalDate.of(2026, 11, 12)).grade("1", 1, "9");
		this.school.summative("2", LocalDate.of(2026, 11, 12), "БЖБ №1").grade("2", 1, "9.5");
		assertThat(on("2026-11-13T18:00")).containsExactly(ProblemCode.SUMMATIVE_FRACTION);
		int standing = this.school.journal.marks.size();
		refused(ControlRefused.Reason.NOT_ALLOWED,
				() -> desk().exclude(SampleClass.SCHOOL, COURSE, "2", "teacher", "Marked on paper"));
		desk().exclude(SampleClass.SCHOOL, COURSE, "1", "kopir", "It was a rehearsal of the work");
		desk().exclude(SampleClass.SCHOOL, COURSE, "2", "kopir", "Marked on paper");
		this.school.regraded("1", 1, "5").grade("1", 2, "8").regraded("2", 1, "9");
		assertThat(on("2026-11-16T18:00")).isEmpty();
		assertThat(gateway().problems.open(SampleClass.SCHOOL)).isEmpty();
		assertThat(this.school.journal.scores).isEmpty();
		assertThat(this.school.journal.marks).hasSize(standing);
		assertThat(desk().items(SampleClass.SCHOOL, desk().term(SampleClass.SCHOOL, 2)))
			.extracting(ControlItem::excluded)
			.containsExactlyInAnyOrder("kopir: It was a rehearsal of the work", "kopir: Marked on paper");
	}

	@Test
	void aLateWorkIsNeverDroppedBecauseTheTermChanged() {
		this.school.journalHas(1);
		this.school.summative("1", LocalDate.of(2026, 12, 22), "БЖБ №1").grade("1", 1, "9");
		on("2026-12-23T18:00");
		this.school.from = LocalDate.of(2027, 1, 11);
		this.school.to = LocalDate.of(2027, 1, 11);
		assertThat(on("2027-01-11T18:00")).contains(ProblemCode.SUMMATIVE_HANDED_OVER, ProblemCode.SUMMATIVE_OVERDUE);
	}

	@Test
	void aDraftOfAPolicyShowsWhatWouldDifferAndChangesNothing() {
		this.school.journalHas(1);
		this.school.summative("1", LocalDate.of(2026, 11, 12), "БЖБ №1").grade("1", 1, "9");
		at("2026-11-18T10:00");
		this.school.run = "run-" + ++this.runs;
		this.school.dryRun = true;
		this.school.draft = this.school.policy.with("section-school-days", "5").toString();
		gateway().run(this.school);
		assertThat(gateway().simulations.ofRun(SampleClass.SCHOOL, this.school.run))
			.extracting(PolicyDifference::entry, PolicyDifference::now, PolicyDifference::then)
			.containsExactly(tuple("publication of coursework 17/1", "by 2026-11-17", "by 2026-11-19"),
					tuple(SampleClass.score("1", 1).text(), "SUMMATIVE_LATE", "SUMMATIVE_HANDED_OVER"));
		assertThat(gateway().problems.open(SampleClass.SCHOOL)).isEmpty();
		assertThat(gateway().control.items(SampleClass.SCHOOL, "70")).isEmpty();
	}

	private void rule(String id, LocalDate held, String title, String points, ProblemCode code) {
		if (held != null) {
			this.school.summative(id, held, title);
		}
		this.school.submissions.clear();
		this.school.grade(id, 1, points);
		assertThat(on("2026-11-13T18:00")).as("«%s», %s points", title, points).contains(code);
	}

	private void maximum(String id, String points) {
		Coursework before = this.school.courseworks.get(id);
		this.school.courseworks.put(id,
				new Coursework(before.id(), before.course(), before.title(), null, before.state(), before.type(),
						new BigDecimal(points), before.due(), before.created(), before.updated(), null, null, false,
						List.of(), before.link()));
	}

	/** A run at this time; the open problems after it, in the order of the catalogue. */
	private List<ProblemCode> on(String time) {
		at(time);
		this.school.run = "run-" + ++this.runs;
		assertThat(gateway().run(this.school).balance()).allMatch(BalanceRow::comesOut);
		return gateway().problems.open(SampleClass.SCHOOL)
			.stream()
			.map(StoredProblem::code)
			.filter((code) -> code.name().contains("SUMMATIVE") || code == ProblemCode.EDIT_PERIOD_OVER)
			.sorted(Comparator.comparing(ProblemCode::name))
			.toList();
	}

	private void at(String time) {
		this.school.now = LocalDateTime.parse(time).atZone(SampleClass.ALMATY).toInstant();
	}

	private GatewayProcess gateway() {
		return new GatewayProcess(this.database.dataSource(), this.school.rules(), new CrashPoints(0),
				Clock.fixed(this.school.now, SampleClass.ALMATY));
	}

	private ControlDesk desk() {
		return gateway().controlDesk;
	}

	private SummativeStage stage(String coursework) {
		return item(coursework).stage();
	}

	private ControlItem item(String coursework) {
		return gateway().control.item(SampleClass.SCHOOL, COURSE, coursework).orElseThrow();
	}

	private void type(String section, int pupil, int score) {
		this.school.journal.scores.put(cell(section, pupil), score);
	}

	private static CriteriaView.Cell cell(String section, int pupil) {
		return new CriteriaView.Cell(section, SampleClass.pupil(pupil));
	}

	private static void refused(ControlRefused.Reason reason, ThrowingCallable decision) {
		assertThatExceptionOfType(ControlRefused.class).isThrownBy(decision)
			.satisfies((refused) -> assertThat(refused.reason()).isEqualTo(reason));
	}

}
