package kz.kopir.rehearsal.world;

import java.time.Instant;

/**
 * A topic of a course.
 *
 * @param id Classroom's id, 12 digits
 * @param courseId its course
 * @param name as the teacher named it
 * @param updated when it was last changed
 */
public record TopicFacts(String id, String courseId, String name, Instant updated) {
}
