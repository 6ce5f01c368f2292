package kz.kopir.roster;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import kz.kopir.mapping.Spelling;

/**
 * The many ways to write a class: {@code 7 «А»}, {@code 7А}, {@code 7-А сынып}.
 */
final class ClassNames {

	/** Words that say only that a class is meant. */
	private static final Set<String> FILLERS = Stream.of("сынып", "сыныбы", "класс", "кл", "class", "grade")
		.map(Spelling::key)
		.collect(Collectors.toUnmodifiableSet());

	private ClassNames() {
	}

	static List<String> words(String name) {
		return Spelling.words(name).stream().filter((word) -> !FILLERS.contains(word)).toList();
	}

	static String key(String name) {
		return String.join(" ", words(name));
	}

}
