package kz.kopir.journal.kundelik;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.mapping.Fields;
import kz.kopir.mapping.RecordException;
import kz.kopir.school.Lesson;
import kz.kopir.school.LessonSlot;
import kz.kopir.school.TeacherId;
import org.jspecify.annotations.Nullable;

/**
 * The bells of a class: from when to when each number of lesson is, by the day of the
 * week.
 */
final class Bells {

	/** A place for which there are several times is remembered without any. */
	private final Map<Place, Optional<Times>> times = new HashMap<>();

	private LocalTime first = LocalTime.MAX;

	/**
	 * @param mapped what {@code bells.jq} made of Kundelik's answer
	 * @throws RecordException when it cannot be understood
	 */
	Bells(JsonNode mapped) {
		Set<Integer> numbers = new HashSet<>();
		for (JsonNode item : KundelikRecords.array(mapped.get("items"), "Items")) {
			Fields fields = new Fields(item);
			if (fields.optionalText("number") != null) {
				int number = fields.integer("number");
				numbers.add(number);
				Times between = new Times(time(fields, "start"), time(fields, "finish"));
				if (!between.finish().isAfter(between.start())) {
					throw new RecordException("Finish", "is not after Start");
				}
				this.first = between.start().isBefore(this.first) ? between.start() : this.first;
				days(fields.texts("days")).forEach((day) -> this.times.merge(new Place(day, number),
						Optional.of(between), (one, other) -> one.equals(other) ? one : Optional.empty()));
			}
		}
		Fields fields = new Fields(mapped);
		if ("0".equals(fields.optionalText("firstNumber")) && !numbers.isEmpty() && !numbers.contains(0)) {
			// each lesson could then be one number earlier than it seems
			throw new RecordException("FirstLessonNumber", "is 0, but no bell is for lesson 0");
		}
	}

	/**
	 * The lesson with its time, or null when its number has no bell on its day, or
	 * several.
	 */
	@Nullable LessonSlot slot(Lesson lesson, Set<TeacherId> teachers, ZoneId zone) {
		LocalDate date = lesson.date();
		Times between = this.times.getOrDefault(new Place(date.getDayOfWeek(), lesson.number()), Optional.empty())
			.orElse(null);
		if (between == null) {
			return null;
		}
		return new LessonSlot(lesson, date.atTime(between.start()).atZone(zone).toInstant(),
				date.atTime(between.finish()).atZone(zone).toInstant(), this.first, teachers);
	}

	/** Without any day all days are meant; a word that is no day means none. */
	private static Set<DayOfWeek> days(List<String> words) {
		if (words.isEmpty()) {
			return Set.of(DayOfWeek.values());
		}
		Set<DayOfWeek> days = new HashSet<>();
		for (DayOfWeek day : DayOfWeek.values()) {
			if (words.stream().anyMatch((word) -> word.trim().toUpperCase(Locale.ROOT).equals(day.name()))) {
				days.add(day);
			}
		}
		return days;
	}

	private static LocalTime time(Fields fields, String field) {
		try {
			return LocalTime.parse(fields.text(field).trim());
		}
		catch (DateTimeException ex) {
			throw new RecordException(field, "is no time of day (HH:mm or HH:mm:ss)");
		}
	}

	private record Place(DayOfWeek day, int number) {
	}

	private record Times(LocalTime start, LocalTime finish) {
	}

}
