package kz.kopir.crash;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import kz.kopir.testing.TestDatabase;

/**
 * What the gateway's database says after its process is gone, or beside it.
 */
final class Books {

	private final TestDatabase database;

	private final String flow;

	/**
	 * @param flow whose runs they tell of
	 */
	Books(TestDatabase database, String flow) {
		this.flow = flow;
		this.database = database;
	}

	/** States of the runs, the first first. */
	List<String> runStates() {
		return this.database.jdbc()
			.sql("select state from run where flow = :flow order by started_at, id")
			.param("flow", this.flow)
			.query(String.class)
			.list();
	}

	String latestRun() {
		return this.database.jdbc()
			.sql("select id from run where flow = :flow order by started_at desc, id desc limit 1")
			.param("flow", this.flow)
			.query(String.class)
			.single();
	}

	/** Number of balance rows of a run that do not come out. */
	int rowsOffBalance(String run) {
		return this.database.jdbc().sql("""
				select count(*) from balance where run_id = :run
				and read_count <> delivered + unchanged + held + rejected
				""").param("run", run).query(Integer.class).single();
	}

	/** The balance of a run as texts, by class group and kind. */
	List<String> balance(String run) {
		return this.database.jdbc()
			.sql("select * from balance where run_id = :run order by class_group, kind")
			.param("run", run)
			.query((row, number) -> "%s %s: read %d delivered %d unchanged %d held %d rejected %d".formatted(
					row.getString("class_group"), row.getString("kind"), row.getLong("read_count"),
					row.getLong("delivered"), row.getLong("unchanged"), row.getLong("held"), row.getLong("rejected")))
			.list();
	}

	long delivered(String run) {
		return this.database.jdbc()
			.sql("select coalesce(sum(delivered), 0) from balance where run_id = :run")
			.param("run", run)
			.query(Long.class)
			.single();
	}

	/** How many deliveries the ledger has in each state. */
	Map<String, Long> deliveries() {
		Map<String, Long> states = new TreeMap<>();
		this.database.jdbc()
			.sql("select state, count(*) as deliveries from delivery group by state")
			.query((row, number) -> states.put(row.getString("state"), row.getLong("deliveries")))
			.list();
		return states;
	}

	/**
	 * Entries that the ledger holds as standing in the journal, with their last value.
	 */
	Map<String, String> standing() {
		Map<String, String> standing = new TreeMap<>();
		this.database.jdbc()
			.sql("select entry_key, to_value from delivery where state in ('confirmed', 'adopted') order by seq")
			.query((row, number) -> standing.put(row.getString("entry_key"), row.getString("to_value")))
			.list();
		return standing;
	}

}
