package kz.kopir.school;

import java.util.List;

/**
 * The aliases of a course.
 *
 * @param course the course
 * @param aliases each with its prefix, {@code d:} (domain) or {@code p:} (project)
 */
public record CourseAliases(CourseId course, List<String> aliases) {

	public CourseAliases {
		aliases = List.copyOf(aliases);
	}

}
