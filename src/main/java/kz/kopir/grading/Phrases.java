package kz.kopir.grading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The phrases that count in one place, the longest first.
 */
final class Phrases {

	private final Map<List<String>, AssessmentKind> kinds = new HashMap<>();

	private int longest;

	void add(List<String> phrase, AssessmentKind kind) {
		this.kinds.putIfAbsent(phrase, kind);
		this.longest = Math.max(this.longest, phrase.size());
	}

	Set<AssessmentKind> in(List<String> words) {
		return find(words).stream().map(Found::kind).collect(Collectors.toSet());
	}

	/** All phrases of a text; none overlaps with another. */
	List<Found> find(List<String> words) {
		List<Found> found = new ArrayList<>();
		int start = 0;
		while (start < words.size()) {
			int length = Math.min(this.longest, words.size() - start);
			while (length > 0 && !this.kinds.containsKey(words.subList(start, start + length))) {
				length--;
			}
			if (length > 0) {
				found.add(new Found(this.kinds.get(words.subList(start, start + length)), start, start + length));
			}
			start += Math.max(length, 1);
		}
		return found;
	}

	/**
	 * A phrase in a text.
	 *
	 * @param kind what it says
	 * @param from its first word
	 * @param to the word after its last
	 */
	record Found(AssessmentKind kind, int from, int to) {
	}

}
