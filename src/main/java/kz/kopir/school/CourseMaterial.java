package kz.kopir.school;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Something to read or watch that a teacher put into a course and that nobody hands in.
 *
 * @param id Classroom's id
 * @param title as the teacher wrote it
 * @param topic name of its topic, or null
 * @param created when it was put there
 * @param links links to it, in the teacher's order
 */
public record CourseMaterial(String id, String title, @Nullable String topic, Instant created, List<String> links) {

	public CourseMaterial {
		links = List.copyOf(links);
	}

	@Override
	public String toString() {
		return "CourseMaterial[" + this.id + "]";
	}

}
