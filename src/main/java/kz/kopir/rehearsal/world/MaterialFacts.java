package kz.kopir.rehearsal.world;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A course material: something to read or watch, nothing to hand in.
 *
 * @param id Classroom's id, 12 digits
 * @param courseId its course
 * @param title as the teacher wrote it
 * @param description text, or null
 * @param state {@code PUBLISHED}, {@code DRAFT} or {@code DELETED}
 * @param created when it was made
 * @param updated when it was last changed
 * @param topicId its topic, or null
 * @param links addresses
 */
public record MaterialFacts(String id, String courseId, String title, @Nullable String description, String state,
		Instant created, Instant updated, @Nullable String topicId, List<String> links) {

	public MaterialFacts {
		links = List.copyOf(links);
	}

}
