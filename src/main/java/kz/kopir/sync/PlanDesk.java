package kz.kopir.sync;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import kz.kopir.policy.SchoolPolicy;
import kz.kopir.problem.CloseScope;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.Problems;
import kz.kopir.run.BalanceRow;
import kz.kopir.run.RunStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.support.TransactionOperations;

/**
 * Where every plan of a class group passes, whatever it brings: it is stored with its
 * intents, settled by what was read back, and closed with its balance.
 */
final class PlanDesk {

	private static final Logger logger = LoggerFactory.getLogger(PlanDesk.class);

	private final Ledger ledger;

	private final PlanStore plans;

	private final Problems problems;

	private final RunStore runs;

	private final TransactionOperations transactions;

	private final ZoneId zone;

	PlanDesk(Ledger ledger, PlanStore plans, Problems problems, RunStore runs, TransactionOperations transactions,
			ZoneId zone) {
		this.ledger = ledger;
		this.plans = plans;
		this.problems = problems;
		this.runs = runs;
		this.transactions = transactions;
		this.zone = zone;
	}

	/** What the ledger knows of the entries of an order. */
	Map<String, LedgerEntry> known(ClassGroupOrder order) {
		return this.ledger.entries(order.run().school(), order.run().flow(), order.classGroup().id());
	}

	/**
	 * Stores a plan. When it may run by itself, or a person approved exactly it, the
	 * intents of its deliveries are stored with it.
	 * @param policy the version under which it was made
	 */
	PlanExecution begin(ClassGroupPlan plan, SchoolPolicy policy) {
		ClassGroupOrder order = plan.order();
		String hash = PlanHash.of(order, plan.changes());
		String planId = order.run().id() + "-" + order.classGroup().id();
		ProblemCode waits = plan.waits();
		boolean approved = waits == null || this.plans.isApproved(order.run().school(), order.classGroup().id(), hash);
		boolean writing = approved && !order.run().dryRun();
		this.transactions.executeWithoutResult((status) -> {
			if (!order.run().dryRun()) {
				settleUnfinished(plan.settlements());
				this.plans.supersede(order);
				this.ledger.insert(order, null, planId + "-adopted", plan.adopted(), Ledger.State.ADOPTED);
			}
			if (!plan.changes().isEmpty()) {
				this.plans.insert(planId, order, hash, order.run().dryRun() ? "dry" : writing ? "executing" : "waiting",
						(waits != null) ? waits.name() : null, policy.version());
				this.ledger.insert(order, planId, planId, plan.changes(),
						writing ? Ledger.State.INTENDED : Ledger.State.PLANNED);
			}
		});
		if (!writing) {
			holdAll(plan, planId, order.run().dryRun() ? null : waits);
		}
		logger.info(
				"run={} school={} route=class-group code=PLANNED classGroup={} plan={} hash={} changes={} adopted={} {}",
				order.run(), order.run().school(), order.classGroup().id(), planId, hash.substring(0, 12),
				plan.changes().size(), plan.adopted().size(),
				order.run().dryRun() ? "dry run" : writing ? "runs" : "waits: " + waits);
		return new PlanExecution(plan, planId, plan.works(), writing);
	}

	/** Notes the journal's ids of what it took. */
	void noteIds(Map<String, String> journalIds) {
		this.transactions.executeWithoutResult((status) -> this.ledger.noteIds(journalIds));
	}

	/** Settles the deliveries of an execution by what the journal shows now. */
	void settle(PlanExecution execution, ReadBack.Standing standing) {
		List<Ledger.Settled> settled = new ReadBack(execution, standing).settle();
		settled.stream()
			.filter((one) -> one.state() == Ledger.State.CONFIRMED)
			.map((one) -> execution.changes().get(one.delivery()))
			.filter(Objects::nonNull)
			.forEach((change) -> execution.confirm(change.key()));
		this.transactions.executeWithoutResult((status) -> {
			this.ledger.settle(settled);
			this.plans.done(execution.planId());
		});
	}

	/**
	 * Stores the balance and the problems of the class group and tells how it went.
	 * @param scope which problems close when the plan did not see them
	 */
	ClassGroupResult close(PlanExecution execution, CloseScope scope) {
		ClassGroupPlan plan = execution.plan();
		ClassGroupOrder order = plan.order();
		List<BalanceRow> balance = new ArrayList<>();
		plan.tallies().forEach((kind, tally) -> balance.add(tally.row(order.classGroup(), kind)));
		balance.stream().filter((row) -> !row.comesOut()).forEach((row) -> noteImbalance(plan, row));
		// a draft of a policy is no reason to write to anybody
		if (order.run().draftPolicy() == null) {
			this.problems.report(order.run().school(), order.run().id(),
					plan.notes().problems(order.classGroup().id(), this.zone));
		}
		this.runs.saveBalance(order.run().id(), balance);
		if (plan.complete() && !order.run().dryRun()) {
			this.problems.closeUnseen(order.run().school(), order.run().id(), scope);
		}
		order.run().counts().add("changes.planned", plan.changes().size());
		return new ClassGroupResult(order.classGroup(), balance, null);
	}

	private static void noteImbalance(ClassGroupPlan plan, BalanceRow row) {
		plan.notes()
			.add(ProblemCode.BALANCE_OFF,
					About.classGroup(plan.order().classGroup())
						.with(Map.of("kind", row.kind(), "read", String.valueOf(row.read()), "accounted",
								String.valueOf(row.delivered() + row.unchanged() + row.held() + row.rejected()))),
					row.kind());
	}

	private void settleUnfinished(List<ClassGroupPlan.Settlement> settlements) {
		this.ledger.settle(settlements.stream()
			.map((settlement) -> new Ledger.Settled(settlement.delivery(),
					settlement.arrived() ? Ledger.State.CONFIRMED : Ledger.State.ABANDONED, settlement.journalId(),
					null))
			.toList());
	}

	/**
	 * Counts the changes of a plan that is not executed as held; a waiting plan is a
	 * problem.
	 */
	private static void holdAll(ClassGroupPlan plan, String planId, @Nullable ProblemCode waits) {
		plan.changes().forEach((change) -> plan.tallies().get(change.key().kind()).held());
		if (waits != null) {
			About about = About.classGroup(plan.order().classGroup())
				.with(Map.of("changes", String.valueOf(plan.changes().size()), "plan", planId));
			plan.changes()
				.forEach((change) -> plan.notes().add(waits, about, change.key().text(), null, change.lastDay()));
		}
	}

}
