package kz.kopir.grading;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import kz.kopir.mapping.Spelling;
import kz.kopir.mapping.Table;
import kz.kopir.school.Coursework;
import org.jspecify.annotations.Nullable;

/**
 * The school's words for kinds of assessment. They are matched as whole words, the
 * longest first, so that «подготовка к СОР» can mean something else than «СОР».
 */
final class AssessmentKinds {

	private static final Map<String, AssessmentKind> KINDS = Map.of("homework", AssessmentKind.HOMEWORK, "classwork",
			AssessmentKind.CLASSWORK, "formative", AssessmentKind.FORMATIVE, "section-summative",
			AssessmentKind.SECTION_SUMMATIVE, "term-summative", AssessmentKind.TERM_SUMMATIVE, "ignore",
			AssessmentKind.IGNORE);

	private static final Map<String, Set<Place>> PLACES = Map.of("any", EnumSet.allOf(Place.class), "category",
			EnumSet.of(Place.CATEGORY), "topic", EnumSet.of(Place.TOPIC), "title", EnumSet.of(Place.TITLE));

	private static final Set<AssessmentKind> SUMMATIVE = EnumSet.of(AssessmentKind.SECTION_SUMMATIVE,
			AssessmentKind.TERM_SUMMATIVE);

	/** What cannot be said of a summative work. It may well be done at the lesson. */
	private static final Set<AssessmentKind> NOT_SUMMATIVE = EnumSet.of(AssessmentKind.HOMEWORK,
			AssessmentKind.FORMATIVE, AssessmentKind.IGNORE);

	private final Map<Place, Phrases> phrases = new EnumMap<>(Place.class);

	AssessmentKinds(Table table) {
		for (Place place : Place.values()) {
			this.phrases.put(place, new Phrases());
		}
		// A row for one place stands above a row for any place.
		add(table, false);
		add(table, true);
	}

	private void add(Table table, boolean any) {
		Map<Set<Place>, Map<List<String>, Table.Row>> seen = new HashMap<>();
		for (Table.Row row : table.rows()) {
			Set<Place> places = row.choose("where", PLACES);
			AssessmentKind kind = row.choose("kind", KINDS);
			if ((places.size() > 1) != any) {
				continue;
			}
			for (String words : row.require("words").split("\\|")) {
				List<String> phrase = wordsOf(words);
				if (phrase.isEmpty()) {
					throw row.wrong("words", "There is a phrase without a letter.",
							"Write words, several phrases with | between them.");
				}
				Table.Row first = seen.computeIfAbsent(places, (key) -> new HashMap<>()).putIfAbsent(phrase, row);
				if (first != null) {
					throw row.twice("words", first);
				}
				places.forEach((place) -> this.phrases.get(place).add(phrase, kind));
			}
		}
	}

	/** What the tags of a coursework say. */
	Tagging of(Coursework coursework) {
		List<Set<AssessmentKind>> tags = List.of(tags(Place.CATEGORY, coursework.gradeCategory()),
				tags(Place.TOPIC, coursework.topic()), tags(Place.TITLE, coursework.title()));
		boolean homework = isHomework(tags, coursework.type() == Coursework.Type.ASSIGNMENT);
		Set<AssessmentKind> all = EnumSet.noneOf(AssessmentKind.class);
		tags.forEach(all::addAll);
		Set<AssessmentKind> summative = EnumSet.copyOf(SUMMATIVE);
		summative.retainAll(all);
		if (!summative.isEmpty()) {
			boolean contradicted = summative.size() > 1 || NOT_SUMMATIVE.stream().anyMatch(all::contains);
			return new Tagging(contradicted ? AssessmentKind.UNDETERMINED : summative.iterator().next(), false);
		}
		for (Set<AssessmentKind> place : tags) {
			if (!place.isEmpty()) {
				return new Tagging(single(place), homework);
			}
		}
		return new Tagging(homework ? AssessmentKind.HOMEWORK : AssessmentKind.CLASSWORK, homework);
	}

	/** The kind that one place names; being formative and being homework go together. */
	private static AssessmentKind single(Set<AssessmentKind> place) {
		Set<AssessmentKind> kinds = EnumSet.copyOf(place);
		boolean formative = kinds.remove(AssessmentKind.FORMATIVE);
		if (kinds.size() > 1 || (formative && kinds.contains(AssessmentKind.IGNORE))) {
			return AssessmentKind.UNDETERMINED;
		}
		return formative ? AssessmentKind.FORMATIVE : kinds.iterator().next();
	}

	private static boolean isHomework(List<Set<AssessmentKind>> tags, boolean otherwise) {
		for (Set<AssessmentKind> place : tags) {
			if (place.contains(AssessmentKind.HOMEWORK)) {
				return true;
			}
			if (place.contains(AssessmentKind.CLASSWORK)) {
				return false;
			}
		}
		return otherwise;
	}

	private Set<AssessmentKind> tags(Place place, @Nullable String text) {
		return (text != null) ? this.phrases.get(place).in(wordsOf(text)) : EnumSet.noneOf(AssessmentKind.class);
	}

	private static List<String> wordsOf(String text) {
		return Spelling.words(text).stream().filter((word) -> !Spelling.isNumber(word)).toList();
	}

	/**
	 * What the tags of a coursework say.
	 *
	 * @param kind what it assesses
	 * @param homework whether it is work at home
	 */
	record Tagging(AssessmentKind kind, boolean homework) {
	}

	/**
	 * Which БЖБ or ТЖБ a coursework is, as far as its title says.
	 * @param coursework a coursework
	 * @param kind {@link AssessmentKind#SECTION_SUMMATIVE} or
	 * {@link AssessmentKind#TERM_SUMMATIVE}
	 */
	SummativeTag summative(Coursework coursework, AssessmentKind kind) {
		return SummativeTag.of(Spelling.words(coursework.title()), this.phrases.get(Place.TITLE), kind);
	}

	/** Where a tag can stand. */
	private enum Place {

		CATEGORY, TOPIC, TITLE

	}

}
