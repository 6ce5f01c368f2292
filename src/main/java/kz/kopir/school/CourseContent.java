package kz.kopir.school;

import java.util.List;

/**
 * All that was read of one course.
 *
 * @param course the course
 * @param complete whether every list was read to its end; when not, the lists are empty
 * and nothing may be concluded from what is missing
 * @param pupils its pupils
 * @param teachers its teachers
 * @param coursework its coursework
 * @param materials its course materials
 * @param submissions its submissions
 * @param faults records that could not be used
 */
public record CourseContent(Course course, boolean complete, List<ClassroomUser> pupils, List<ClassroomUser> teachers,
		List<Coursework> coursework, List<CourseMaterial> materials, List<Submission> submissions,
		List<RecordFault> faults) {

	/** Stands for a course that could not be read to its end. */
	public static CourseContent unreadable(Course course) {
		return new CourseContent(course, false, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
	}

}
