package kz.kopir.sync;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import kz.kopir.call.Calls;
import kz.kopir.journal.ClassGroupJournal;
import kz.kopir.journal.CriteriaJournal;
import kz.kopir.journal.CriteriaQuestion;
import kz.kopir.journal.JournalAnswer;
import kz.kopir.problem.CloseScope;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.CourseContent;
import kz.kopir.school.SchoolId;
import kz.kopir.summative.SummativeRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the routes do with the courses of one class group: make its plan, execute it, read
 * back, balance.
 */
public class ClassGroups {

	private static final Logger logger = LoggerFactory.getLogger(ClassGroups.class);

	private final SchoolBook schools;

	private final PlanDesk desk;

	private final ControlBook control;

	private final ControlDecisions decisions;

	private final PreparationBook preparation;

	private final Simulations simulations;

	private final Clock clock;

	private final ZoneId zone;

	ClassGroups(SchoolBook schools, PlanDesk desk, ControlBook control, ControlDecisions decisions,
			PreparationBook preparation, Simulations simulations, Clock clock, ZoneId zone) {
		this.schools = schools;
		this.desk = desk;
		this.control = control;
		this.decisions = decisions;
		this.preparation = preparation;
		this.simulations = simulations;
		this.clock = clock;
		this.zone = zone;
	}

	/**
	 * What to ask of the criteria journal: where the БЖБ and ТЖБ that were read belong.
	 */
	public CriteriaQuestion criteriaQuestion(ClassGroupOrder order, List<CourseContent> contents) {
		SchoolRules rules = this.schools.rules(order.run().school());
		Set<CriteriaQuestion.Place> places = new HashSet<>();
		SummativeFound.in(order, contents, rules.grading(), today(), this.zone)
			.forEach((found) -> rules.calendar()
				.termUpTo(found.work().held())
				.ifPresent(
						(term) -> places.add(new CriteriaQuestion.Place(found.work().subject().id(), term.number()))));
		return new CriteriaQuestion(order.classGroup().id(), places);
	}

	/**
	 * What to ask of the criteria journal to read back; nothing when nothing was written.
	 */
	public CriteriaQuestion writtenSummatives(PlanExecution execution) {
		ClassGroupId classGroup = execution.plan().order().classGroup().id();
		if (execution.getSummativeWrites().isEmpty()) {
			return new CriteriaQuestion(classGroup, Set.of());
		}
		Set<CriteriaQuestion.Place> places = new HashSet<>();
		execution.plan()
			.control()
			.summatives()
			.forEach((item) -> places
				.add(new CriteriaQuestion.Place(item.found().work().subject().id(), item.judged().term().number())));
		return new CriteriaQuestion(classGroup, places);
	}

	/** Stands for a criteria journal that nobody needs to ask. */
	public CriteriaJournal noCriteria() {
		return CriteriaJournal.empty();
	}

	/**
	 * Takes note that the criteria journal could not be read: the other marks of the
	 * class group go on.
	 */
	public CriteriaJournal criteriaUnreadable(ClassGroupOrder order, Exception caught) {
		Throwable failure = Calls.cause(caught);
		logger.warn("run={} school={} route=class-group code={} classGroup={} what={}", order.run(),
				order.run().school(), ProblemCode.CRITERIA_JOURNAL_UNREADABLE, order.classGroup().id(),
				Calls.describe(failure));
		return CriteriaJournal.unreadable(Calls.describe(failure));
	}

	/**
	 * Makes and stores the plan of a class group.
	 * @param order what is to be done
	 * @param contents what was read of its courses
	 * @param journal what the journal holds
	 * @param criteria what the criteria journal holds
	 */
	public PlanExecution plan(ClassGroupOrder order, List<CourseContent> contents, ClassGroupJournal journal,
			CriteriaJournal criteria) {
		SchoolRules rules = this.schools.rules(order.run().school());
		ClassGroupPlan plan = plan(order, contents, journal, criteria, rules);
		String draft = order.run().draftPolicy();
		if (draft != null) {
			SchoolRules other = this.schools.under(order.run().school(), draft);
			this.simulations.save(order.run().id(),
					PolicyComparison.of(plan, plan(order, contents, journal, criteria, other)));
		}
		if (!order.run().dryRun()) {
			this.preparation.given(order, contents);
		}
		return this.desk.begin(plan, rules.policy());
	}

	private ClassGroupPlan plan(ClassGroupOrder order, List<CourseContent> contents, ClassGroupJournal journal,
			CriteriaJournal criteria, SchoolRules rules) {
		ClassGroupFacts facts = new ClassGroupFacts(order, order.schoolPupils()::contains, contents, journal,
				summatives(order, rules, criteria), this.decisions.exclusions(order.run().school()).keySet(),
				this.desk.known(order), today(), this.clock.instant(), this.zone);
		return new Planner(rules.calendar(), rules.grading(), rules.pupilLinker(), rules.writing()).plan(facts);
	}

	private SummativeFacts summatives(ClassGroupOrder order, SchoolRules rules, CriteriaJournal criteria) {
		SchoolId school = order.run().school();
		return new SummativeFacts(new SummativeRules(rules.calendar(), rules.policy(), this.zone),
				rules.policy().publication(), rules.policy().marks().scaleOfTerm(), criteria,
				this.control.termSummativesElsewhere(school, order.classGroup()),
				(day) -> rules.attendance().periods().concerns(order.classGroup(), day, day),
				this.decisions.letThrough(school), this.control.handedOver(school, order.classGroup().id()));
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.zone);
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
		this.desk.noteIds(ids);
	}

	/** Settles the deliveries by what the journal shows now. */
	public void readBack(PlanExecution execution, ClassGroupJournal journal, CriteriaJournal criteria) {
		this.desk.settle(execution,
				new CourseworkStanding(execution, new JournalView(journal), new CriteriaView(criteria)));
	}

	/**
	 * Stores the balance, the problems and the list of controls of the class group and
	 * tells how it went.
	 */
	public ClassGroupResult close(PlanExecution execution) {
		ClassGroupPlan plan = execution.plan();
		ClassGroupOrder order = plan.order();
		SummativeReminders.note(execution, this.clock.instant(), this.zone);
		if (!order.run().dryRun()) {
			ControlItems items = new ControlItems(execution, this.schools.rules(order.run().school()),
					this.clock.instant(), this.zone);
			this.control.save(order.run().school(), order.classGroup().id(), plan.control().readCourses(),
					plan.control().otherDays(), items.items(), items.scores(), plan.control().previews());
		}
		boolean allDays = this.schools.rules(order.run().school()).looksAtAllDays(order.run(), today());
		return this.desk.close(execution,
				allDays ? CloseScope.classGroup(order.classGroup().id()) : CloseScope.nothing());
	}

}
