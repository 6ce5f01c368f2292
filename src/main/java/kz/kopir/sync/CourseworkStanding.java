package kz.kopir.sync;

import java.util.List;

import kz.kopir.grading.WorkText;
import kz.kopir.journal.JournalMark;
import kz.kopir.journal.JournalWork;
import kz.kopir.school.PupilId;
import org.jspecify.annotations.Nullable;

/**
 * What the journal shows of the works and marks of a plan after they were written.
 */
final class CourseworkStanding implements ReadBack.Standing {

	private final PlanExecution execution;

	private final JournalView journal;

	private final CriteriaView criteria;

	CourseworkStanding(PlanExecution execution, JournalView journal, CriteriaView criteria) {
		this.execution = execution;
		this.journal = journal;
		this.criteria = criteria;
	}

	@Override
	public List<ReadBack.Found> of(Change change) {
		PupilId pupil = change.pupil();
		String section = change.journalId();
		if (change.key().kind() == EntryKind.SUMMATIVE && pupil != null && section != null) {
			return this.criteria.of(new CriteriaView.Cell(section, pupil))
				.stream()
				.map((value) -> new ReadBack.Found(value, section))
				.toList();
		}
		if (pupil != null) {
			return this.journal.marksOf(this.execution.work(change.key()), pupil)
				.stream()
				.map((JournalMark mark) -> new ReadBack.Found(mark.value(), mark.id()))
				.toList();
		}
		String link = (change.work() != null) ? WorkText.linkOf(change.work().text()).orElse(null) : null;
		return this.journal.worksOf(workId(change), link)
			.stream()
			.map((JournalWork work) -> new ReadBack.Found(this.journal.valueOf(work), work.id().value()))
			.toList();
	}

	@Override
	public About about(Change change) {
		ClassGroupOrder order = this.execution.plan().order();
		LinkedCourse course = order.courses()
			.stream()
			.filter((linked) -> linked.course().id().value().equals(change.key().course()))
			.findFirst()
			.orElseThrow();
		return About.gone(change.key(), course, order.classGroup());
	}

	private @Nullable String workId(Change change) {
		return (this.execution.work(change.key()) != null) ? this.execution.work(change.key()).value()
				: change.journalId();
	}

}
