package kz.kopir.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import kz.kopir.database.DatabaseTime;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Remembers runs with their counts and balances.
 */
@Repository
public class RunStore {

	private final JdbcTemplate template;

	private final JdbcClient jdbc;

	public RunStore(JdbcTemplate template) {
		this.template = template;
		this.jdbc = JdbcClient.create(template);
	}

	/**
	 * Remembers that a run has begun.
	 */
	public void begin(Run run) {
		this.jdbc.sql("""
				insert into run (id, school, flow, trigger, requested_by, dry_run, from_date, to_date, state,
					started_at, ended_at, failure_code)
				values (:id, :school, :flow, :trigger, :requestedBy, :dryRun, :from, :to, :state, :startedAt, :endedAt,
					:failureCode)
				""")
			.param("id", run.id())
			.param("school", run.school().value())
			.param("flow", run.flow())
			.param("trigger", column(run.trigger()))
			.param("requestedBy", run.requestedBy())
			.param("dryRun", run.dryRun())
			.param("from", DatabaseTime.toColumn(run.from()))
			.param("to", DatabaseTime.toColumn(run.to()))
			.param("state", column(run.state()))
			.param("startedAt", DatabaseTime.toColumn(run.startedAt()))
			.param("endedAt", DatabaseTime.toColumn(run.endedAt()))
			.param("failureCode", run.failureCode())
			.update();
	}

	/**
	 * Remembers how a run ended.
	 * @throws IllegalStateException if it does not run: an end is never overwritten
	 */
	public void end(String id, RunState state, Instant endedAt, @Nullable String failureCode) {
		int ended = this.jdbc.sql("""
				update run set state = :state, ended_at = :endedAt, failure_code = :failureCode
				where id = :id and state = 'running'
				""")
			.param("state", column(state))
			.param("endedAt", DatabaseTime.toColumn(endedAt))
			.param("failureCode", failureCode)
			.param("id", id)
			.update();
		if (ended == 0) {
			throw new IllegalStateException("Run " + id + " does not run and cannot end as " + column(state));
		}
	}

	/**
	 * Marks what still counts as running although nobody runs it. Call it while holding
	 * the lock of this flow and school, before the new run begins.
	 * @return how many runs were left behind
	 */
	public int interruptAbandoned(SchoolId school, String flow, Instant noticedAt) {
		return this.jdbc.sql("""
				update run set state = 'interrupted', ended_at = :noticedAt
				where school = :school and flow = :flow and state = 'running'
				""")
			.param("noticedAt", DatabaseTime.toColumn(noticedAt))
			.param("school", school.value())
			.param("flow", flow)
			.update();
	}

	/**
	 * Adds to the named counts of a run.
	 */
	public void addCounts(String id, Map<String, Long> counts) {
		List<Object[]> rows = new TreeMap<>(counts).entrySet()
			.stream()
			.map((count) -> new Object[] { id, count.getKey(), count.getValue() })
			.toList();
		this.template.batchUpdate("""
				insert into run_count (run_id, name, value) values (?, ?, ?)
				on conflict (run_id, name) do update set value = run_count.value + excluded.value
				""", rows);
	}

	/**
	 * Remembers lines of a run's balance; a line that is there already is replaced.
	 */
	public void saveBalance(String id, List<BalanceRow> balance) {
		List<Object[]> rows = balance.stream()
			.map((row) -> new Object[] { id, row.classGroup(), row.classGroupName(), row.kind(), row.setAside(),
					row.read(), row.delivered(), row.unchanged(), row.held(), row.rejected() })
			.toList();
		this.template.batchUpdate("""
				insert into balance (run_id, class_group, class_group_name, kind, set_aside, read_count, delivered,
					unchanged, held, rejected)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				on conflict (run_id, class_group, kind) do update set class_group_name = excluded.class_group_name,
					set_aside = excluded.set_aside, read_count = excluded.read_count, delivered = excluded.delivered,
					unchanged = excluded.unchanged, held = excluded.held, rejected = excluded.rejected
				""", rows);
	}

	/**
	 * Finds one run.
	 */
	public Optional<Run> find(String id) {
		return this.jdbc.sql("select * from run where id = :id").param("id", id).query(RunStore::run).optional();
	}

	/**
	 * The runs of all schools, the latest first.
	 */
	public List<Run> latest(int limit) {
		return this.jdbc.sql("select * from run order by started_at desc, id limit :limit")
			.param("limit", limit)
			.query(RunStore::run)
			.list();
	}

	/**
	 * Runs of a school and flow, the latest first.
	 * @param school the school, or null for all
	 * @param flow the flow, or null for all
	 * @param skip how many of the latest are left out
	 */
	public List<Run> latest(@Nullable SchoolId school, @Nullable String flow, int skip, int limit) {
		return this.jdbc.sql("""
				select * from run where (:anySchool or school = :school) and (:anyFlow or flow = :flow)
				order by started_at desc, id limit :limit offset :skip
				""")
			.param("anySchool", school == null)
			.param("school", (school == null) ? "" : school.value())
			.param("anyFlow", flow == null)
			.param("flow", (flow == null) ? "" : flow)
			.param("limit", limit)
			.param("skip", skip)
			.query(RunStore::run)
			.list();
	}

	/**
	 * The run of a flow and school that began last, whatever became of it. Dry runs do
	 * not count: they bring nothing into the journal.
	 */
	public Optional<Run> latestOf(SchoolId school, String flow) {
		return this.jdbc.sql("""
				select * from run where school = :school and flow = :flow and not dry_run
				order by started_at desc, id limit 1
				""").param("school", school.value()).param("flow", flow).query(RunStore::run).optional();
	}

	/**
	 * The counts of a run by name.
	 */
	public SortedMap<String, Long> counts(String id) {
		SortedMap<String, Long> counts = new TreeMap<>();
		this.jdbc.sql("select name, value from run_count where run_id = :id")
			.param("id", id)
			.query((RowCallbackHandler) (row) -> counts.put(row.getString("name"), row.getLong("value")));
		return counts;
	}

	/**
	 * The balance of a run by class group name and kind.
	 */
	public List<BalanceRow> balance(String id) {
		return this.jdbc.sql("select * from balance where run_id = :id order by class_group_name, class_group, kind")
			.param("id", id)
			.query((row, number) -> new BalanceRow(row.getString("class_group"), row.getString("class_group_name"),
					row.getString("kind"), row.getLong("set_aside"), row.getLong("read_count"),
					row.getLong("delivered"), row.getLong("unchanged"), row.getLong("held"), row.getLong("rejected")))
			.list();
	}

	private static Run run(ResultSet row, int number) throws SQLException {
		return new Run(row.getString("id"), new SchoolId(row.getString("school")), row.getString("flow"),
				RunTriggerKind.valueOf(constant(row.getString("trigger"))), row.getString("requested_by"),
				row.getBoolean("dry_run"), DatabaseTime.nullableDate(row, "from_date"),
				DatabaseTime.nullableDate(row, "to_date"), RunState.valueOf(constant(row.getString("state"))),
				DatabaseTime.instant(row, "started_at"), DatabaseTime.nullableInstant(row, "ended_at"),
				row.getString("failure_code"));
	}

	private static String column(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

	private static String constant(String column) {
		return column.toUpperCase(Locale.ROOT);
	}

}
