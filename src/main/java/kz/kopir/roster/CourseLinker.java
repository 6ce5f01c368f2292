package kz.kopir.roster;

import java.util.Collection;
import java.util.List;

import kz.kopir.school.ClassGroup;
import kz.kopir.school.Course;
import kz.kopir.school.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Links courses to a class group and a subject.
 */
public final class CourseLinker {

	public CourseLinker(List<CourseLinkRow> rows) {
	}

	/** Links a course whose aliases were not asked for. */
	public Linking<CourseLink> link(Course course, Collection<ClassGroup> classGroups, Collection<Subject> subjects) {
		return link(course, null, classGroups, subjects);
	}

	/**
	 * Links a course.
	 * @param course the course
	 * @param alias an alias of the course, for example {@code d:kopir.17.4}, or null
	 * @param classGroups the school's class groups
	 * @param subjects the school's subjects
	 * @return the link and its evidence, or why there is none
	 */
	public Linking<CourseLink> link(Course course, @Nullable String alias, Collection<ClassGroup> classGroups,
			Collection<Subject> subjects) {
		throw new UnsupportedOperationException();
	}

}
