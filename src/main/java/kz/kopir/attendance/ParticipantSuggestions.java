package kz.kopir.attendance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import kz.kopir.roster.FoldedNames;
import kz.kopir.school.Pupil;

/**
 * Suggests pupils for a name that links to nobody: spelled otherwise, with the class or a
 * device in it, typed by a parent, two children on one device, or half a name.
 */
final class ParticipantSuggestions {

	/** In a report file, another full name in parentheses is the one used before. */
	private static final Pattern SEVERAL = Pattern
		.compile("[,&+/]| (?:и|және|мен|and) | \\((?=\\p{L}{2,}[ -]+\\p{L}{2,})");

	private static final Pattern BLANK = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'-]+");

	private static final Pattern CLASS = Pattern.compile("\\d{1,2}-?\\p{L}?");

	/** As journals write it: 7 «А». */
	private static final Pattern CLASS_APART = Pattern
		.compile("(?<![\\p{L}\\p{N}])(\\d{1,2})[ «\"-]{1,3}(\\p{L})(?![\\p{L}\\p{M}\\p{N}'-])");

	private static final Pattern MODEL = Pattern.compile("\\p{L}{0,2}\\d+\\p{L}{0,2}|pro|max|mini|note|plus|ultra");

	private static final Set<String> PARENTS = Set.of("мама", "мамасы", "папа", "папасы", "ана", "анасы", "апа", "әке",
			"әкесі", "бабушка", "әже", "mama", "mother", "mom", "papa", "father", "parent");

	private static final Set<String> DEVICES = Set.of("iphone", "ipad", "redmi", "galaxy", "samsung", "huawei",
			"xiaomi", "honor", "oppo", "poco", "realme", "android", "телефон", "планшет", "айфон");

	private final List<Pupil> pupils;

	ParticipantSuggestions(List<Pupil> pupils) {
		this.pupils = pupils;
	}

	List<LinkSuggestion> of(String name) {
		List<String> parts = Stream.of(SEVERAL.split(ParticipantNames.clean(name)))
			.map(String::strip)
			.filter((part) -> !part.isEmpty())
			.toList();
		boolean givenNames = ParticipantNames.areGivenNames(name, this.pupils);
		boolean fullNames = parts.stream().allMatch((part) -> part.contains(" "));
		List<LinkSuggestion> one = givenNames ? List.of() : whole(ParticipantNames.key(name));
		if (parts.size() > 1 && (one.isEmpty() || fullNames)) {
			List<LinkSuggestion> several = parts.stream()
				.flatMap((part) -> whole(part).stream())
				.map((found) -> new LinkSuggestion(found.pupil(), "several-children"))
				.distinct()
				.toList();
			return several.isEmpty() ? one : several;
		}
		return one.stream().distinct().toList();
	}

	private List<LinkSuggestion> whole(String text) {
		List<String> words = Stream.of(BLANK.split(CLASS_APART.matcher(text).replaceAll("$1$2")))
			.filter((word) -> !word.isEmpty())
			.toList();
		boolean parent = words.stream().anyMatch(PARENTS::contains);
		boolean device = words.stream().anyMatch(DEVICES::contains);
		boolean group = words.stream().anyMatch((word) -> CLASS.matcher(word).matches());
		List<String> names = words.stream()
			.filter((word) -> !device || !MODEL.matcher(word).matches())
			.filter((word) -> !PARENTS.contains(word) && !DEVICES.contains(word) && !CLASS.matcher(word).matches())
			.map(FoldedNames::fold)
			.filter((word) -> !word.isEmpty())
			.toList();
		String hint = parent ? "parent-name" : device ? "device-name" : group ? "name-with-class" : "";
		List<LinkSuggestion> full = named((pupil) -> isFullName(pupil, names), hint, "name-spelled-alike");
		if (!full.isEmpty() || names.size() != 1) {
			return full;
		}
		List<LinkSuggestion> half = new ArrayList<>(
				named((pupil) -> names.contains(FoldedNames.fold(pupil.lastName())), hint, "surname-only"));
		half.addAll(named((pupil) -> names.contains(FoldedNames.fold(pupil.firstName())), hint, "given-name-only"));
		return half;
	}

	private List<LinkSuggestion> named(Predicate<Pupil> matching, String hint, String otherwise) {
		return this.pupils.stream()
			.filter(matching)
			.map((pupil) -> new LinkSuggestion(pupil.id(), hint.isEmpty() ? otherwise : hint))
			.toList();
	}

	/**
	 * Surname and given name, in either order, together or apart, with or without more.
	 */
	private static boolean isFullName(Pupil pupil, List<String> names) {
		String last = FoldedNames.fold(pupil.lastName());
		String first = FoldedNames.fold(pupil.firstName());
		if (last.isEmpty() || first.isEmpty() || names.isEmpty()) {
			return false;
		}
		String typed = names.stream().collect(Collectors.joining());
		return typed.equals(last + first) || typed.equals(first + last)
				|| (names.contains(first) && names.contains(last) && names.size() > 1);
	}

}
