package kz.kopir.sync;

import java.time.LocalDate;
import java.util.List;

import kz.kopir.journal.JournalQuestion;
import kz.kopir.run.RunContext;
import kz.kopir.school.ClassGroup;
import kz.kopir.school.Course;
import kz.kopir.school.Pupil;

/**
 * What a run has to do for one class group.
 *
 * @param run the run
 * @param classGroup the class group
 * @param pupils its pupils
 * @param courses courses that are linked to it
 * @param readUntil last day of the timetable to read: homework may be due after the run's
 * last day
 */
public record ClassGroupOrder(RunContext run, ClassGroup classGroup, List<Pupil> pupils, List<LinkedCourse> courses,
		LocalDate readUntil) {

	/** The courses to read. */
	public List<Course> getClassroomCourses() {
		return this.courses.stream().map(LinkedCourse::course).toList();
	}

	/** What to ask of the journal. */
	public JournalQuestion getQuestion() {
		return new JournalQuestion(this.classGroup.id(), this.run.from(), this.readUntil);
	}

	@Override
	public String toString() {
		return "ClassGroupOrder[" + this.run + ", " + this.classGroup.id() + "]";
	}

}
