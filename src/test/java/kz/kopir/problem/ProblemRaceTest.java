package kz.kopir.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

import kz.kopir.testing.OnBothDatabases;
import kz.kopir.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static kz.kopir.problem.SampleProblems.MORNING;
import static kz.kopir.problem.SampleProblems.SCHOOL;
import static kz.kopir.problem.SampleProblems.SEVEN_A;
import static kz.kopir.problem.SampleProblems.notLinked;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Persons decide while runs report: whatever the order, nothing is lost, and the history
 * tells exactly what happened.
 */
@OnBothDatabases
class ProblemRaceTest {

	private static final int ROUNDS = 25;

	private final TestDatabase database;

	private final Problems problems;

	ProblemRaceTest(TestDatabase database) {
		this.database = database;
		this.problems = SampleProblems.at(database, MORNING);
	}

	@BeforeEach
	void begin() {
		SampleProblems.begin(this.database);
	}

	@Test
	void aDecisionAndAReportAtTheSameTimeAreBothKept() throws Exception {
		for (int round = 0; round < ROUNDS; round++) {
			SampleProblems.begin(this.database);
			this.problems.report(SCHOOL, "run-1", notLinked("u-1"));
			String id = this.problems.open(SCHOOL).get(0).id();
			atOnce(List.of(() -> this.problems.resolve(SCHOOL, id, "it", "Known"), () -> {
				this.problems.report(SCHOOL, "run-2", notLinked("u-1", "u-2"));
				return null;
			}));
			StoredProblem after = this.problems.find(SCHOOL, id).orElseThrow();
			List<ProblemEventKind> history = this.problems.history(SCHOOL, id)
				.stream()
				.map(ProblemEvent::kind)
				.toList();
			assertThat(after.lines()).hasSize(2);
			assertThat(after.lastRun()).isEqualTo("run-2");
			if (after.state() == ProblemState.RESOLVED) {
				assertThat(history).containsExactly(ProblemEventKind.OPENED, ProblemEventKind.WORSENED,
						ProblemEventKind.RESOLVED);
			}
			else {
				assertThat(after.state()).isEqualTo(ProblemState.OPEN);
				assertThat(history).containsExactly(ProblemEventKind.OPENED, ProblemEventKind.RESOLVED,
						ProblemEventKind.REOPENED);
			}
		}
	}

	@Test
	void whoReadsEventsWhileManyWriteMissesNoneAndSeesThemInOrder() throws Exception {
		List<Callable<Object>> writers = new ArrayList<>();
		for (int writer = 0; writer < 4; writer++) {
			String course = "c-" + writer;
			String shared = "u-" + writer;
			writers.add(() -> {
				for (int round = 0; round < ROUNDS; round++) {
					this.problems.report(SCHOOL, "run-1",
							List.of(notLinked(course, SEVEN_A, "u-1"), notLinked("c-shared", SEVEN_A, shared)));
					this.problems.replace(SCHOOL, "run-2", course, List.of());
				}
				return null;
			});
		}
		AtomicBoolean written = new AtomicBoolean();
		List<Long> read = new ArrayList<>();
		ExecutorService reader = Executors.newSingleThreadExecutor();
		try {
			Future<?> reading = reader.submit(() -> {
				boolean last;
				do {
					last = written.get();
					long known = read.isEmpty() ? 0 : read.get(read.size() - 1);
					this.problems.eventsAfter(SCHOOL, known, 7).forEach((event) -> read.add(event.seq()));
				}
				while (!last || !this.problems.eventsAfter(SCHOOL, read.size(), 1).isEmpty());
			});
			atOnce(writers);
			written.set(true);
			reading.get();
		}
		finally {
			reader.shutdownNow();
		}
		long expected = 4 * ROUNDS * 2 + 1;
		assertThat(read).isEqualTo(LongStream.rangeClosed(1, expected).boxed().toList());
	}

	private static void atOnce(List<Callable<Object>> deeds) throws InterruptedException, ExecutionException {
		CountDownLatch start = new CountDownLatch(1);
		ExecutorService persons = Executors.newFixedThreadPool(deeds.size());
		try {
			List<Future<Object>> done = new ArrayList<>();
			deeds.forEach((deed) -> done.add(persons.submit(() -> {
				start.await();
				return deed.call();
			})));
			start.countDown();
			for (Future<Object> one : done) {
				one.get();
			}
		}
		finally {
			persons.shutdownNow();
		}
	}

}
