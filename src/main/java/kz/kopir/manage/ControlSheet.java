package kz.kopir.manage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

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

	private static final Map<String, String> KINDS = Map.of("homework", "үй жұмысы / домашняя", "classwork",
			"сынып жұмысы / классная", "formative", "ҚБ / ФО", "section_summative", "БЖБ / СОР", "term_summative",
			"ТЖБ / СОЧ", "undetermined", "белгісіз / неясно", "ignore", "журналға емес / не в журнал");

	private static final Map<String, String> STAGES = Map.of("planned", "жоспарда / по плану", "held", "өтті / прошла",
			"graded", "бағаланды / оценена", "in_journal", "журналда толық емес / в журнале не всё", "verified",
			"тексерілді / сверено");

	private ControlSheet() {
	}

	static byte[] of(ControlView view) {
		List<List<@Nullable Object>> rows = new ArrayList<>();
		view.items()
			.forEach((item) -> rows.add(
					Arrays.<@Nullable Object>asList(item.classGroupName(), item.subject(), item.teacher(), item.title(),
							(item.summative() != null) ? item.summative()
									: KINDS.getOrDefault(item.kind(), item.kind()),
							item.day(), item.publishBy(),
							(item.stage() != null) ? STAGES.getOrDefault(item.stage(), item.stage()) : null,
							item.graded(), item.standing(), item.handedOver(), item.open(), item.handedIn(),
							String.join(", ", item.codes()), item.excluded(), item.policy())));
		return new Workbooks().table("Бақылау " + view.term() + "-тоқсан", HEADINGS, rows);
	}

}
