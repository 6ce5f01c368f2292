package kz.kopir.sync;

import kz.kopir.run.RunStore;
import kz.kopir.run.BalanceRow;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import kz.kopir.grading.Grading;
import kz.kopir.journal.ClassGroupJournal;
import kz.kopir.journal.JournalAnswer;
import kz.kopir.problem.CloseScope;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.Problems;
import kz.kopir.roster.PupilLinker;
import kz.kopir.school.CourseContent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.support.TransactionOperations;

/**
 * What the routes do with one class group: make its plan, execute it, read back, balance.
 */
public class ClassGroups {

	private static final Logger logger = LoggerFactory.getLogger(ClassGroups.class);

	private final SchoolBook schools;

	private final Ledger ledger;

	private final PlanStore plans;

	private final Problems problems;

	private final RunStore runs;

	private final TransactionOperations transactions;

	private final Clock clock;

	private final ZoneId zone;

	ClassGroups(SchoolBook schools, Ledger ledger, PlanStore plans, Problems problems, RunStore runs,
			TransactionOperations transactions, Clock clock, ZoneId zone) {
		this.schools = schools;
		this.ledger = ledger;
		this.plans = plans;
		this.problems = problems;
		this.runs = runs;
		this.transactions = transactions;
		this.clock = clock;
		this.zone = zone;
	}

	/**
	 * Makes and stores the plan of a class group. When it may run by itself, or a person
	 * approved exactly it, the intents of its deliveries are stored with it.
	 * @param order what is to be done
	 * @param contents what was read of its courses
	 * @param journal what the journal holds
	 */
	public PlanExecution plan(ClassGroupOrder order, List<CourseContent> contents, ClassGroupJournal journal) {
		SchoolRules rules = this.schools.rules(order.run().school());
		Map<String, LedgerEntry> known = this.ledger.entries(order.run().school(), order.classGroup().id());
		ClassGroupFacts facts = new ClassGroupFacts(order, order.schoolPupils()::contains, contents, journal, known,
				LocalDate.ofInstant(this.clock.instant(), this.zone), this.clock.instant(), order.insist());
		ClassGroupPlan plan = new Planner(rules.grading(), rules.pupilLinker(), rules.policy()).plan(facts);
		String hash = PlanHash.of(order, plan.changes());
		String planId = order.run().id() + "-" + order.classGroup().id();
		ProblemCode waits = plan.waits();
		boolean approved = waits == null || this.plans.isApproved(order.run().school(), order.classGroup().id(), hash);
		boolean writing = approved && !order.run().dryRun();
		this.transactions.executeWithoutResult((status) -> {
			if (!order.run().dryRun()) {
				settle(plan.settlements());
				this.plans.supersede(order);
				this.ledger.insert(order, null, planId + "-adopted", plan.adopted(), Ledger.State.ADOPTED);
			}
			if (!plan.changes().isEmpty()) {
				this.plans.insert(planId, order, hash, order.run().dryRun() ? "dry" : writing ? "executing" : "waiting",
						(waits != null) ? waits.name() : null);
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

	/**
	 * Takes what became of one write.
	 */
	public void answered(PlanExecution execution, JournalAnswer answer) {
		execution.answered(answer);
	}

	/**
	 * Notes the journal's ids of the works that it took, before marks are put on them.
	 */
	public void worksWritten(PlanExecution execution) {
		Map<String, String> ids = new HashMap<>();
		execution.changes().forEach((delivery, change) -> {
			if (execution.answer(delivery) instanceof JournalAnswer.Taken taken && taken.id() != null) {
				ids.put(delivery, taken.id());
			}
		});
		this.transactions.executeWithoutResult((status) -> this.ledger.noteIds(ids));
	}

	/** Settles the deliveries by what the journal shows now. */
	public void readBack(PlanExecution execution, ClassGroupJournal journal) {
		List<Ledger.Settled> settled = new ReadBack(execution, new JournalView(journal)).settle();
		this.transactions.executeWithoutResult((status) -> {
			this.ledger.settle(settled);
			this.plans.done(execution.planId());
		});
	}

	/** Stores the balance and the problems of the class group and tells how it went. */
	public ClassGroupResult close(PlanExecution execution) {
		ClassGroupPlan plan = execution.plan();
		ClassGroupOrder order = plan.order();
		List<BalanceRow> balance = new ArrayList<>();
		plan.tallies().forEach((kind, tally) -> balance.add(tally.row(order.classGroup(), kind)));
		balance.stream().filter((row) -> !row.comesOut()).forEach((row) -> noteImbalance(plan, row));
		this.problems.report(order.run().school(), order.run().id(), plan.notes().problems(order.classGroup().id()));
		this.runs.saveBalance(order.run().id(), balance);
		if (plan.complete() && !order.run().dryRun()) {
			this.problems.closeUnseen(order.run().school(), order.run().id(),
					CloseScope.classGroup(order.classGroup().id()));
		}
		order.run().counts().add("changes.planned", plan.changes().size());
		return new ClassGroupResult(order.classGroup(), balance, true);
	}

	private static void noteImbalance(ClassGroupPlan plan, BalanceRow row) {
		plan.notes()
			.add(ProblemCode.BALANCE_OFF,
					About.classGroup(plan.order().classGroup())
						.with(Map.of("kind", row.kind(), "read", String.valueOf(row.read()), "accounted",
								String.valueOf(row.delivered() + row.unchanged() + row.held() + row.rejected()))),
					row.kind());
	}

	private void settle(List<ClassGroupPlan.Settlement> settlements) {
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
			plan.changes().forEach((change) -> plan.notes().add(waits, about, change.key().text()));
		}
	}

}
