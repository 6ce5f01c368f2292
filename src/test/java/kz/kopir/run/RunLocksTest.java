package kz.kopir.run;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import kz.kopir.database.DatabaseTime;
import kz.kopir.school.SchoolId;
import kz.kopir.testing.OnBothDatabases;
import kz.kopir.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class RunLocksTest {

	private static final SchoolId SCHOOL = new SchoolId("school-1");

	private final TestDatabase database;

	private final Clock clock = Clock.systemUTC();

	private RunLocks here;

	private RunLocks elsewhere;

	RunLocksTest(TestDatabase database) {
		this.database = database;
		this.here = new RunLocks(database.template(), this.clock, "node-1");
		this.elsewhere = new RunLocks(database.template(), this.clock, "node-2");
	}

	@BeforeEach
	void empty() {
		this.database.empty();
	}

	@AfterEach
	void close() {
		this.here.close();
		this.elsewhere.close();
	}

	@Test
	void aFlowRunsOnceAtATimeForASchool() {
		try (RunLock lock = this.here.tryLock(SCHOOL, "classroom").orElseThrow()) {
			assertThat(lock.isHeld()).isTrue();
			assertThat(this.here.tryLock(SCHOOL, "classroom")).isEmpty();
			assertThat(this.elsewhere.tryLock(SCHOOL, "classroom")).isEmpty();
		}
	}

	@Test
	void anotherSchoolAndAnotherFlowRunBesideIt() {
		try (RunLock lock = this.here.tryLock(SCHOOL, "classroom").orElseThrow();
				RunLock otherSchool = this.elsewhere.tryLock(new SchoolId("school-2"), "classroom").orElseThrow();
				RunLock otherFlow = this.here.tryLock(SCHOOL, "zoom").orElseThrow()) {
			assertThat(lock.isHeld()).isTrue();
			assertThat(otherSchool.isHeld()).isTrue();
			assertThat(otherFlow.isHeld()).isTrue();
		}
	}

	@Test
	void aLockGivenBackIsFreeForAnybody() {
		RunLock first = this.here.tryLock(SCHOOL, "classroom").orElseThrow();
		first.close();
		assertThat(first.isHeld()).isFalse();
		assertThat(this.elsewhere.tryLock(SCHOOL, "classroom")).isPresent();
	}

	@Test
	void theLockOfAKilledProcessOfThisNodeIsFreeAtOnce() throws Exception {
		holdAs(killedProcess("node-1"));
		assertThat(this.elsewhere.tryLock(SCHOOL, "classroom")).isEmpty();
		assertThat(this.here.tryLock(SCHOOL, "classroom")).isPresent();
	}

	@Test
	void theLockOfALivingProcessOfThisNodeIsRespected() {
		LockHolder living = LockHolder.of("node-1", ProcessHandle.current().parent().orElseThrow());
		holdAs(living);
		assertThat(this.here.tryLock(SCHOOL, "classroom")).isEmpty();
	}

	@Test
	void aProcessIdThatWasUsedAgainIsNotTheHolder() {
		LockHolder parent = LockHolder.of("node-1", ProcessHandle.current().parent().orElseThrow());
		holdAs(new LockHolder("node-1", parent.pid(), parent.startedAtMillis() - 60_000));
		assertThat(this.here.tryLock(SCHOOL, "classroom")).isPresent();
	}

	@Test
	void inAContainerTheEarlierStartHasTheSameProcessId() {
		LockHolder self = LockHolder.thisProcess("node-1");
		holdAs(new LockHolder("node-1", self.pid(), self.startedAtMillis() - 500));
		assertThat(this.here.tryLock(SCHOOL, "classroom")).isPresent();
	}

	@Test
	void theLockOfAnotherNodeRunsOut() throws Exception {
		holdAs(killedProcess("node-2"));
		assertThat(this.here.tryLock(SCHOOL, "classroom")).isEmpty();
		lockRunsOutAt(this.clock.instant().minusMillis(1));
		assertThat(this.here.tryLock(SCHOOL, "classroom")).isPresent();
	}

	@Test
	void whoSleptOverTheEndOfItsLockKnowsThatItIsLost() {
		RunLock slept = this.here.tryLock(SCHOOL, "classroom").orElseThrow();
		lockRunsOutAt(this.clock.instant().minusMillis(1));
		assertThat(slept.isHeld()).isFalse();
		Optional<RunLock> taken = this.elsewhere.tryLock(SCHOOL, "classroom");
		assertThat(taken).isPresent();
		slept.close();
		assertThat(taken.orElseThrow().isHeld()).isTrue();
	}

	@Test
	void aLockIsProlongedWhileItsRunWorks() {
		ByHand prolonging = new ByHand();
		try (RunLocks locks = new RunLocks(this.database.template(), this.clock, LockHolder.thisProcess("node-1"),
				prolonging); RunLock lock = locks.tryLock(SCHOOL, "classroom").orElseThrow()) {
			lockRunsOutAt(this.clock.instant().plusSeconds(5));
			prolonging.task.run();
			Instant until = this.database.jdbc()
				.sql("select lock_until from shedlock")
				.query((row, number) -> DatabaseTime.instant(row, "lock_until"))
				.single();
			assertThat(until).isAfter(this.clock.instant().plusSeconds(60));
			assertThat(lock.isHeld()).isTrue();
		}
	}

	private void lockRunsOutAt(Instant instant) {
		this.database.jdbc()
			.sql("update shedlock set lock_until = :until")
			.param("until", DatabaseTime.toColumn(instant))
			.update();
	}

	private void holdAs(LockHolder holder) {
		RunLocks locks = new RunLocks(this.database.template(), this.clock, holder);
		assertThat(locks.tryLock(SCHOOL, "classroom")).isPresent();
		locks.close();
	}

	private static LockHolder killedProcess(String node) throws Exception {
		Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-version")
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		LockHolder holder = LockHolder.of(node, process.toHandle());
		process.destroyForcibly().waitFor();
		return holder;
	}

	/** Prolongs when the test says so. */
	private static final class ByHand extends ScheduledThreadPoolExecutor {

		private Runnable task = () -> {
			throw new AssertionError("Nothing is prolonged.");
		};

		private ByHand() {
			super(1);
		}

		@Override
		public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
			this.task = command;
			return super.scheduleAtFixedRate(() -> {
			}, 1, 1, TimeUnit.DAYS);
		}

	}

}
