package kz.kopir.sync;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import kz.kopir.journal.ClassGroupJournal;
import kz.kopir.journal.JournalAnswer;
import kz.kopir.problem.CloseScope;
import kz.kopir.school.CourseContent;

/**
 * What the routes do with the courses of one class group: make its plan, execute it, read
 * back, balance.
 */
public class ClassGroups {

	private final SchoolBook schools;

	private final PlanDesk desk;

	private final Clock clock;

	private final ZoneId zone;

	ClassGroups(SchoolBook schools, PlanDesk desk, Clock clock, ZoneId zone) {
		this.schools = schools;
		this.desk = desk;
		this.clock = clock;
		this.zone = zone;
	}

	/**
	 * Makes and stores the plan of a class group.
	 * @param order what is to be done
	 * @param contents what was read of its courses
	 * @param journal what the journal holds
	 */
	public PlanExecution plan(ClassGroupOrder order, List<CourseContent> contents, ClassGroupJournal journal) {
		SchoolRules rules = this.schools.rules(order.run().school());
		ClassGroupFacts facts = new ClassGroupFacts(order, order.schoolPupils()::contains, contents, journal,
				this.desk.known(order), LocalDate.ofInstant(this.clock.instant(), this.zone), this.clock.instant(),
				this.zone);
		return this.desk.begin(new Planner(rules.grading(), rules.pupilLinker(), rules.writing()).plan(facts),
				rules.policy());
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
	public void readBack(PlanExecution execution, ClassGroupJournal journal) {
		this.desk.settle(execution, new CourseworkStanding(execution, new JournalView(journal)));
	}

	/** Stores the balance and the problems of the class group and tells how it went. */
	public ClassGroupResult close(PlanExecution execution) {
		return this.desk.close(execution, CloseScope.classGroup(execution.plan().order().classGroup().id()));
	}

}
