package kz.kopir.roster;

import kz.kopir.school.ClassGroupId;
import kz.kopir.school.CourseId;
import kz.kopir.school.SubjectId;

/**
 * To which class group and subject a course belongs.
 *
 * @param course the course
 * @param classGroup the journal's class group
 * @param subject the journal's subject
 */
public record CourseLink(CourseId course, ClassGroupId classGroup, SubjectId subject) {
}
