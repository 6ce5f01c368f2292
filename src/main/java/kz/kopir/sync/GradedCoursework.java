package kz.kopir.sync;

import java.time.LocalDate;

import kz.kopir.grading.AssessmentKind;
import kz.kopir.school.Coursework;
import org.jspecify.annotations.Nullable;

/**
 * A coursework for which the teacher gives points.
 *
 * @param course its course
 * @param coursework the coursework
 * @param kind what it assesses
 * @param lesson day of the lesson on which its marks stand, or null
 * @param handedIn submissions that wait for a grade
 * @param excluded the rule by which none of it is for the journal, or null
 */
record GradedCoursework(LinkedCourse course, Coursework coursework, AssessmentKind kind, @Nullable LocalDate lesson,
		int handedIn, @Nullable String excluded) {
}
