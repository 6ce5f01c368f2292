package kz.kopir.sync;

import kz.kopir.school.Course;
import kz.kopir.school.Subject;

/**
 * A course whose class group and subject are known.
 *
 * @param course the course
 * @param subject its subject in the journal
 * @param evidence why it is linked so
 */
public record LinkedCourse(Course course, Subject subject, String evidence) {
}
