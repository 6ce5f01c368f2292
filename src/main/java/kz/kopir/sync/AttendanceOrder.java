package kz.kopir.sync;

import java.util.List;

import kz.kopir.journal.AttendanceQuestion;

/**
 * What a run has to do for the attendance of one class group.
 *
 * @param order the run and the class group
 * @param lessons lessons that were held at a distance
 */
public record AttendanceOrder(ClassGroupOrder order, List<AttendedLesson> lessons) {

	/** The run and the class group. */
	public ClassGroupOrder getClassGroupOrder() {
		return this.order;
	}

	/** What to ask of the journal. */
	public AttendanceQuestion getQuestion() {
		return new AttendanceQuestion(this.order.classGroup().id(),
				this.lessons.stream().map((lesson) -> lesson.slot().lesson().id()).toList());
	}

	@Override
	public String toString() {
		return "AttendanceOrder[" + this.order + "]";
	}

}
