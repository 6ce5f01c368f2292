package kz.kopir.database;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import kz.kopir.testing.OnBothDatabases;
import kz.kopir.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@OnBothDatabases
class DatabaseTest {

	private static final Instant MORNING = Instant.parse("2026-11-23T03:00:00.123456789Z");

	private final TestDatabase database;

	DatabaseTest(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void empty() {
		this.database.empty();
	}

	@Test
	void aMomentComesBackInWholeMillisecondsWhateverTheDatabase() {
		addRun("run-1");
		Instant read = this.database.jdbc()
			.sql("select started_at from run where id = 'run-1'")
			.query((row, number) -> DatabaseTime.instant(row, "started_at"))
			.single();
		assertThat(read).isEqualTo(Instant.parse("2026-11-23T03:00:00.123Z"));
	}

	@Test
	void momentsAreComparedInSql() {
		addRun("run-1");
		assertThat(runsStartedAfter(MORNING.minusMillis(1))).containsExactly("run-1");
		assertThat(runsStartedAfter(MORNING)).isEmpty();
	}

	@Test
	void aMissingMomentStaysMissing() {
		addRun("run-1");
		assertThat(this.database.jdbc()
			.sql("select ended_at from run")
			.query((row, number) -> DatabaseTime.nullableInstant(row, "ended_at") == null)
			.single()).isTrue();
	}

	@Test
	void aRowWithoutItsRunIsRefused() {
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.database.jdbc()
			.sql("insert into run_count (run_id, name, value) values ('nobody', 'requests', 1)")
			.update());
	}

	@Test
	void aStateThatNobodyKnowsIsRefused() {
		addRun("run-1");
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.database.jdbc().sql("update run set state = 'perhaps'").update());
	}

	@Test
	void theSameKeyTwiceIsRefusedAsThat() {
		addRun("run-1");
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> addRun("run-1"));
	}

	@Test
	void transactionsThatReadBeforeTheyWriteWaitForEachOther() throws Exception {
		addRun("run-1");
		this.database.jdbc()
			.sql("insert into run_count (run_id, name, value) values ('run-1', 'requests', 0)")
			.update();
		ExecutorService workers = Executors.newFixedThreadPool(4);
		try {
			CountDownLatch together = new CountDownLatch(4);
			List<Future<Integer>> done = IntStream.range(0, 4).mapToObj((worker) -> workers.submit(() -> {
				together.countDown();
				together.await();
				for (int time = 0; time < 5; time++) {
					addOneAfterReading();
				}
				return worker;
			})).toList();
			for (Future<Integer> worker : done) {
				worker.get();
			}
		}
		finally {
			workers.shutdownNow();
		}
		assertThat(this.database.jdbc()
			.sql("select value from run_count where name = 'requests'")
			.query(Long.class)
			.single()).isEqualTo(20);
	}

	private void addOneAfterReading() {
		this.database.transactions().executeWithoutResult((status) -> {
			this.database.jdbc().sql("select count(*) from run").query(Long.class).single();
			this.database.jdbc().sql("update run_count set value = value + 1 where run_id = 'run-1'").update();
		});
	}

	private List<String> runsStartedAfter(Instant instant) {
		return this.database.jdbc()
			.sql("select id from run where started_at > :instant")
			.param("instant", DatabaseTime.toColumn(instant))
			.query(String.class)
			.list();
	}

	private void addRun(String id) {
		this.database.jdbc().sql("""
				insert into run (id, school, flow, trigger, requested_by, dry_run, state, started_at)
				values (:id, 'school-1', 'classroom', 'manual', 'it', :dry, 'running', :at)
				""").param("id", id).param("dry", false).param("at", DatabaseTime.toColumn(MORNING)).update();
	}

}
