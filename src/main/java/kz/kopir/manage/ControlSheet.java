package kz.kopir.manage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import kz.kopir.workbook.Workbooks;
import org.jspecify.annotations.Nullable;

/**
 * The list of the results of all forms of control, to print and to file. In Kazakh and
 * Russian, because it is for the school's papers.
 */
final class ControlSheet {

	private static final List<String> HEADINGS = List.of("Сынып / Класс", "Пән / Предмет",
			"Мұғалім / Учитель (Classroom)", "Жұмыс / Работа", "Түрі / Вид", "Күні / Дата", "Мерзімі / Срок",
			"Кезеңі / Этап", "Бағаланды / Оценено", "Журналда / В журнале", "Қолға берілді / Передано учителю",
			"Қалды / Осталось", "Тексерілмеген / Не проверено", "Себебі / Причина", "Алынып тасталды / Исключено",
			"Саясат / Политика");

	private ControlSheet() {
	}

	static byte[] of(ControlView view) {
		List<List<@Nullable Object>> rows = new ArrayList<>();
		view.items()
			.forEach((item) -> rows.add(Arrays.<@Nullable Object>asList(item.classGroupName(), item.subject(),
					item.teacher(), item.title(), (item.summative() != null) ? item.summative() : item.kind(),
					item.day(), item.publishBy(), item.stage(), item.graded(), item.standing(), item.handedOver(),
					item.open(), item.handedIn(), String.join(", ", item.codes()), item.excluded(), item.policy())));
		return new Workbooks().table("Бақылау " + view.term() + "-тоқсан", HEADINGS, rows);
	}

}
