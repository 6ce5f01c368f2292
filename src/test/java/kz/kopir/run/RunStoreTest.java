package kz.kopir.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import kz.kopir.school.SchoolId;
import kz.kopir.testing.OnBothDatabases;
import kz.kopir.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@OnBothDatabases
class RunStoreTest {

	private static final SchoolId SCHOOL = new SchoolId("school-1");

	private static final Instant MORNING = Instant.parse("2026-11-23T03:00:00Z");

	private final TestDatabase database;

	private final RunStore runs;

	RunStoreTest(TestDatabase database) {
		this.database = database;
		this.runs = new RunStore(database.template());
	}

	@BeforeEach
	void empty() {
		this.database.empty();
	}

	@Test
	void aRunComesBackAsItBegan() {
		Run run = Run.begun("run-1", new RunRequest(SCHOOL, "classroom", RunTriggerKind.MANUAL, "it", true,
				LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 20)), MORNING);
		this.runs.begin(run);
		assertThat(this.runs.find("run-1")).contains(run);
	}

	@Test
	void aRunEndsOnce() {
		begin("run-1", SCHOOL, MORNING);
		this.runs.end("run-1", RunState.RED, MORNING.plusSeconds(60), null);
		assertThat(this.runs.find("run-1").orElseThrow().state()).isEqualTo(RunState.RED);
		assertThat(this.runs.find("run-1").orElseThrow().endedAt()).isEqualTo(MORNING.plusSeconds(60));
		assertThatIllegalStateException()
			.isThrownBy(() -> this.runs.end("run-1", RunState.FINISHED, MORNING.plusSeconds(61), null))
			.withMessageContaining("run-1");
		assertThat(this.runs.find("run-1").orElseThrow().state()).isEqualTo(RunState.RED);
	}

	@Test
	void aFailedRunSaysWhy() {
		begin("run-1", SCHOOL, MORNING);
		this.runs.end("run-1", RunState.FAILED, MORNING.plusSeconds(5), "CLASSROOM_UNAVAILABLE");
		assertThat(this.runs.find("run-1").orElseThrow().failureCode()).isEqualTo("CLASSROOM_UNAVAILABLE");
	}

	@Test
	void anAbandonedRunIsInterruptedAndOthersAreLeftAlone() {
		begin("killed", SCHOOL, MORNING);
		begin("of-another-school", new SchoolId("school-2"), MORNING);
		begin("ended", SCHOOL, MORNING.minusSeconds(600));
		this.runs.end("ended", RunState.FINISHED, MORNING.minusSeconds(500), null);
		assertThat(this.runs.interruptAbandoned(SCHOOL, "classroom", MORNING.plusSeconds(60))).isEqualTo(1);
		assertThat(this.runs.find("killed").orElseThrow().state()).isEqualTo(RunState.INTERRUPTED);
		assertThat(this.runs.find("of-another-school").orElseThrow().state()).isEqualTo(RunState.RUNNING);
		assertThat(this.runs.find("ended").orElseThrow().state()).isEqualTo(RunState.FINISHED);
	}

	@Test
	void theLatestRunComesFirst() {
		begin("earlier", SCHOOL, MORNING);
		begin("later", SCHOOL, MORNING.plusMillis(1));
		begin("of-another-school", new SchoolId("school-2"), MORNING.plusSeconds(9));
		assertThat(this.runs.latest(2)).extracting(Run::id).containsExactly("of-another-school", "later");
		assertThat(this.runs.latestOf(SCHOOL, "classroom")).map(Run::id).contains("later");
		assertThat(this.runs.latestOf(SCHOOL, "zoom")).isEmpty();
	}

	@Test
	void runsAreListedPageByPageOfOneSchoolAndFlow() {
		begin("first", SCHOOL, MORNING);
		begin("second", SCHOOL, MORNING.plusSeconds(1));
		begin("third", SCHOOL, MORNING.plusSeconds(2));
		begin("of-another-school", new SchoolId("school-2"), MORNING.plusSeconds(9));
		assertThat(this.runs.latest(SCHOOL, "classroom", 1, 5)).extracting(Run::id).containsExactly("second", "first");
		assertThat(this.runs.latest(SCHOOL, null, 0, 2)).extracting(Run::id).containsExactly("third", "second");
		assertThat(this.runs.latest(null, "classroom", 0, 1)).extracting(Run::id).containsExactly("of-another-school");
		assertThat(this.runs.latest(SCHOOL, "zoom", 0, 5)).isEmpty();
	}

	@Test
	void aDryRunStandsForNoRealOne() {
		begin("real", SCHOOL, MORNING);
		this.runs.begin(
				Run.begun("dry", new RunRequest(SCHOOL, "classroom", RunTriggerKind.MANUAL, "kopir", true, null, null),
						MORNING.plusMillis(1)));
		assertThat(this.runs.latestOf(SCHOOL, "classroom")).map(Run::id).contains("real");
	}

	@Test
	void countsAddUp() {
		begin("run-1", SCHOOL, MORNING);
		this.runs.addCounts("run-1", Map.of("requests", 40L, "records", 1_000L));
		this.runs.addCounts("run-1", Map.of("requests", 2L));
		assertThat(this.runs.counts("run-1")).isEqualTo(Map.of("requests", 42L, "records", 1_000L));
	}

	@Test
	void aLineOfTheBalanceIsReplacedNotDoubled() {
		begin("run-1", SCHOOL, MORNING);
		BalanceRow homework = new BalanceRow("19", "7 «А»", "homework", 1, 3, 2, 1, 0, 0);
		this.runs.saveBalance("run-1", List.of(homework, new BalanceRow("19", "7 «А»", "formative", 0, 9, 0, 0, 0, 0)));
		BalanceRow marks = new BalanceRow("19", "7 «А»", "formative", 0, 9, 4, 3, 1, 1);
		this.runs.saveBalance("run-1", List.of(marks));
		assertThat(this.runs.balance("run-1")).containsExactly(marks, homework).allMatch(BalanceRow::comesOut);
	}

	@Test
	void aBalanceWithARecordUnaccountedForDoesNotComeOut() {
		assertThat(new BalanceRow("19", "7 «А»", "formative", 5, 9, 4, 3, 1, 0).comesOut()).isFalse();
	}

	private void begin(String id, SchoolId school, Instant at) {
		this.runs.begin(Run.begun(id,
				new RunRequest(school, "classroom", RunTriggerKind.SCHEDULE, "schedule", false, null, null), at));
	}

}
