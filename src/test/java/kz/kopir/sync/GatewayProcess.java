package kz.kopir.sync;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import kz.kopir.audit.Audit;
import kz.kopir.database.Jdbc;
import kz.kopir.journal.ClassGroupJournal;
import kz.kopir.journal.CriteriaJournal;
import kz.kopir.journal.CriteriaQuestion;
import kz.kopir.journal.JournalWrite;
import kz.kopir.problem.Problems;
import kz.kopir.run.Run;
import kz.kopir.run.RunRequest;
import kz.kopir.run.RunStore;
import kz.kopir.run.RunTriggerKind;
import kz.kopir.testing.CrashPoints;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One process of the gateway: does with a class group what the routes do, on a database
 * that outlives it.
 */
final class GatewayProcess {

	final PlanStore plans;

	final RunStore runs;

	final Problems problems;

	final Ledger ledger;

	final ControlBook control;

	final ControlDesk controlDesk;

	final Simulations simulations;

	private final CrashPoints crashes;

	private final ClassGroups classGroups;

	GatewayProcess(DataSource database, SchoolRules rules, CrashPoints crashes) {
		this(database, rules, crashes, Clock.fixed(SampleClass.NOW, ZoneOffset.UTC));
	}

	GatewayProcess(DataSource database, SchoolRules rules, CrashPoints crashes, Clock clock) {
		DataSource watched = crashes.watch(database);
		JdbcTemplate template = Jdbc.template(watched);
		TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(watched));
		this.crashes = crashes;
		SchoolBook schools = new SchoolBook(Map.of(SampleClass.SCHOOL, SchoolSource.fixed(rules)));
		Audit audit = new Audit(template, transactions, clock);
		this.plans = new PlanStore(JdbcClient.create(template), transactions, schools, audit, clock);
		this.runs = new RunStore(template);
		this.problems = new Problems(template, transactions, clock);
		this.ledger = new Ledger(template, clock);
		this.control = new ControlBook(template, transactions);
		this.simulations = new Simulations(template, schools);
		ControlDecisions decisions = new ControlDecisions(template, clock);
		this.controlDesk = new ControlDesk(schools, this.control, decisions, transactions, audit, clock,
				SampleClass.ALMATY);
		this.classGroups = new ClassGroups(schools,
				new PlanDesk(this.ledger, this.plans, this.problems, this.runs, transactions, SampleClass.ALMATY),
				this.control, decisions, new PreparationBook(template), this.simulations, clock, SampleClass.ALMATY);
	}

	ClassGroupResult run(SampleClass school) {
		ClassGroupOrder order = school.order();
		this.runs.begin(Run.begun(order.run().id(), new RunRequest(order.run().school(), "classroom",
				RunTriggerKind.SCHEDULE, "schedule", school.dryRun, school.from, school.to), SampleClass.NOW));
		PlanExecution execution = this.classGroups.plan(order, List.of(school.content()), read(school),
				criteria(school, this.classGroups.criteriaQuestion(order, List.of(school.content()))));
		if (execution.isWriting()) {
			execution.getWorkWrites().forEach((write) -> send(school, execution, write));
			this.classGroups.worksWritten(execution);
			execution.getMarkWrites().forEach((write) -> send(school, execution, write));
			execution.getSummativeWrites().forEach((write) -> send(school, execution, write));
			this.classGroups.readBack(execution, read(school),
					criteria(school, this.classGroups.writtenSummatives(execution)));
		}
		return this.classGroups.close(execution);
	}

	private ClassGroupJournal read(SampleClass school) {
		return this.crashes.step(school::read);
	}

	private CriteriaJournal criteria(SampleClass school, CriteriaQuestion question) {
		return question.isWorthwhile() ? this.crashes.step(() -> school.journal.read(question))
				: this.classGroups.noCriteria();
	}

	private void send(SampleClass school, PlanExecution execution, JournalWrite write) {
		this.classGroups.answered(execution, this.crashes.step(() -> school.journal.write(write)));
	}

}
