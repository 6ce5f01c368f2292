package kz.kopir.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the gateway wrote down of its runs, looked up in its database.
 */
final class GatewayDatabase {

	private final Path file;

	private final JdbcClient jdbc;

	GatewayDatabase(Path file) {
		this.file = file;
		SQLiteConfig config = new SQLiteConfig();
		config.setBusyTimeout(10_000);
		SQLiteDataSource source = new SQLiteDataSource(config);
		source.setUrl("jdbc:sqlite:" + file);
		this.jdbc = JdbcClient.create(source);
	}

	/** 0 while there is no database yet. */
	int runs() {
		if (!Files.exists(this.file) || count("select count(*) from sqlite_master where name = 'delivery'") == 0) {
			return 0;
		}
		return (int) count("select count(*) from run");
	}

	boolean isRunning() {
		return count("select count(*) from run where state = 'running'") > 0;
	}

	/** The run that began last. */
	RunRow latest() {
		return this.jdbc.sql("""
				select id, state, from_date, to_date, started_at, ended_at from run order by started_at desc limit 1
				""")
			.query((row, number) -> new RunRow(row.getString("id"), row.getString("state"), row.getString("from_date"),
					row.getString("to_date"), row.getLong("ended_at") - row.getLong("started_at")))
			.single();
	}

	/** Records that a run read. */
	long records(String run) {
		return this.jdbc.sql("select coalesce(sum(value), 0) from run_count where run_id = ? and name like 'records.%'")
			.param(run)
			.query(Long.class)
			.single();
	}

	/** Entries that a run wrote and read back. */
	List<Delivery> delivered(String run) {
		return this.jdbc.sql("""
				select class_group, kind, action, journal_id from delivery
				where run_id = ? and state = 'confirmed' order by class_group, seq
				""")
			.param(run)
			.query((row, number) -> new Delivery(row.getString("class_group"), row.getString("kind").equals("mark"),
					row.getString("journal_id")))
			.list();
	}

	/** Deliveries of a run with any other end. */
	long notDelivered(String run) {
		return this.jdbc.sql("select count(*) from delivery where run_id = ? and state <> 'confirmed'")
			.param(run)
			.query(Long.class)
			.single();
	}

	/** Linked courses by class group. */
	Map<String, Set<String>> courses() {
		Map<String, Set<String>> courses = new LinkedHashMap<>();
		this.jdbc.sql("select source_id, target from link where kind = 'course' order by target, source_id")
			.query((RowCallbackHandler) (row) -> {
				String target = row.getString("target");
				courses.computeIfAbsent(target.substring(0, target.indexOf('/')), (group) -> new TreeSet<>())
					.add(row.getString("source_id"));
			});
		return courses;
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

	/**
	 * A run.
	 *
	 * @param id its id
	 * @param state how it ended
	 * @param from first day
	 * @param to last day
	 * @param millis how long it took
	 */
	record RunRow(String id, String state, String from, String to, long millis) {
	}

	/**
	 * A delivered entry.
	 *
	 * @param classGroup its class group
	 * @param mark whether it is a mark; otherwise a work
	 * @param journalId the journal's id
	 */
	record Delivery(String classGroup, boolean mark, String journalId) {
	}

}
