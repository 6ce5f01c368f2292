package kz.kopir.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import kz.kopir.audit.Audit;
import kz.kopir.audit.AuditAction;
import kz.kopir.database.DatabaseTime;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Plans and the decisions on them. An approval counts for a hash: the next run makes the
 * plan of the class group anew and executes it only if it is still exactly the approved
 * one.
 */
class PlanStore implements PlanApproval {

	private static final String SELECT = """
			select p.*, (select count(*) from delivery d where d.plan_id = p.id) as changes from plan p
			""";

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final SchoolBook schools;

	private final Audit audit;

	private final Clock clock;

	PlanStore(JdbcClient jdbc, TransactionOperations transactions, SchoolBook schools, Audit audit, Clock clock) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.schools = schools;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Takes older plans of the class group off the list: a later run looked anew, and
	 * what it found counts, even if that is nothing to do.
	 */
	void supersede(ClassGroupOrder order) {
		this.jdbc
			.sql("""
					update plan set state = 'superseded'
					where school = :school and flow = :flow and class_group = :classGroup and (state = 'waiting' or state = 'approved' or state = 'executing')
					""")
			.param("school", order.run().school().value())
			.param("flow", order.run().flow())
			.param("classGroup", order.classGroup().id().value())
			.update();
	}

	/** Stores a plan, with the version of the policy under which it was made. */
	void insert(String id, ClassGroupOrder order, String hash, String state, @Nullable String waitsBecause,
			String policy) {
		this.jdbc.sql("""
				insert into plan (id, run_id, school, flow, class_group, hash, state, waits_because, policy, created_at)
				values (:id, :run, :school, :flow, :classGroup, :hash, :state, :waitsBecause, :policy, :now)
				""")
			.param("id", id)
			.param("run", order.run().id())
			.param("school", order.run().school().value())
			.param("flow", order.run().flow())
			.param("classGroup", order.classGroup().id().value())
			.param("hash", hash)
			.param("state", state)
			.param("waitsBecause", waitsBecause)
			.param("policy", policy)
			.param("now", DatabaseTime.toColumn(this.clock.instant()))
			.update();
	}

	/** Whether a person approved exactly these changes and they were not executed yet. */
	boolean isApproved(SchoolId school, ClassGroupId classGroup, String hash) {
		return this.jdbc.sql("""
				select count(*) from plan where school = :school and class_group = :classGroup and hash = :hash
				and state = 'approved'
				""")
			.param("school", school.value())
			.param("classGroup", classGroup.value())
			.param("hash", hash)
			.query(Integer.class)
			.single() > 0;
	}

	void done(String id) {
		this.jdbc.sql("update plan set state = 'done' where id = :id").param("id", id).update();
	}

	@Override
	public List<PlanSummary> waiting() {
		return this.jdbc.sql(SELECT + " where p.state = 'waiting' order by p.created_at, p.id")
			.query(this::plan)
			.list();
	}

	@Override
	public List<PlanSummary> ofRun(String runId) {
		return this.jdbc.sql(SELECT + " where p.run_id = :run order by p.id")
			.param("run", runId)
			.query(this::plan)
			.list();
	}

	@Override
	public Optional<PlanSummary> find(String planId) {
		return this.jdbc.sql(SELECT + " where p.id = :id").param("id", planId).query(this::plan).optional();
	}

	@Override
	public List<PlannedChange> changes(String planId) {
		return this.jdbc
			.sql("""
					select entry_key, kind, action, from_value, to_value, reason from delivery where plan_id = :id order by id
					""")
			.param("id", planId)
			.query((row, number) -> new PlannedChange(row.getString("entry_key"), row.getString("kind"),
					row.getString("action"), row.getString("from_value"), row.getString("to_value"),
					row.getString("reason")))
			.list();
	}

	@Override
	public PlanSummary approve(String planId, String hash, String approvedBy, String reason) throws ApprovalRefused {
		PlanSummary plan = find(planId).orElseThrow(() -> new ApprovalRefused(ApprovalRefused.Reason.UNKNOWN_PLAN,
				"There is no plan " + planId + ". List the plans that wait and take the id from there."));
		Set<String> approvers = this.schools.rules(plan.school()).policy().plans().approvers();
		if (!approvers.contains(approvedBy)) {
			throw new ApprovalRefused(ApprovalRefused.Reason.NOT_ALLOWED,
					"By the school's policy only " + new TreeSet<>(approvers) + " may approve a plan.");
		}
		if (!plan.hash().equals(hash)) {
			throw new ApprovalRefused(ApprovalRefused.Reason.OTHER_HASH, "The hash is not that of plan " + planId
					+ ". Look at the plan again and approve what it shows now.");
		}
		if (!Boolean.TRUE.equals(this.transactions.execute((status) -> approve(plan, approvedBy, reason)))) {
			throw new ApprovalRefused(ApprovalRefused.Reason.NOT_WAITING, "Plan " + planId
					+ " does not wait any more: somebody decided on it, or a later run put another in its place.");
		}
		return find(planId).orElseThrow();
	}

	private boolean approve(PlanSummary plan, String approvedBy, String reason) {
		int approved = this.jdbc.sql("""
				update plan set state = 'approved', decided_by = :by, decided_at = :now
				where id = :id and state = 'waiting'
				""")
			.param("by", approvedBy)
			.param("now", DatabaseTime.toColumn(this.clock.instant()))
			.param("id", plan.id())
			.update();
		if (approved > 0) {
			this.audit.record(approvedBy, AuditAction.PLAN_APPROVED, plan.school(),
					"plan:" + plan.id() + " hash:" + plan.hash(), reason);
		}
		return approved > 0;
	}

	private PlanSummary plan(ResultSet row, int number) throws SQLException {
		return new PlanSummary(row.getString("id"), row.getString("run_id"), new SchoolId(row.getString("school")),
				row.getString("class_group"), row.getString("hash"), row.getString("state"), row.getInt("changes"),
				row.getString("waits_because"), DatabaseTime.instant(row, "created_at"), row.getString("decided_by"),
				DatabaseTime.nullableInstant(row, "decided_at"), row.getString("policy"));
	}

}
