package kz.kopir.preparation;

import java.time.Instant;

import kz.kopir.school.ClassGroupId;
import kz.kopir.school.SubjectId;

/**
 * A material or coursework that a teacher put into a course.
 *
 * @param classGroup the class group to which its course is linked
 * @param subject the subject to which its course is linked
 * @param at when it was given
 * @param links links that it carries
 */
public record Given(ClassGroupId classGroup, SubjectId subject, Instant at, int links) {
}
