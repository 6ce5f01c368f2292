package kz.kopir.roster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import kz.kopir.school.ClassGroup;
import kz.kopir.school.Course;
import kz.kopir.school.Subject;

/**
 * Suggests a class group and a subject by the names of course and section. The longest
 * name that stands in them as whole words is meant; when two are as long, none is.
 */
final class CourseSuggestions {

	private CourseSuggestions() {
	}

	static List<Suggestion> of(Course course, SchoolNames names) {
		List<List<String>> texts = new ArrayList<>();
		texts.add(ClassNames.words(course.name()));
		if (course.section() != null) {
			texts.add(ClassNames.words(course.section()));
		}
		Optional<ClassGroup> classGroup = longest(texts, names.classGroupWords());
		Optional<Subject> subject = longest(texts, names.subjectWords());
		if (classGroup.isEmpty() || subject.isEmpty()) {
			return List.of();
		}
		return List
			.of(new Suggestion(classGroup.get().id() + "/" + subject.get().id(), "names-in-course-name-and-section"));
	}

	private static <T> Optional<T> longest(List<List<String>> texts, Map<T, List<String>> candidates) {
		List<T> best = new ArrayList<>();
		int length = 1;
		for (Map.Entry<T, List<String>> candidate : candidates.entrySet()) {
			List<String> name = candidate.getValue();
			if (name.size() >= length
					&& texts.stream().anyMatch((text) -> Collections.indexOfSubList(text, name) >= 0)) {
				if (name.size() > length) {
					best.clear();
					length = name.size();
				}
				best.add(candidate.getKey());
			}
		}
		return (best.size() == 1) ? Optional.of(best.get(0)) : Optional.empty();
	}

}
