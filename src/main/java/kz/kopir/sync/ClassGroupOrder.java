package kz.kopir.sync;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import kz.kopir.journal.JournalQuestion;
import kz.kopir.run.RunContext;
import kz.kopir.school.ClassGroup;
import kz.kopir.school.Course;
import kz.kopir.school.CourseId;
import kz.kopir.school.Pupil;
import kz.kopir.school.PupilId;

/**
 * What a run has to do for one class group.
 *
 * @param run the run
 * @param classGroup the class group
 * @param pupils its pupils
 * @param courses courses that are linked to it
 * @param schoolPupils all pupils of the school, to tell a pupil of another class group
 * from an unknown one
 * @param insist whether a person started the run: then what the journal refused is tried
 * again at once
 * @param readUntil last day of the timetable to read: homework may be due after the run's
 * last day
 */
public record ClassGroupOrder(RunContext run, ClassGroup classGroup, List<Pupil> pupils, List<LinkedCourse> courses,
		Set<PupilId> schoolPupils, boolean insist, LocalDate readUntil) {

	/** The courses to read. */
	public List<Course> getClassroomCourses() {
		return this.courses.stream().map(LinkedCourse::course).toList();
	}

	/**
	 * One of the courses.
	 * @throws IllegalStateException when it was not asked for
	 */
	LinkedCourse course(CourseId id) {
		return this.courses.stream()
			.filter((course) -> course.course().id().equals(id))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("Course " + id + " was not asked for."));
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
