package kz.kopir.console;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An entry by the parts of its key.
 *
 * @param key the whole key, for example {@code mark/17/4/1000002385955}
 * @param kind the kind of entry, for example {@code mark}
 * @param course Classroom's id of the course, or null
 * @param coursework Classroom's id of the coursework, or null
 * @param lesson the journal's id of the lesson, or null
 * @param pupil the journal's id of the pupil, or null
 */
record EntryName(String key, String kind, @Nullable String course, @Nullable String coursework, @Nullable String lesson,
		@Nullable String pupil) {

	private static final int KIND_AND_LESSON_AND_PUPIL = 3;

	static EntryName of(String key) {
		List<String> parts = List.of(key.split("/"));
		if (parts.get(0).equals("attendance") && parts.size() == KIND_AND_LESSON_AND_PUPIL) {
			return new EntryName(key, parts.get(0), null, null, parts.get(1), parts.get(2));
		}
		return new EntryName(key, parts.get(0), part(parts, 1), part(parts, 2), null,
				part(parts, KIND_AND_LESSON_AND_PUPIL));
	}

	private static @Nullable String part(List<String> parts, int number) {
		return (number < parts.size()) ? parts.get(number) : null;
	}

}
