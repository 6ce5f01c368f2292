package kz.kopir.rehearsal.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which subjects are taught in which grade, how many hours a week, and which of them
 * split a class of 24 or more in two.
 */
final class Curriculum {

	/** A subject in a class's week. */
	record Item(SubjectFacts subject, int hours, boolean split) {
	}

	/** Name in Russian, name in Kazakh, m = marked or u = unmarked. */
	private static final List<String> SUBJECTS = List.of("bukvar|Букварь, Обучение грамоте|Әліппе, Ана тілі|m",
			"kaz|Казахский язык|Қазақ тілі|m", "kazlit|Казахская литература|Қазақ әдебиеті|m",
			"kaz2|Казахский язык и литература (Я2)|Қазақ тілі мен әдебиеті (Т2)|m", "rus|Русский язык|Орыс тілі|m",
			"ruslit|Русская литература|Орыс әдебиеті|m", "rus2|Русский язык и литература|Орыс тілі мен әдебиеті|m",
			"reading|Литературное чтение|Әдебиеттік оқу|m",
			"eng|Иностранный (английский) язык|Шетел тілі (Ағылшын тілі)|m", "math|Математика|Математика|m",
			"algebra|Алгебра|Алгебра|m", "analysis|Алгебра и начала анализа|Алгебра және анализ бастамалары|m",
			"geometry|Геометрия|Геометрия|m", "digital|Цифровая грамотность|Цифрлық сауаттылық|u",
			"ict|Информатика|Информатика|m", "science|Естествознание|Жаратылыстану|m",
			"world|Познание мира|Дүниетану|m", "physics|Физика|Физика|m", "chemistry|Химия|Химия|m",
			"biology|Биология|Биология|m", "geography|География|География|m",
			"history|История Казахстана|Қазақстан тарихы|m", "worldhistory|Всемирная история|Дүниежүзі тарихы|m",
			"law|Основы права|Құқық негіздері|m", "music|Музыка|Музыка|u",
			"art|Изобразительное искусство|Бейнелеу өнері|u", "labour|Трудовое обучение|Еңбекке баулу|u",
			"craft|Художественный труд|Көркем еңбек|u", "pe|Физическая культура|Дене шынықтыру|u",
			"military|Начальная военная и технологическая подготовка|Алғашқы әскери және технологиялық дайындық|u");

	private static final String PRIMARY_REST = " math:4 eng:2! digital:1! world:1 science:1 music:1 art:1 labour:1 pe:3";

	private static final String LOWER_REST = " eng:3! math:5 ict:1! science:2 history:2 worldhistory:1 music:1 craft:2 pe:3";

	private static final String MIDDLE_REST = " eng:3! algebra:3 geometry:2 ict:1! physics:2 chemistry:1 biology:2"
			+ " geography:1 history:2 worldhistory:1 craft:1 pe:3";

	private static final String UPPER_REST = " eng:3! analysis:3 geometry:2 ict:1! physics:2 chemistry:2 biology:2"
			+ " geography:2 history:2 worldhistory:1 law:1 military:1 pe:3";

	private final Map<String, SubjectFacts> subjects = new LinkedHashMap<>();

	Curriculum(Keys keys) {
		for (String line : SUBJECTS) {
			String[] parts = line.split("\\|");
			this.subjects.put(parts[0],
					new SubjectFacts(keys.subject(this.subjects.size()), parts[1], parts[2], parts[3].equals("m")));
		}
	}

	List<SubjectFacts> subjects() {
		return List.copyOf(this.subjects.values());
	}

	/** The week of a class. */
	List<Item> week(int grade, boolean kazakh) {
		List<Item> items = new ArrayList<>();
		for (String entry : plan(grade, kazakh).split(" ")) {
			String[] parts = entry.split(":");
			boolean split = parts[1].endsWith("!");
			items.add(new Item(this.subjects.get(parts[0]), Integer.parseInt(parts[1].replace("!", "")), split));
		}
		return items;
	}

	private static String plan(int grade, boolean kazakh) {
		if (grade == 1) {
			return (kazakh ? "bukvar:5 rus2:1" : "bukvar:5 kaz2:2")
					+ " math:4 world:1 science:1 music:1 art:1 labour:1 pe:3";
		}
		if (grade <= 4) {
			return (kazakh ? "kaz:4 reading:3 rus2:2!" : "rus:4 reading:3 kaz2:3!") + PRIMARY_REST;
		}
		String languages = kazakh ? "kaz:3 kazlit:2 rus2:3!" : "rus:3 ruslit:2 kaz2:4!";
		if (grade <= 6) {
			return languages + LOWER_REST;
		}
		return languages + ((grade <= 9) ? MIDDLE_REST : UPPER_REST);
	}

}
