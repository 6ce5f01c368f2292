package kz.kopir.rehearsal.world;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A class group: a class or a subgroup of one.
 *
 * @param id Kundelik's id of the edu-group, 19 digits
 * @param name for example {@code 7 «А»}
 * @param grade year of study, 1 to 11
 * @param parentId the class of a subgroup, or null for a class
 * @param shift 1 (mornings) or 2 (afternoons)
 * @param pupilIds persons in the journal's order
 */
public record GroupFacts(long id, String name, int grade, @Nullable Long parentId, int shift, List<Long> pupilIds) {

	public GroupFacts {
		pupilIds = List.copyOf(pupilIds);
	}

}
