package kz.kopir.sync;

import java.time.LocalDate;
import java.util.Optional;

import kz.kopir.deadline.SchoolCalendar;
import kz.kopir.grading.Grading;
import kz.kopir.policy.SchoolPolicy;
import kz.kopir.roster.CourseLinker;
import kz.kopir.roster.PupilLinker;
import kz.kopir.run.RunContext;
import kz.kopir.school.Term;

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

	/** Longer than the longest holidays. */
	private static final int DAYS_BACK_TO_A_TERM = 120;

	/**
	 * The first day at which a run usually looks: for homework and marks the beginning of
	 * the term, in the holidays of the term before.
	 * @param to its last day
	 */
	LocalDate firstDay(String flow, LocalDate to) {
		if (flow.equals(Flows.ATTENDANCE)) {
			return to.minusDays(this.attendance.daysBack());
		}
		for (int back = 0; back <= DAYS_BACK_TO_A_TERM; back++) {
			Optional<Term> term = this.calendar.termOf(to.minusDays(back));
			if (term.isPresent()) {
				return term.get().start();
			}
		}
		return to;
	}

	/**
	 * Whether a run looks at all the days at which runs usually look. Of one over fewer
	 * days nobody can say that what it does not see is gone.
	 */
	boolean looksAtAllDays(RunContext run, LocalDate today) {
		return !run.to().isBefore(today) && !run.from().isAfter(firstDay(run.flow(), today));
	}

	/** The same with another policy for БЖБ and ТЖБ; the other tables stay. */
	SchoolRules with(SchoolPolicy other) {
		return new SchoolRules(other, this.calendar, this.grading, this.courseLinker, this.pupilLinker, this.writing,
				this.attendance);
	}

}
