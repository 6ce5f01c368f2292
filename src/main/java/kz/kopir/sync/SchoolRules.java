package kz.kopir.sync;

import kz.kopir.deadline.SchoolCalendar;
import kz.kopir.grading.Grading;
import kz.kopir.policy.SchoolPolicy;
import kz.kopir.roster.CourseLinker;
import kz.kopir.policy.SchoolPolicy;
import kz.kopir.roster.PupilLinker;

/**
 * The rules of one school: its tables and policy.
 *
 * @param policy what the school decided, in the version that counts
 * @param calendar school days and terms
 * @param grading judgement on coursework and grades
 * @param courseLinker to which class group and subject a course belongs
 * @param pupilLinker which pupil a Classroom user is
 * @param writing what may be written
 * @param attendance how attendance is judged
 */
public record SchoolRules(SchoolPolicy policy, SchoolCalendar calendar, Grading grading, CourseLinker courseLinker,
		PupilLinker pupilLinker, SyncPolicy writing, AttendanceRules attendance) {

	/** The same with another policy for БЖБ and ТЖБ; the other tables stay. */
	SchoolRules with(SchoolPolicy other) {
		return new SchoolRules(other, this.calendar, this.grading, this.courseLinker, this.pupilLinker, this.writing,
				this.attendance);
	}
}
