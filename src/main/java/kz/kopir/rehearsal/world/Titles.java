package kz.kopir.rehearsal.world;

import java.util.List;

/**
 * What teachers call their work, in Kazakh, Russian and (for the shorthand of assessment)
 * English, with the look-alike letters that a Latin keyboard leaves behind.
 */
final class Titles {

	/**
	 * Look-alikes on purpose: the COP and the CO of COЧ, the T of TЖБ are Latin letters.
	 */
	private static final List<String> SECTION = List.of("БЖБ №%d", "БЖБ-%d", "%d-БЖБ", "СОР %d",
			"СОР №%d. Работа за раздел", "COP %d", "Бөлім бойынша жиынтық бағалау %d", "SOR %d",
			"Суммативное оценивание за раздел %d", "бжб %d");

	private static final List<String> TERM = List.of("ТЖБ", "ТЖБ, %d-тоқсан", "СОЧ за %d четверть", "СОЧ",
			"COЧ за %d четверть", "TЖБ %d", "Тоқсандық жиынтық бағалау", "SOCH %d",
			"Суммативное оценивание за %d четверть");

	private static final List<String> HOMEWORK_KK = List.of("Үй тапсырмасы №%d", "%d-жаттығу",
			"§%d оқу, сұрақтарға жауап беру", "Үй жұмысы: %d-есеп", "Эссе жазу (%d сөз)", "Кесте толтыру, %d-бет",
			"Тақырыпты қайталау, %d-параграф");

	private static final List<String> HOMEWORK_RU = List.of("Домашнее задание №%d", "Упражнение %d",
			"§%d, ответить на вопросы", "Д/з: задача %d", "Написать эссе (%d слов)", "Заполнить таблицу, стр. %d",
			"Повторить тему, параграф %d");

	private static final List<String> CLASSWORK_KK = List.of("Сыныптағы жұмыс %d", "Сабақтағы тапсырма %d",
			"Зертханалық жұмыс №%d");

	private static final List<String> CLASSWORK_RU = List.of("Работа на уроке %d", "Классная работа %d",
			"Лабораторная работа №%d");

	private static final List<String> QUESTION_KK = List.of("Бүгін не білдік?", "Сұрақ: негізгі ой қандай?",
			"Қалай ойлайсыңдар?");

	private static final List<String> QUESTION_RU = List.of("Что мы узнали сегодня?", "Вопрос: какова главная мысль?",
			"Как вы думаете?");

	private static final List<String> EMOJI = List.of("📚", "✏️", "🧪", "🎯", "👩‍🔬");

	private static final List<String> INSTRUCTIONS_KK = List.of("Дәптерге орындап, суретін тіркеңіз.",
			"Оқулық бойынша орындау.", "Бейнежазбаны көріп, сұрақтарға жауап беріңіз.");

	private static final List<String> INSTRUCTIONS_RU = List.of("Выполнить в тетради, прикрепить фото.",
			"Выполнить по учебнику.", "Посмотреть видео и ответить на вопросы.");

	private Titles() {
	}

	static String section(Dice dice, int number) {
		return dice.pick(SECTION).replace("%d", Integer.toString(number));
	}

	static String term(Dice dice, int term) {
		return dice.pick(TERM).replace("%d", Integer.toString(term));
	}

	static String homework(Dice dice, boolean kazakh) {
		return plain(dice, kazakh ? HOMEWORK_KK : HOMEWORK_RU, dice.between(1, 320));
	}

	static String classwork(Dice dice, boolean kazakh) {
		return plain(dice, kazakh ? CLASSWORK_KK : CLASSWORK_RU, dice.between(1, 20));
	}

	static String question(Dice dice, boolean kazakh) {
		return plain(dice, kazakh ? QUESTION_KK : QUESTION_RU, 0);
	}

	static String instructions(Dice dice, boolean kazakh) {
		return dice.pick(kazakh ? INSTRUCTIONS_KK : INSTRUCTIONS_RU);
	}

	private static String plain(Dice dice, List<String> patterns, int number) {
		String title = dice.pick(patterns).replace("%d", Integer.toString(number));
		return dice.chance(60) ? title + " " + dice.pick(EMOJI) : title;
	}

}
