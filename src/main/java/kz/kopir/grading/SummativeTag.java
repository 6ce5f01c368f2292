package kz.kopir.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import kz.kopir.mapping.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * Which БЖБ or ТЖБ a title means. A number counts only beside the tag («БЖБ №2», «2-БЖБ»)
 * or beside the word for a term («СОЧ за 2 четверть», «II тоқсан»): numbers of classes,
 * lessons and sections of the syllabus stand in titles, too.
 *
 * @param kind section or term summative
 * @param number number of the БЖБ in its term; null when the title does not say it
 * @param term number of the term, 1 to 4; null when the title does not say it
 * @param contradictory whether the title says two different numbers
 */
public record SummativeTag(AssessmentKind kind, @Nullable Integer number, @Nullable Integer term,
		boolean contradictory) {

	private static final Set<String> TERM_WORDS = Stream
		.of("четверть", "четверти", "четв", "тоқсан", "тоқсанға", "тоқсанның", "term", "quarter")
		.map(Spelling::key)
		.collect(Collectors.toUnmodifiableSet());

	/**
	 * What stands between a number and its word: 2-ая четверть, 2-ші тоқсан, 2nd term.
	 */
	private static final Set<String> ORDINALS = Stream
		.of("ая", "я", "ой", "й", "ую", "ю", "ші", "шы", "інші", "ыншы", "st", "nd", "rd", "th")
		.map(Spelling::key)
		.collect(Collectors.toUnmodifiableSet());

	private static final Map<String, Integer> ROMAN = Map.of(Spelling.key("I"), 1, Spelling.key("II"), 2,
			Spelling.key("III"), 3, Spelling.key("IV"), 4);

	private static final int TERMS = 4;

	private static final int LONGEST_NUMBER = 2;

	static SummativeTag of(List<String> words, Phrases phrases, AssessmentKind kind) {
		Set<Integer> ofTerm = new TreeSet<>();
		boolean[] taken = new boolean[words.size()];
		for (int i = 0; i < words.size(); i++) {
			if (TERM_WORDS.contains(words.get(i))) {
				takeTerm(words, i, taken, ofTerm);
			}
		}
		Set<Integer> beside = new TreeSet<>();
		for (Phrases.Found found : find(words, phrases)) {
			if (found.kind() == kind) {
				number(words, found.to(), taken).ifPresent(beside::add);
				number(words, found.from() - 1, taken).ifPresent(beside::add);
			}
		}
		if (kind == AssessmentKind.TERM_SUMMATIVE) {
			// «ТЖБ 2» means the second term
			ofTerm.addAll(beside);
			beside.clear();
		}
		boolean noTerm = ofTerm.stream().anyMatch((term) -> term < 1 || term > TERMS);
		return new SummativeTag(kind, single(beside), single(ofTerm), beside.size() > 1 || ofTerm.size() > 1 || noTerm);
	}

	private static @Nullable Integer single(Set<Integer> numbers) {
		return (numbers.size() == 1) ? numbers.iterator().next() : null;
	}

	private static void takeTerm(List<String> words, int word, boolean[] taken, Set<Integer> terms) {
		int before = word - 1;
		if (before >= 0 && ORDINALS.contains(words.get(before))) {
			before--;
		}
		for (int place : new int[] { before, word + 1 }) {
			Integer term = (place >= 0 && place < words.size()) ? term(words.get(place)) : null;
			if (term != null) {
				taken[place] = true;
				terms.add(term);
				return;
			}
		}
	}

	private static @Nullable Integer term(String word) {
		return ROMAN.containsKey(word) ? ROMAN.get(word) : isShortNumber(word) ? Integer.valueOf(word) : null;
	}

	private static Optional<Integer> number(List<String> words, int place, boolean[] taken) {
		return (place >= 0 && place < words.size() && !taken[place] && isShortNumber(words.get(place)))
				? Optional.of(Integer.valueOf(words.get(place))) : Optional.empty();
	}

	private static boolean isShortNumber(String word) {
		return Spelling.isNumber(word) && word.length() <= LONGEST_NUMBER;
	}

	/**
	 * Phrases are made of words only, so numbers are passed over when looking for them.
	 */
	private static List<Phrases.Found> find(List<String> words, Phrases phrases) {
		List<Integer> places = new ArrayList<>();
		List<String> letters = new ArrayList<>();
		for (int i = 0; i < words.size(); i++) {
			if (!Spelling.isNumber(words.get(i))) {
				places.add(i);
				letters.add(words.get(i));
			}
		}
		return phrases.find(letters)
			.stream()
			.map((found) -> new Phrases.Found(found.kind(), places.get(found.from()), places.get(found.to() - 1) + 1))
			.toList();
	}

}
