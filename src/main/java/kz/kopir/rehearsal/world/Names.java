package kz.kopir.rehearsal.world;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Makes up people's names from lists of common ones.
 */
final class Names {

	/** A full name. */
	record Name(String last, String first, @Nullable String middle) {
	}

	private static final List<String> KAZAKH_MALE = List.of(
			"Әлихан Айбек Айдос Алдияр Алмас Арман Асқар Бауыржан Бекзат",
			"Ғалым Дамир Данияр Дархан Дәулет Диас Ерасыл Ерболат Ермек Жандос Жасұлан Жәнібек Кемел Қайрат",
			"Қанат Қуаныш Мадияр Мейрам Мирас Мұрат Нұрлан Нұржан Нұрсұлтан Олжас Өміржан Рүстем Санжар Сәкен Серік",
			"Сұңғат Талғат Темірлан Тимур Ұлан Үлан Шыңғыс Ілияс Әмір Амир Әділ Мағжан Рамазан Ислам Бейбарыс Алихан");

	private static final List<String> KAZAKH_FEMALE = List.of(
			"Әйгерім Айгүл Айзере Айым Айша Ақбота Ақерке Алия Алтынай",
			"Аружан Асель Әсел Аяулым Аяла Балжан Ботагөз Гүлназ Ғалия Дана Дариға Дильназ Диана Еркежан Жанар Жансая",
			"Жібек Зере Инжу Кәмила Камила Қарлығаш Қызғалдақ Мәдина Мадина Меруерт Мөлдір Назерке Нұрай Нұргүл Перизат",
			"Раушан Сабина Салтанат Сәуле Тоғжан Томирис Ұлжан Үміт Фариза Шолпан Інжу Іңкәр Медина Кәусар");

	private static final List<String> KAZAKH_LAST = List.of(
			"Абдрахманов Абенов Айтжанов Алимов Әбілов Әлімбеков Әуезов",
			"Байжанов Байсейітов Бекмұратов Бөлеков Ғабдуллин Даулетов Досжанов Ермеков Есенов Жақсылықов",
			"Жұмабаев Жүнісов Ибраев Искаков Кенжебаев Көшербаев Қабылов Қалиев Қасымов Қожахметов Құдайбергенов",
			"Мақсұтов Мәженов Мұқанов Мұстафин Нұрғалиев Нұрпейісов Омаров Оразбаев Өмірзақов Рахымов Сағынтаев Садықов",
			"Сәрсенов Сейітов Смағұлов Сұлтанов Тәжібаев Төлегенов Тұрсынов Уәлиев Хамитов Шәкенов Шаяхметов Ысқақов");

	private static final List<String> RUSSIAN_MALE = List.of("Александр Алексей Андрей Артём Богдан Вадим Виктор Глеб",
			"Даниил Денис Дмитрий Евгений Егор Иван Илья Кирилл Константин Лев Максим Матвей Михаил Никита Роман Сергей",
			"Степан Тимофей Фёдор Юрий Ярослав");

	private static final List<String> RUSSIAN_FEMALE = List.of("Александра Алина Анастасия Анна Валерия Варвара Вера",
			"Виктория Дарья Ева Екатерина Елена Елизавета Злата Кира Ксения Мария Маргарита Милана Наталья Ольга Полина",
			"София Софья Татьяна Ульяна Юлия Яна");

	private static final List<String> RUSSIAN_LAST = List.of("Андреев Белов Борисов Васильев Волков Голубев Григорьев",
			"Данилов Егоров Ефимов Зайцев Иванов Ильин Киселёв Ковалёв Козлов Комаров Кузнецов Лебедев Макаров Медведев",
			"Морозов Никитин Новиков Орлов Павлов Петров Пономарёв Романов Семёнов Сидоров Смирнов Соколов Соловьёв",
			"Степанов Тарасов Титов Фёдоров Фролов Щербаков Яковлев");

	private final List<String> kazakhMale = words(KAZAKH_MALE);

	private final List<String> kazakhFemale = words(KAZAKH_FEMALE);

	private final List<String> kazakhLast = words(KAZAKH_LAST);

	private final List<String> russianMale = words(RUSSIAN_MALE);

	private final List<String> russianFemale = words(RUSSIAN_FEMALE);

	private final List<String> russianLast = words(RUSSIAN_LAST);

	Name make(Dice dice, boolean male, boolean kazakh) {
		return kazakh ? kazakh(dice, male) : russian(dice, male);
	}

	private Name kazakh(Dice dice, boolean male) {
		String first = dice.pick(male ? this.kazakhMale : this.kazakhFemale);
		String father = dice.pick(this.kazakhMale);
		int kind = dice.below(100);
		// a surname may be the father's or grandfather's bare name
		String last = (kind < 15) ? dice.pick(this.kazakhMale) : dice.pick(this.kazakhLast) + (male ? "" : "а");
		int patronymic = dice.below(100);
		if (patronymic < 12) {
			return new Name(last, first, null);
		}
		if (patronymic < 65) {
			String ending = male ? "ұлы" : "қызы";
			return new Name(last, first, father + ((patronymic < 16) ? " " : "") + ending);
		}
		return new Name(last, first, patronymic(father, male));
	}

	private Name russian(Dice dice, boolean male) {
		String last = dice.pick(this.russianLast) + (male ? "" : "а");
		String first = dice.pick(male ? this.russianMale : this.russianFemale);
		return new Name(last, first, dice.chance(60) ? null : patronymic(dice.pick(this.russianMale), male));
	}

	/** A patronymic by the Russian rules: -ович, -евич, -ич. */
	static String patronymic(String father, boolean male) {
		String stem = father.substring(0, father.length() - 1);
		char end = father.charAt(father.length() - 1);
		return switch (father) {
			case "Лев" -> male ? "Львович" : "Львовна";
			case "Илья", "Никита" -> stem + (male ? "ич" : father.equals("Илья") ? "инична" : "ична");
			case "Михаил" -> male ? "Михайлович" : "Михайловна";
			default -> switch (end) {
				case 'й' -> (father.endsWith("ий") && !father.equals("Дмитрий")
						? stem.substring(0, stem.length() - 1) + "ь" : stem) + (male ? "евич" : "евна");
				case 'ь' -> stem + (male ? "евич" : "евна");
				case 'а' -> stem + (male ? "ович" : "овна");
				default -> father + (male ? "ович" : "овна");
			};
		};
	}

	private static List<String> words(List<String> lines) {
		return lines.stream().flatMap((line) -> List.of(line.split(" ")).stream()).toList();
	}

}
