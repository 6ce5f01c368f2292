package kz.kopir.school;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A Classroom assignment or question.
 *
 * @param id Classroom's id, unique within its course
 * @param course its course
 * @param title as the teacher wrote it, 1 to 3,000 characters by Google's rule
 * @param description instructions, may be null
 * @param state whether pupils can see it
 * @param type assignment or one of the two kinds of question
 * @param maxPoints highest grade; null or zero when the work is not graded
 * @param due when it is due, or null without a due date
 * @param created when it was made
 * @param updated when it was last changed
 * @param topic name of its topic, or null
 * @param gradeCategory name of its grade category, or null
 * @param individual whether it is assigned to some pupils only
 * @param materialLinks links to its materials, in the teacher's order
 * @param link address of the coursework in Classroom, or null while it is a draft
 */
public record Coursework(CourseworkId id, CourseId course, String title, @Nullable String description, State state,
		Type type, @Nullable BigDecimal maxPoints, @Nullable Instant due, Instant created, Instant updated,
		@Nullable String topic, @Nullable String gradeCategory, boolean individual, List<String> materialLinks,
		@Nullable String link) {

	public Coursework {
		materialLinks = List.copyOf(materialLinks);
	}

	/** Whether the teacher gives points for it. */
	public boolean isGraded() {
		return this.maxPoints != null && this.maxPoints.signum() > 0;
	}

	@Override
	public String toString() {
		return "Coursework[" + this.course + "/" + this.id + "]";
	}

	/** Whether pupils can see a coursework. */
	public enum State {

		PUBLISHED, DRAFT, DELETED, UNKNOWN

	}

	/** What kind of work it is. */
	public enum Type {

		ASSIGNMENT, SHORT_ANSWER_QUESTION, MULTIPLE_CHOICE_QUESTION, UNKNOWN

	}

}
