package kz.kopir.sync;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import kz.kopir.call.Troubles;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.Problems;
import kz.kopir.roster.LinkStore;
import kz.kopir.run.Run;
import kz.kopir.run.RunLockLostException;
import kz.kopir.run.RunLocks;
import kz.kopir.run.RunRefused;
import kz.kopir.run.RunRequest;
import kz.kopir.run.RunState;
import kz.kopir.run.RunStore;
import kz.kopir.run.RunTriggerKind;
import kz.kopir.testing.OnBothDatabases;
import kz.kopir.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@OnBothDatabases
class RunsTest {

	private final TestDatabase database;

	private final Clock clock = Clock.fixed(SampleClass.NOW, ZoneOffset.UTC);

	private final RunStore store;

	private final RunLocks locks;

	private final Problems problems;

	private final Launcher launcher = new Launcher();

	private final List<RunEnd> ends = new ArrayList<>();

	private final Runs runs;

	RunsTest(TestDatabase database) {
		this.database = database;
		this.store = new RunStore(database.template());
		this.locks = new RunLocks(database.template(), Clock.systemUTC(), "node-1");
		this.problems = new Problems(database.template(), database.transactions(), this.clock);
		this.runs = new Runs(new SchoolBook(Map.of(SampleClass.SCHOOL, SchoolSource.fixed(SampleClass.of(1).rules()))),
				this.store, this.locks, new LinkStore(database.template(), database.transactions()), this.problems,
				new Troubles(), this.clock, SampleClass.ALMATY, this.launcher, this.ends::add);
	}

	@BeforeEach
	void empty() {
		this.database.empty();
	}

	@AfterEach
	void close() {
		this.locks.close();
	}

	@Test
	void beforeTheRoutesRunNoRunBegins() {
		this.launcher.ready = false;
		assertThatThrownBy(this::start).isInstanceOfSatisfying(RunRefused.class,
				(refused) -> assertThat(refused.reason()).isEqualTo(RunRefused.Reason.NOT_READY));
		assertThat(this.store.latest(5)).isEmpty();
	}

	@Test
	void aRunThatTheRoutesCannotTakeEndsAndTheNextOneCanBegin() throws Exception {
		String id = start();
		assertThatThrownBy(this::start).isInstanceOf(RunRefused.class);
		this.launcher.failed.accept(new IllegalStateException("no route"));
		Run run = this.store.find(id).orElseThrow();
		assertThat(run.state()).isEqualTo(RunState.FAILED);
		assertThat(this.ends).hasSize(1);
		assertThat(this.problems.open(SampleClass.SCHOOL)).extracting((problem) -> problem.code())
			.containsExactly(ProblemCode.RUN_FAILED);
	}

	@Test
	void aRunThatLostItsLockWritesNothingMoreAndSaysSo() throws Exception {
		start();
		RunOrder order = this.launcher.order;
		this.runs.requireLock(order.run());
		this.database.jdbc().sql("update shedlock set locked_by = 'another process'").update();
		assertThatThrownBy(() -> this.runs.requireLock(order.run())).isInstanceOfSatisfying(RunLockLostException.class,
				(lost) -> this.runs.classGroupFailed(SampleClass.of(1).order(), lost));
		assertThat(this.problems.open(SampleClass.SCHOOL)).extracting((problem) -> problem.code())
			.containsExactly(ProblemCode.RUN_LOCK_LOST);
	}

	@Test
	void whatARunHasCountedIsKnownWhileItIsUnderWay() throws Exception {
		String id = start();
		this.launcher.order.run().counts().add("classGroups.done", 2);
		assertThat(this.runs.counts(id)).contains(Map.of("classGroups.done", 2L));
		this.runs.finish(this.launcher.order, List.of());
		assertThat(this.runs.counts(id)).isEmpty();
	}

	@Test
	void attendanceRunsOnlyInADistanceLearningPeriod() {
		assertThatThrownBy(() -> this.runs.start(
				new RunRequest(SampleClass.SCHOOL, Flows.ATTENDANCE, RunTriggerKind.MANUAL, "it", false, null, null)))
			.isInstanceOfSatisfying(RunRefused.class,
					(refused) -> assertThat(refused.reason()).isEqualTo(RunRefused.Reason.NO_DISTANCE_PERIOD));
		assertThat(this.runs.isWorthwhile(SampleClass.SCHOOL, Flows.ATTENDANCE)).isFalse();
		assertThat(this.runs.isWorthwhile(SampleClass.SCHOOL, Flows.CLASSROOM)).isTrue();
	}

	private String start() throws RunRefused {
		return this.runs.start(new RunRequest(SampleClass.SCHOOL, Flows.CLASSROOM, RunTriggerKind.SCHEDULE, "schedule",
				false, null, null));
	}

	/** Takes a run and does nothing with it. */
	private static final class Launcher implements RunLauncher {

		private boolean ready = true;

		private RunOrder order;

		private Consumer<Exception> failed;

		@Override
		public boolean isReady() {
			return this.ready;
		}

		@Override
		public void launch(RunOrder order, Consumer<Exception> failed) {
			this.order = order;
			this.failed = failed;
		}

	}

}
