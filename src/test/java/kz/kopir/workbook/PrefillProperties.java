package kz.kopir.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static kz.kopir.workbook.SampleExport.at;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Journals of five pupils in which anything can stand.
 */
class PrefillProperties {

	private static final int PUPILS = 5;

	private static final int[] PARTS = { 1, 2, 0 };

	@Property(tries = 150)
	void whatWasFilledStaysAndEveryWantedMarkIsAccountedFor(@ForAll long seed) {
		Random random = new Random(seed);
		byte[] export = SampleExport.of(PUPILS, (book) -> {
			for (int i = 0; i < PUPILS; i++) {
				for (int column = 2; column < 5; column++) {
					switch (random.nextInt(6)) {
						case 0 -> at(book, 5 + i, column).setCellValue(random.nextInt(11));
						case 1 -> at(book, 5 + i, column).setCellValue(String.valueOf(random.nextInt(11)));
						case 2 -> at(book, 5 + i, column).setCellFormula("2+" + random.nextInt(9));
						default -> {
						}
					}
				}
			}
			if (random.nextInt(4) == 0) {
				at(book, 5, 1).setCellValue(SampleSheets.name(random.nextInt(PUPILS)));
			}
			if (random.nextInt(4) == 0) {
				at(book, 4, 2 + random.nextInt(3)).setCellValue(99);
			}
		});
		List<CriteriaSheet.Row> rows = new ArrayList<>();
		for (int i = 0; i < PUPILS; i++) {
			Map<Integer, CriteriaSheet.Cell> cells = new HashMap<>();
			for (int part : PARTS) {
				if (random.nextInt(3) > 0) {
					cells.put(part, SampleSheets.wanted(random.nextInt(11)));
				}
			}
			rows.add(SampleSheets.row(i, cells));
		}
		CriteriaSheet wanted = SampleSheets.sheet("Алгебра", SampleSheets.COLUMNS, rows);
		Prefilled prefilled = new Workbooks().prefill(export, List.of(wanted));
		assertThat(prefilled.filled() + prefilled.unchanged()
				+ prefilled.refusals().stream().mapToInt(Refusal::marks).sum())
			.isEqualTo(wanted.wanted());
		Map<String, String> after = SampleExport.contents(prefilled.file());
		int filled = 0;
		for (Map.Entry<String, String> was : SampleExport.contents(export).entrySet()) {
			String is = after.remove(was.getKey());
			if (!was.getValue().equals(is)) {
				assertThat(was.getValue()).startsWith("BLANK");
				filled++;
			}
		}
		assertThat(after.keySet()).allMatch((place) -> place.startsWith("Алгебра!E"));
		assertThat(filled + after.size()).isEqualTo(prefilled.filled());
	}

}
