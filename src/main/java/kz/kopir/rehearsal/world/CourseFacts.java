package kz.kopir.rehearsal.world;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A Classroom course, together with the truth about what it teaches.
 *
 * @param id Classroom's id, 12 digits
 * @param name as the teacher named it
 * @param section often the class, or null
 * @param description free text, may hold the course code {@code kopir:<group>/<subject>}
 * @param ownerId Google user id of the owner
 * @param teacherIds Google user ids of the teachers, the owner first
 * @param state Classroom's course state, for example {@code ACTIVE}
 * @param created when it was made
 * @param updated when it was last changed
 * @param gradeCategories grade categories, may be empty
 * @param groupId the class group that it truly teaches, or null for none
 * @param subjectId the subject that it truly teaches, or null for none
 */
public record CourseFacts(String id, String name, @Nullable String section, @Nullable String description,
		String ownerId, List<String> teacherIds, String state, Instant created, Instant updated,
		List<CategoryFacts> gradeCategories, @Nullable Long groupId, @Nullable Long subjectId) {

	public CourseFacts {
		teacherIds = List.copyOf(teacherIds);
		gradeCategories = List.copyOf(gradeCategories);
	}

}
