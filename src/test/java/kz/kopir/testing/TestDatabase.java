package kz.kopir.testing;

import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import kz.kopir.database.ConnectionPool;
import kz.kopir.database.DatabaseSettings;
import kz.kopir.database.Jdbc;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One fresh, migrated and empty database with what a store needs.
 */
public final class TestDatabase implements AutoCloseable {

	/** Children before parents, so that they can be emptied in this order. */
	private static final List<String> TABLES = List.of("policy_difference", "run_count", "balance", "delivery", "plan",
			"run", "problem_event", "problem_book", "problem_line", "problem", "link", "meeting_row", "meeting",
			"zoom_event", "zoom_listing", "zoom_user", "zoom_budget", "attendance_decision", "participant_alias",
			"attendance_evidence", "report_file", "report_header", "control_item", "summative_score", "late_approval",
			"control_exclusion", "term_closing", "term_preview", "given_work", "remote_lesson", "policy_version",
			"mail_told", "mail_content", "mail_attempt", "mail", "mail_channel", "shedlock");

	private final DatabaseSettings settings;

	private final HikariDataSource dataSource;

	private final Runnable removal;

	TestDatabase(DatabaseSettings settings, Runnable removal) {
		this.settings = settings;
		this.dataSource = ConnectionPool.open(settings);
		this.removal = removal;
	}

	/**
	 * How another process or an application context reaches the same database.
	 */
	public DatabaseSettings settings() {
		return this.settings;
	}

	public HikariDataSource dataSource() {
		return this.dataSource;
	}

	public JdbcTemplate template() {
		return Jdbc.template(this.dataSource);
	}

	public JdbcClient jdbc() {
		return JdbcClient.create(template());
	}

	public TransactionTemplate transactions() {
		return new TransactionTemplate(new JdbcTransactionManager(this.dataSource));
	}

	/**
	 * Empties all tables: for tests of one class that must not see each other's rows.
	 */
	public void empty() {
		transactions()
			.executeWithoutResult((status) -> TABLES.forEach((table) -> jdbc().sql("delete from " + table).update()));
	}

	/**
	 * Empties all tables but that of the locks: for tests of a gateway that is at work.
	 * Its lock provider remembers which rows it has made and would wait for them.
	 */
	public void emptyButForLocks() {
		transactions().executeWithoutResult((status) -> TABLES.stream()
			.filter((table) -> !table.equals("shedlock"))
			.forEach((table) -> jdbc().sql("delete from " + table).update()));
	}

	@Override
	public void close() {
		this.dataSource.close();
		this.removal.run();
	}

	@Override
	public String toString() {
		return this.settings.isSqlite() ? "SQLite" : "PostgreSQL";
	}

}
