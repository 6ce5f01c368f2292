package kz.kopir.run;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import kz.kopir.database.DatabaseTime;
import kz.kopir.school.SchoolId;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.support.KeepAliveLockProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One run per school and flow at a time, over all nodes that share the database.
 *
 * <p>
 * A lock is prolonged while its run works. If the process is killed, the next attempt on
 * the same node sees that the process is gone and takes the lock at once; another node
 * takes it when it has run out.
 */
public class RunLocks implements AutoCloseable {

	/** After this time without a sign of life another node may take the lock. */
	static final Duration RUNS_OUT_AFTER = Duration.ofMinutes(2);

	private static final Logger logger = LoggerFactory.getLogger(RunLocks.class);

	private final JdbcClient jdbc;

	private final Clock clock;

	private final LockHolder self;

	private final ScheduledExecutorService prolonging;

	private final LockProvider provider;

	/**
	 * Creates the locks of this process.
	 * @param template the database
	 * @param clock tells whether a lock has run out; real time, because ShedLock prolongs
	 * by real time, and a lock of another time would never be prolonged
	 * @param node this machine's name among those that share the database
	 */
	public RunLocks(JdbcTemplate template, Clock clock, String node) {
		this(template, clock, LockHolder.thisProcess(node));
	}

	RunLocks(JdbcTemplate template, Clock clock, LockHolder self) {
		this(template, clock, self, Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, "run-locks");
			thread.setDaemon(true);
			return thread;
		}));
	}

	RunLocks(JdbcTemplate template, Clock clock, LockHolder self, ScheduledExecutorService prolonging) {
		this.jdbc = JdbcClient.create(template);
		this.clock = clock;
		this.self = self;
		this.prolonging = prolonging;
		this.provider = new KeepAliveLockProvider(
				new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
					.withJdbcTemplate(template)
					.withLockedByValue(self.text())
					.build()),
				this.prolonging);
	}

	/**
	 * Takes the lock if nobody has it.
	 * @return the lock, or nothing if this flow runs for this school, here or elsewhere
	 */
	public Optional<RunLock> tryLock(SchoolId school, String flow) {
		String name = flow + ":" + school.value();
		freeIfHolderIsGone(name);
		return this.provider.lock(new LockConfiguration(this.clock.instant(), name, RUNS_OUT_AFTER, Duration.ZERO))
			.map((lock) -> new Held(name, lock));
	}

	private void freeIfHolderIsGone(String name) {
		this.jdbc.sql("select locked_by from shedlock where name = :name and lock_until > :now")
			.param("name", name)
			.param("now", DatabaseTime.toColumn(this.clock.instant()))
			.query(String.class)
			.optional()
			.filter((holder) -> this.self.seesGone(holder))
			.ifPresent((holder) -> free(name, holder));
	}

	private void free(String name, String holder) {
		// The holder is part of the condition: another process may have been faster.
		int freed = this.jdbc.sql("update shedlock set lock_until = :now where name = :name and locked_by = :holder")
			.param("now", DatabaseTime.toColumn(this.clock.instant()))
			.param("name", name)
			.param("holder", holder)
			.update();
		if (freed > 0) {
			logger.info("lock={} freed: its process {} on this node is gone", name, holder);
		}
	}

	/**
	 * Stops prolonging; locks that are still held run out.
	 */
	@Override
	public void close() {
		this.prolonging.shutdownNow();
	}

	private final class Held implements RunLock {

		private final String name;

		private final SimpleLock lock;

		private Held(String name, SimpleLock lock) {
			this.name = name;
			this.lock = lock;
		}

		@Override
		public boolean isHeld() {
			return RunLocks.this.jdbc.sql("""
					select count(*) from shedlock where name = :name and locked_by = :holder and lock_until > :now
					""")
				.param("name", this.name)
				.param("holder", RunLocks.this.self.text())
				.param("now", DatabaseTime.toColumn(RunLocks.this.clock.instant()))
				.query(Integer.class)
				.single() == 1;
		}

		@Override
		public void close() {
			this.lock.unlock();
		}

	}

}
