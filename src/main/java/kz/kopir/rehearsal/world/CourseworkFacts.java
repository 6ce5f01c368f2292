package kz.kopir.rehearsal.world;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A coursework.
 *
 * @param id Classroom's id, 12 digits
 * @param courseId its course
 * @param title as the teacher wrote it
 * @param description instructions, or null
 * @param state {@code PUBLISHED}, {@code DRAFT} or {@code DELETED}
 * @param workType {@code ASSIGNMENT}, {@code SHORT_ANSWER_QUESTION} or
 * {@code MULTIPLE_CHOICE_QUESTION}
 * @param maxPoints highest grade, or null when it is not graded
 * @param due when it is due, or null without a due date. Without a time of day it is
 * midnight UTC of the due date, so that date and Almaty's date agree
 * @param dueHasTime whether the due date has a time of day
 * @param created when it was made
 * @param updated when it was last changed
 * @param topicId its topic, or null
 * @param gradeCategoryId its grade category, or null
 * @param assignees Google user ids when it is set to some pupils only, null for all
 * @param links addresses of its materials
 */
public record CourseworkFacts(String id, String courseId, String title, @Nullable String description, String state,
		String workType, @Nullable BigDecimal maxPoints, @Nullable Instant due, boolean dueHasTime, Instant created,
		Instant updated, @Nullable String topicId, @Nullable String gradeCategoryId, @Nullable List<String> assignees,
		List<String> links) {

	public CourseworkFacts {
		assignees = (assignees != null) ? List.copyOf(assignees) : null;
		links = List.copyOf(links);
	}

}
