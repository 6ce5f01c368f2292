package kz.kopir.grading;

import java.util.LinkedHashMap;
import java.util.Map;

import kz.kopir.school.Coursework;

/**
 * What a problem says about its place: ids, codes, dates and titles.
 */
final class Details {

	private static final int LONGEST_TITLE = 200;

	private final Map<String, String> details = new LinkedHashMap<>();

	Details(Coursework coursework) {
		with("course", coursework.course());
		with("coursework", coursework.id());
		with("title", CleanText.cut(CleanText.line(coursework.title()), LONGEST_TITLE));
	}

	Details with(String key, Object value) {
		this.details.put(key, value.toString());
		return this;
	}

	Map<String, String> toMap() {
		return this.details;
	}

}
