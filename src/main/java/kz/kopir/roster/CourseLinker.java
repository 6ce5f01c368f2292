package kz.kopir.roster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.TreeSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import kz.kopir.problem.ProblemCode;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.Course;
import kz.kopir.school.CourseId;
import kz.kopir.school.SubjectId;

/**
 * Links courses to a class group and a subject. Strong evidence is the school's table,
 * which a person confirmed and which therefore stands above the rest, then a code in the
 * course's alias ({@code d:kopir.<class group id>.<subject id>}) or description
 * ({@code kopir:<class group>/<subject>}, ids or names). Codes that contradict each other
 * link nothing; the names of course and section only suggest.
 */
public final class CourseLinker {

	private final Map<CourseId, Set<CourseLinkRow>> rows = new HashMap<>();

	/**
	 * Takes the school's table.
	 * @param rows the links that a person confirmed
	 */
	public CourseLinker(List<CourseLinkRow> rows) {
		rows.forEach((row) -> this.rows.computeIfAbsent(row.course(), (course) -> new HashSet<>()).add(row));
	}

	/**
	 * Whether neither the table nor the description says anything of a course: then its
	 * aliases are worth a request each.
	 */
	public boolean needsAliases(Course course) {
		return !this.rows.containsKey(course.id()) && !CourseCodes.isInDescription(course.description());
	}

	/**
	 * Links a course.
	 * @param course the course
	 * @param aliases aliases of the course, for example {@code d:kopir.17.4}, as far as
	 * they were asked for; one that does not begin with {@code kopir.} is no evidence
	 * @param names the school's class groups and subjects
	 * @return the link and its evidence ({@code course-link-table}, {@code course-alias},
	 * {@code course-description-code}), or why there is none
	 */
	public Linking<CourseLink> link(Course course, Collection<String> aliases, SchoolNames names) {
		List<Claim> table = this.rows.getOrDefault(course.id(), Set.of())
			.stream()
			.map((row) -> ofRow(row, names))
			.toList();
		if (!table.isEmpty()) {
			return settle(course, table, "course-link-table");
		}
		List<Claim> claims = new ArrayList<>();
		aliases.forEach((alias) -> claims.addAll(CourseCodes.ofAlias(alias, names)));
		boolean byAlias = !claims.isEmpty();
		claims.addAll(CourseCodes.ofDescription(course.description(), names));
		if (claims.isEmpty()) {
			return new Linking.Unlinked<>(ProblemCode.COURSE_NOT_LINKED, Map.of("course", course.id().value()),
					CourseSuggestions.of(course, names));
		}
		return settle(course, claims, byAlias ? "course-alias" : "course-description-code");
	}

	/** The table holds ids only. */
	private static Claim ofRow(CourseLinkRow row, SchoolNames names) {
		return new Claim(names.classGroupsWithId(row.classGroup().value()),
				names.subjectsWithId(row.subject().value()));
	}

	private static Linking<CourseLink> settle(Course course, List<Claim> claims, String evidence) {
		Map<String, String> details = new LinkedHashMap<>();
		details.put("course", course.id().value());
		details.put("evidence", evidence);
		Set<ClassGroupId> groups = new TreeSet<>();
		Set<SubjectId> subjects = new TreeSet<>();
		claims.forEach((claim) -> {
			groups.addAll(claim.classGroups());
			subjects.addAll(claim.subjects());
		});
		details.put("candidates", "class groups " + groups + ", subjects " + subjects);
		details.put("target", (groups.isEmpty() ? "an unknown class group" : "class group " + groups) + ", "
				+ (subjects.isEmpty() ? "an unknown subject" : "subject " + subjects));
		if (groups.size() > 1 || subjects.size() > 1) {
			return new Linking.Unlinked<>(ProblemCode.COURSE_LINK_AMBIGUOUS, details, List.of());
		}
		if (claims.stream().anyMatch(Claim::isUnknown)) {
			return new Linking.Unlinked<>(ProblemCode.COURSE_LINK_UNKNOWN, details, List.of());
		}
		return new Linking.Linked<>(new CourseLink(course.id(), groups.iterator().next(), subjects.iterator().next()),
				evidence);
	}

}
