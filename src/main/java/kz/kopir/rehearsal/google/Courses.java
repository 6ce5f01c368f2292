package kz.kopir.rehearsal.google;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import kz.kopir.rehearsal.google.Caller.Role;
import kz.kopir.rehearsal.world.CourseFacts;
import kz.kopir.rehearsal.world.World;

/**
 * The school's courses as a user sees them. An administrator sees all but suspended ones,
 * a teacher those that he or she teaches, a pupil the active and archived ones that he or
 * she takes. A course that is not active yet, was declined or is suspended shows itself
 * to its owner.
 */
final class Courses {

	private static final Set<String> ESTABLISHED = Set.of("ACTIVE", "ARCHIVED");

	private static final Comparator<CourseFacts> NEWEST_FIRST = Comparator.comparing(CourseFacts::created)
		.reversed()
		.thenComparing(CourseFacts::id);

	private final World world;

	private final Map<String, List<String>> aliases;

	private final Map<String, String> idsByAlias = new HashMap<>();

	Courses(World world, Map<String, List<String>> aliases) {
		this.world = world;
		this.aliases = aliases;
		aliases.forEach((id, names) -> names.forEach((alias) -> this.idsByAlias.put(alias, id)));
	}

	/**
	 * The course that a path names.
	 * @param idOrAlias Classroom's id or an alias
	 * @param caller who asks
	 * @return the course
	 * @throws ApiError 404 when there is none, 403 when the caller may not see it
	 */
	CourseFacts visible(String idOrAlias, Caller caller) {
		CourseFacts course = this.world.course(this.idsByAlias.getOrDefault(idOrAlias, idOrAlias));
		if (course == null) {
			throw ApiError.notFound();
		}
		if (!sees(caller, course)) {
			throw ApiError.permissionDenied();
		}
		return course;
	}

	/** Every course that the caller sees, the newest first. */
	List<CourseFacts> visible(Caller caller) {
		return this.world.courses().stream().filter((course) -> sees(caller, course)).sorted(NEWEST_FIRST).toList();
	}

	/** Whether the caller has a teacher's or an administrator's view of the course. */
	boolean manages(Caller caller, CourseFacts course) {
		return caller.role() == Role.ADMIN || course.teacherIds().contains(caller.userId());
	}

	boolean takes(String userId, CourseFacts course) {
		return this.world.students(course.id()).contains(userId);
	}

	/** Whether two users meet in a course that one of them sees. */
	boolean share(Caller caller, String userId) {
		return this.world.courses()
			.stream()
			.anyMatch((course) -> sees(caller, course)
					&& (course.teacherIds().contains(userId) || takes(userId, course)));
	}

	List<String> aliases(CourseFacts course) {
		return this.aliases.getOrDefault(course.id(), List.of());
	}

	private boolean sees(Caller caller, CourseFacts course) {
		boolean owner = course.ownerId().equals(caller.userId());
		boolean established = ESTABLISHED.contains(course.state());
		return switch (caller.role()) {
			case ADMIN -> !course.state().equals("SUSPENDED");
			case TEACHER -> owner || (established && course.teacherIds().contains(caller.userId()));
			case PUPIL -> established && takes(caller.userId(), course);
			case STAFF, NOBODY -> false;
		};
	}

}
