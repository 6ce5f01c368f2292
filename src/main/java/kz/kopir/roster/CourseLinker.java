package kz.kopir.roster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import kz.kopir.problem.ProblemCode;
import kz.kopir.school.ClassGroup;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.Course;
import kz.kopir.school.CourseId;
import kz.kopir.school.Subject;
import kz.kopir.school.SubjectId;
import org.jspecify.annotations.Nullable;

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

	/** Links a course whose aliases were not asked for. */
	public Linking<CourseLink> link(Course course, Collection<ClassGroup> classGroups, Collection<Subject> subjects) {
		return link(course, null, classGroups, subjects);
	}

	/**
	 * Links a course.
	 * @param course the course
	 * @param alias an alias of the course, for example {@code d:kopir.17.4}, or null; one
	 * that does not begin with {@code kopir.} is no evidence
	 * @param classGroups the school's class groups
	 * @param subjects the school's subjects
	 * @return the link and its evidence ({@code course-link-table}, {@code course-alias},
	 * {@code course-description-code}), or why there is none
	 */
	public Linking<CourseLink> link(Course course, @Nullable String alias, Collection<ClassGroup> classGroups,
			Collection<Subject> subjects) {
		List<Claim> table = this.rows.getOrDefault(course.id(), Set.of())
			.stream()
			.map((row) -> ofRow(row, classGroups, subjects))
			.toList();
		if (!table.isEmpty()) {
			return settle(course, table, "course-link-table");
		}
		List<Claim> aliases = CourseCodes.ofAlias(alias, classGroups, subjects);
		List<Claim> claims = new ArrayList<>(aliases);
		claims.addAll(CourseCodes.ofDescription(course.description(), classGroups, subjects));
		if (claims.isEmpty()) {
			return new Linking.Unlinked<>(ProblemCode.COURSE_NOT_LINKED, Map.of("course", course.id().value()),
					CourseSuggestions.of(course, classGroups, subjects));
		}
		return settle(course, claims, aliases.isEmpty() ? "course-description-code" : "course-alias");
	}

	/** The table holds ids only. */
	private static Claim ofRow(CourseLinkRow row, Collection<ClassGroup> classGroups, Collection<Subject> subjects) {
		boolean group = classGroups.stream().anyMatch((candidate) -> candidate.id().equals(row.classGroup()));
		boolean subject = subjects.stream().anyMatch((candidate) -> candidate.id().equals(row.subject()));
		return new Claim(group ? Set.of(row.classGroup()) : Set.of(), subject ? Set.of(row.subject()) : Set.of());
	}

	private static Linking<CourseLink> settle(Course course, List<Claim> claims, String evidence) {
		Map<String, String> details = new LinkedHashMap<>();
		details.put("course", course.id().value());
		details.put("evidence", evidence);
		Set<ClassGroupId> groups = new HashSet<>();
		Set<SubjectId> subjects = new HashSet<>();
		claims.forEach((claim) -> {
			groups.addAll(claim.classGroups());
			subjects.addAll(claim.subjects());
		});
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
