package kz.kopir.grading;

import kz.kopir.problem.ProblemCode;
import kz.kopir.school.Coursework;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say about a coursework.
 *
 * @param coursework the coursework
 * @param kind what it assesses
 * @param homework whether it is work at home
 * @param graded whether the teacher gives points for it
 * @param work the work that should stand in the journal
 * @param withoutMarks the rule by which its grades get no marks although it is graded and
 * its homework may be carried, or null
 */
public record CourseworkJudgement(Coursework coursework, AssessmentKind kind, boolean homework, boolean graded,
		Judgement<WantedWork> work, @Nullable ProblemCode withoutMarks) {
}
