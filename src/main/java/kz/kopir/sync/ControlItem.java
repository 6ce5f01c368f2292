package kz.kopir.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import kz.kopir.school.SchoolId;
import kz.kopir.summative.SummativeStage;
import org.jspecify.annotations.Nullable;

/**
 * One graded coursework of a class group and what became of its grades: a line of the
 * list that shows that the results of all forms of control stand in the journal
 * (regulation, clause 4.3).
 *
 * @param school the school
 * @param classGroup the class group's id
 * @param classGroupName its name
 * @param classGroupParent the class of which it is a subgroup, or null
 * @param course Classroom's id of the course
 * @param coursework Classroom's id of the coursework
 * @param title as the teacher wrote it
 * @param teacher Classroom's id of the teacher whose course it is
 * @param subject the journal's id of the subject
 * @param subjectName its name
 * @param kind what it assesses, in lower case
 * @param day day of the work: when it is due, else when it was given
 * @param term number of its term, or null outside of the calendar
 * @param part for БЖБ and ТЖБ the part of the criteria journal, or null when not known
 * @param maximum highest score in the journal, or null
 * @param lastDay for БЖБ and ТЖБ the last day of the school's term of publication
 * @param onTimeUntil the moment from which on results are late: by the school's policy
 * for БЖБ and ТЖБ, at 13:00 after the lesson by Kundelik's own report for formative marks
 * @param journalLocks the moment from which on the journal takes nothing, or null
 * @param stage for БЖБ and ТЖБ how far it is
 * @param handedIn submissions that wait for a grade
 * @param graded grades that were given back
 * @param standing grades that the journal shows as they are
 * @param handedOver grades that a person is to type
 * @param codes why the rest is not in the journal
 * @param excluded why none of it is for the journal, or null
 * @param policy version of the policy
 * @param runId the run that looked last
 * @param updatedAt when
 */
public record ControlItem(SchoolId school, String classGroup, String classGroupName, @Nullable String classGroupParent,
		String course, String coursework, String title, String teacher, String subject, String subjectName, String kind,
		LocalDate day, @Nullable Integer term, @Nullable Integer part, @Nullable Integer maximum,
		@Nullable LocalDate lastDay, @Nullable Instant onTimeUntil, @Nullable Instant journalLocks,
		@Nullable SummativeStage stage, int handedIn, int graded, int standing, int handedOver, List<String> codes,
		@Nullable String excluded, String policy, String runId, Instant updatedAt) {

	/** The same, kept out of the journal by a person. */
	ControlItem excludedBecause(String why) {
		return new ControlItem(this.school, this.classGroup, this.classGroupName, this.classGroupParent, this.course,
				this.coursework, this.title, this.teacher, this.subject, this.subjectName, this.kind, this.day,
				this.term, this.part, this.maximum, this.lastDay, this.onTimeUntil, this.journalLocks, this.stage,
				this.handedIn, this.graded, this.standing, this.handedOver, this.codes, why, this.policy, this.runId,
				this.updatedAt);
	}

	/** Grades that a person must still do something about. */
	public int open() {
		return (this.excluded != null) ? 0 : this.graded - this.standing - this.handedOver;
	}

	/**
	 * Whether every grade is delivered or handed over, or the whole work is excluded with
	 * a reason. What was handed in and has no grade yet is no result of a control.
	 */
	public boolean hasState() {
		return open() == 0;
	}

	@Override
	public String toString() {
		return "ControlItem[" + this.course + "/" + this.coursework + "]";
	}

}
