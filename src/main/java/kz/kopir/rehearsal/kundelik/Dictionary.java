package kz.kopir.rehearsal.kundelik;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * The lists that Kundelik knows: scales, kinds of work, statuses. The keys of the scales
 * and the values of {@code mark5} are evidenced; the other values are choices of the
 * rehearsal.
 */
final class Dictionary {

	static final String HOMEWORK = "Homework";

	static final List<String> WORK_STATUSES = List.of("New", "Sent", "Closed");

	static final List<String> LOG_STATUSES = List.of("Attend", "Absent", "Ill", "Late", "Pass");

	/** Seen in journals, but not in the list of what may be written. */
	static final List<String> LOG_STATUSES_BY_HAND = List.of("NotSet", "LateJustified");

	/** In the order of the enumeration, which old requests give by number. */
	static final List<String> WORK_KINDS = List.of(HOMEWORK, "CommonWork", "DefaultNewLessonWork", "LessonTestWork",
			"LessonExamination", "LessonComposition", "LessonByHeart", "LaboratoryWork", "CreativeWork", "PeriodMark");

	private static final List<String> TITLES = List.of("Домашнее задание", "Работа", "Ответ на уроке", "Тест",
			"Контрольная работа", "Сочинение", "Наизусть", "Лабораторная работа", "Творческая работа",
			"Оценка за период");

	private static final List<String> ABBREVIATIONS = List.of("ДЗ", "Р", "О", "Т", "КР", "С", "Н", "ЛР", "ТР", "П");

	private static final long FIRST_WORK_TYPE = 1_830_000_000_000_000_101L;

	private static final Map<String, List<String>> MARK_VALUES = markValues();

	private Dictionary() {
	}

	/**
	 * A work type of the school.
	 *
	 * @param id its id
	 * @param kindId number of its kind
	 * @param kind name of its kind
	 * @param title what the journal shows
	 * @param abbr short form
	 */
	record WorkType(long id, int kindId, String kind, String title, String abbr) {
	}

	static List<WorkType> workTypes() {
		return IntStream.range(0, WORK_KINDS.size()).mapToObj(Dictionary::workType).toList();
	}

	private static WorkType workType(int kind) {
		return new WorkType(FIRST_WORK_TYPE + kind * 11L, kind, WORK_KINDS.get(kind), TITLES.get(kind),
				ABBREVIATIONS.get(kind));
	}

	static @Nullable WorkType workTypeOf(String kind) {
		int number = WORK_KINDS.indexOf(kind);
		return (number >= 0) ? workType(number) : null;
	}

	static @Nullable WorkType workType(long id) {
		long number = (id - FIRST_WORK_TYPE) / 11;
		return (number >= 0 && number < WORK_KINDS.size() && FIRST_WORK_TYPE + number * 11 == id)
				? workType((int) number) : null;
	}

	/** The values of each scale, by the key that {@code marks/values} shows. */
	static Map<String, List<String>> allMarkValues() {
		return MARK_VALUES;
	}

	/** The values of a scale, or null when there is no such scale. */
	static @Nullable List<String> markValues(String markType) {
		return MARK_VALUES.get(markType.toLowerCase(Locale.ROOT));
	}

	private static Map<String, List<String>> markValues() {
		Map<String, List<String>> values = new LinkedHashMap<>();
		values.put("markna", List.of("н/а"));
		values.put("markdismiss", List.of("осв"));
		values.put("mark5", signed(5));
		values.put("mark6", upTo(1, 6));
		values.put("mark7", upTo(1, 7));
		values.put("mark10", upTo(1, 10));
		values.put("mark12", upTo(1, 12));
		values.put("mark100", upTo(0, 100));
		values.put("markabcdf", List.of("A", "B", "C", "D", "F"));
		values.put("test", List.of("зачёт", "незачёт"));
		values.put("markoral6band", List.of("1", "2", "3", "4", "5", "6"));
		values.put("notset", List.of());
		return values;
	}

	private static List<String> upTo(int from, int to) {
		return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
	}

	private static List<String> signed(int to) {
		List<String> values = new ArrayList<>();
		for (String value : upTo(1, to)) {
			values.addAll(Arrays.asList(value + "-", value, value + "+"));
		}
		return List.copyOf(values);
	}

}
