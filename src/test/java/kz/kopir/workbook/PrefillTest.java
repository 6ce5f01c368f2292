package kz.kopir.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import kz.kopir.school.PupilId;
import kz.kopir.workbook.Refusal.Reason;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;

import static kz.kopir.workbook.SampleExport.at;
import static kz.kopir.workbook.SampleSheets.algebra;
import static kz.kopir.workbook.SampleSheets.cell;
import static kz.kopir.workbook.SampleSheets.with;
import static org.assertj.core.api.Assertions.assertThat;

class PrefillTest {

	private static final int PUPILS = 5;

	private final Workbooks workbooks = new Workbooks();

	@Test
	void aClassOfFortyGetsEveryMarkInItsOwnCellAndNowhereElse() {
		CriteriaSheet wanted = algebra(40);
		byte[] export = SampleExport.of(40);
		Prefilled prefilled = this.workbooks.prefill(export, List.of(wanted));
		assertThat(prefilled.refusals()).isEmpty();
		assertThat(prefilled.filled()).isEqualTo(120);
		Map<String, String> before = SampleExport.contents(export);
		Map<String, String> after = SampleExport.contents(prefilled.file());
		for (int i = 0; i < 40; i++) {
			assertThat(after.remove("Алгебра!C" + (i + 6))).startsWith("NUMERIC " + (i % 11) + ".0");
			assertThat(after.remove("Алгебра!D" + (i + 6))).startsWith("NUMERIC " + (i % 21) + ".0");
			assertThat(after.remove("Алгебра!E" + (i + 6))).startsWith("NUMERIC " + (i % 31) + ".0");
			before.remove("Алгебра!C" + (i + 6));
			before.remove("Алгебра!D" + (i + 6));
		}
		assertThat(after).isEqualTo(before);
	}

	@Test
	void theStyleOfAFilledCellStays() {
		byte[] export = SampleExport.of(PUPILS);
		byte[] file = this.workbooks.prefill(export, List.of(algebra(PUPILS))).file();
		assertThat(at(SampleExport.open(file), 5, 2).getCellStyle().getIndex())
			.isEqualTo(at(SampleExport.open(export), 5, 2).getCellStyle().getIndex());
	}

	@Test
	void aTotalIsCountedAnewWhenTheFileIsOpened() {
		byte[] file = this.workbooks.prefill(SampleExport.of(PUPILS), List.of(algebra(PUPILS))).file();
		assertThat(SampleExport.open(file).getSheetAt(0).getForceFormulaRecalculation()).isTrue();
	}

	@Test
	void whatIsFilledOnceIsUnchangedTheSecondTimeAndTheFileIsTheSameToTheByte() {
		byte[] file = this.workbooks.prefill(SampleExport.of(PUPILS), List.of(algebra(PUPILS))).file();
		Prefilled again = this.workbooks.prefill(file, List.of(algebra(PUPILS)));
		assertThat(again.filled()).isZero();
		assertThat(again.unchanged()).isEqualTo(15);
		assertThat(again.file()).isEqualTo(file);
	}

	@Test
	void aMarkInACellOfTextIsTypedAsText() {
		Prefilled prefilled = prefill((book) -> {
			HSSFCellStyle text = book.createCellStyle();
			text.setDataFormat(book.createDataFormat().getFormat("@"));
			at(book, 5, 2).setCellStyle(text);
		});
		assertThat(prefilled.filled()).isEqualTo(15);
		assertThat(at(SampleExport.open(prefilled.file()), 5, 2).getStringCellValue()).isEqualTo("0");
	}

	@Test
	void aFilledCellIsNeverChanged() {
		Prefilled prefilled = prefill((book) -> {
			at(book, 5, 2).setCellValue(9);
			at(book, 6, 2).setCellValue("н");
			at(book, 7, 2).setCellValue(" ");
			at(book, 8, 2).setCellValue(true);
			at(book, 9, 2).setCellValue(4.5);
		});
		assertOnly(prefilled, Reason.CELL_HOLDS_ANOTHER, 5, "Алгебра!C6");
	}

	@Test
	void aFormulaIsNeverChanged() {
		assertOnly(prefill((book) -> at(book, 5, 2).setCellFormula("1+1")), Reason.CELL_HOLDS_FORMULA, 1, "Алгебра!C6");
	}

	@Test
	void aCellThatWouldShowADateIsRefused() {
		assertOnly(prefill((book) -> {
			HSSFCellStyle date = book.createCellStyle();
			date.setDataFormat((short) 14);
			at(book, 5, 2).setCellStyle(date);
		}), Reason.CELL_FORMAT, 1, "Алгебра!C6");
	}

	@Test
	void joinedLockedAndHiddenCellsAreRefused() {
		assertOnly(prefill((book) -> book.getSheetAt(0).addMergedRegion(new CellRangeAddress(5, 6, 2, 2))),
				Reason.CELL_MERGED, 2, "Алгебра!C6");
		assertOnly(prefill((book) -> book.getSheetAt(0).protectSheet("x")), Reason.CELL_LOCKED, 15, "Алгебра!C6");
		assertOnly(prefill((book) -> book.getSheetAt(0).setColumnHidden(3, true)), Reason.HIDDEN, 5, "Алгебра!D6");
		assertOnly(prefill((book) -> book.getSheetAt(0).getRow(6).setZeroHeight(true)), Reason.HIDDEN, 3, "Алгебра!C7");
		assertOnly(prefill((book) -> book.setSheetHidden(0, true)), Reason.HIDDEN, 15, "Алгебра");
	}

	@Test
	void anExportWithoutAMarkThatStandsIsRefusedAsAWholeBecauseTakingItInWouldDeleteTheMark() {
		byte[] export = SampleExport.of(PUPILS);
		Prefilled prefilled = this.workbooks.prefill(export,
				List.of(with(algebra(PUPILS), 1, 2, SampleSheets.standing(7))));
		assertThat(prefilled.file()).isEqualTo(export);
		assertOnly(prefilled, Reason.EXPORT_DIFFERS_FROM_JOURNAL, 14, "Алгебра!D7");
	}

	@Test
	void anExportWithAnotherMarkThanTheJournalsIsRefusedAsAWhole() {
		byte[] export = SampleExport.of(PUPILS, (book) -> at(book, 6, 3).setCellValue(8));
		assertOnly(this.workbooks.prefill(export, List.of(with(algebra(PUPILS), 1, 2, SampleSheets.standing(7)))),
				Reason.EXPORT_DIFFERS_FROM_JOURNAL, 14, "Алгебра!D7");
	}

	@Test
	void aMarkThatStandsIsLeftEvenWhenAnotherIsWanted() {
		byte[] export = SampleExport.of(PUPILS, (book) -> at(book, 6, 3).setCellValue("7"));
		assertOnly(this.workbooks.prefill(export, List.of(with(algebra(PUPILS), 1, 2, cell(7, 9)))),
				Reason.CELL_HOLDS_ANOTHER, 1, "Алгебра!D7");
		Prefilled unchanged = this.workbooks.prefill(export, List.of(with(algebra(PUPILS), 1, 2, cell(7, 7))));
		assertThat(unchanged.unchanged()).isEqualTo(1);
		assertThat(unchanged.refusals()).isEmpty();
	}

	@Test
	void aHeadingThatIsMissingTwiceOrWideRefusesItsColumnAlone() {
		assertOnly(prefill((book) -> at(book, 3, 3).setCellValue("БЖБ 3")), Reason.HEADING_MISSING, 5, "Алгебра");
		assertOnly(prefill((book) -> at(book, 3, 3).setCellValue("БЖБ 2 (талдау)")), Reason.HEADING_MISSING, 5,
				"Алгебра");
		assertOnly(prefill((book) -> at(book, 3, 7).setCellValue("2-СОР")), Reason.HEADING_TWICE, 5, "Алгебра!H4");
		assertOnly(prefill((book) -> book.getSheetAt(0).addMergedRegion(new CellRangeAddress(3, 3, 4, 5))),
				Reason.HEADING_WIDE, 5, "Алгебра!E4");
		assertOnly(prefill((book) -> {
			at(book, 3, 4).setBlank();
			at(book, 4, 4).setCellValue("ТЖБ");
		}), Reason.HEADINGS_IN_SEVERAL_ROWS, 15, "Алгебра!C4");
	}

	@Test
	void theTermsSummativeOfAnotherTermIsNotTaken() {
		assertOnly(prefill((book) -> at(book, 3, 4).setCellValue("СОЧ 1")), Reason.HEADING_MISSING, 5, "Алгебра");
		assertThat(prefill((book) -> at(book, 3, 4).setCellValue("ТЖБ №2")).refusals()).isEmpty();
	}

	@Test
	void theOnlySectionNeedsNoNumber() {
		CriteriaSheet one = SampleSheets.sheet("Алгебра", List.of(new CriteriaSheet.Column(1, 10, null)),
				algebra(PUPILS).rows()
					.stream()
					.map((row) -> new CriteriaSheet.Row(row.pupil(), row.name(), Map.of(1, SampleSheets.wanted(3))))
					.toList());
		byte[] export = SampleExport.of(PUPILS, (book) -> {
			at(book, 3, 2).setCellValue("БЖБ (макс. 10)");
			at(book, 3, 3).setCellValue("");
		});
		assertThat(this.workbooks.prefill(export, List.of(one)).filled()).isEqualTo(PUPILS);
	}

	@Test
	void anotherMaximumRefusesItsColumnAlone() {
		assertOnly(prefill((book) -> at(book, 4, 3).setCellValue(25)), Reason.MAXIMUM_DIFFERS, 5, "Алгебра!D4");
		assertOnly(prefill((book) -> at(book, 4, 3).setBlank()), Reason.MAXIMUM_DIFFERS, 5, "Алгебра!D4");
		assertOnly(prefill((book) -> at(book, 3, 3).setCellValue("БЖБ 2 макс 25")), Reason.MAXIMUM_DIFFERS, 5,
				"Алгебра!D4");
		assertThat(prefill((book) -> book.getSheetAt(0).removeRow(book.getSheetAt(0).getRow(4))).filled())
			.isEqualTo(15);
	}

	@Test
	void aNameIsNeverGuessed() {
		for (String other : List.of("Ғабитова Асел", "Әсел Ғабитова", "Ғабитова Ә.", "Ғабитова Әсел Маратқызы")) {
			Prefilled prefilled = prefill((book) -> at(book, 6, 1).setCellValue(other));
			assertOnly(prefilled, Reason.PUPIL_MISSING, 3, "Алгебра");
			assertThat(prefilled.refusals().get(0).pupil()).isEqualTo(new PupilId("p1"));
		}
		assertThat(PupilRows.comparable("Семёнов")).isNotEqualTo(PupilRows.comparable("Семенов"));
		assertThat(PupilRows.comparable("Семе\u0308нов\u00A0 Ай")).isEqualTo(PupilRows.comparable("СЕМЁНОВ АЙ "));
	}

	@Test
	void namesakesAreRefused() {
		assertOnly(prefill((book) -> at(book, 8, 1).setCellValue(SampleSheets.name(1))),
				List.of(Reason.PUPIL_TWICE, Reason.PUPIL_MISSING), 6);
		CriteriaSheet wanted = algebra(PUPILS);
		List<CriteriaSheet.Row> rows = new ArrayList<>(wanted.rows());
		rows.set(4, new CriteriaSheet.Row(new PupilId("other"), rows.get(1).name(), rows.get(4).cells()));
		assertOnly(
				this.workbooks.prefill(SampleExport.of(PUPILS),
						List.of(SampleSheets.sheet("Алгебра", wanted.columns(), rows))),
				List.of(Reason.PUPIL_TWICE, Reason.PUPIL_TWICE), 6);
	}

	@Test
	void aWorksheetOfAnotherSubjectTermOrClassGroupIsNotTaken() {
		assertWorksheet("Предмет: Алгебра и начала анализа; 2 четверть", Reason.NO_WORKSHEET_OF_SUBJECT);
		assertWorksheet("Алгебра; 1 четверть", Reason.NO_WORKSHEET_OF_TERM);
		assertWorksheet("Алгебра", Reason.NO_WORKSHEET_OF_TERM);
		assertWorksheet("Алгебра; 1 четверть; 2 четверть", Reason.NO_WORKSHEET_OF_TERM);
		assertWorksheet("Алгебра; класс 3 четверть 2", Reason.NO_WORKSHEET_OF_TERM);
		assertWorksheet("Алгебра; 2 четверть; 7 «Б»", Reason.OTHER_CLASS_GROUP);
		for (String same : List.of("Алгебра; II тоқсан; 7А", "Алгебра, 2-тоқсан", "Пән: Алгебра. Term 2")) {
			assertThat(prefill((book) -> rename(book, same)).filled()).as(same).isEqualTo(15);
		}
	}

	@Test
	void twoWorksheetsOrTwoClaimsOnOneAreRefused() {
		assertOnly(prefill((book) -> book.cloneSheet(0)), Reason.SEVERAL_WORKSHEETS, 15, "Алгебра, 2");
		assertOnly(this.workbooks.prefill(SampleExport.of(PUPILS), List.of(algebra(PUPILS), algebra(PUPILS))),
				List.of(Reason.WORKSHEET_CLAIMED_TWICE, Reason.WORKSHEET_CLAIMED_TWICE), 30);
	}

	@Test
	void theColumnOfPupilsIsFoundOnceOrNotAtAll() {
		assertOnly(prefill((book) -> {
			for (int i = 0; i < PUPILS; i++) {
				at(book, 5 + i, 8).setCellValue(SampleSheets.name(i));
			}
		}), Reason.PUPILS_IN_SEVERAL_COLUMNS, 15, "Алгебра");
		assertOnly(prefill((book) -> {
			for (int i = 0; i < PUPILS; i++) {
				at(book, 5 + i, 1).setCellValue("Басқа Оқушы");
			}
		}), Reason.NO_COLUMN_OF_PUPILS, 15, "Алгебра, 2");
	}

	@Test
	void neitherRefusalsNorRecordsTellNamesOrMarks() {
		Prefilled prefilled = prefill((book) -> at(book, 6, 1).setCellValue("Басқа"));
		assertThat(
				prefilled.toString() + prefilled.refusals() + algebra(PUPILS) + algebra(PUPILS).rows() + cell(17, 19))
			.doesNotContain(SampleSheets.name(1), "Ғабитова", "17", "19");
	}

	private void assertWorksheet(String text, Reason reason) {
		assertOnly(prefill((book) -> rename(book, text)), reason, 15, "Алгебра, 2");
	}

	private static void rename(HSSFWorkbook book, String text) {
		book.setSheetName(0, "Журнал");
		at(book, 0, 0).setCellValue("");
		at(book, 1, 0).setCellValue(text);
	}

	private Prefilled prefill(Consumer<HSSFWorkbook> change) {
		return this.workbooks.prefill(SampleExport.of(PUPILS, change), List.of(algebra(PUPILS)));
	}

	/** Every mark is counted once, and the refusals are all of one reason. */
	private static void assertOnly(Prefilled prefilled, Reason reason, int marks, String place) {
		assertThat(prefilled.refusals()).isNotEmpty()
			.allSatisfy((refusal) -> assertThat(refusal.reason()).isEqualTo(reason));
		assertThat(prefilled.refusals().get(0).place()).isEqualTo(place);
		assertThat(prefilled.refusals().stream().mapToInt(Refusal::marks).sum()).isEqualTo(marks);
		if (reason != Reason.EXPORT_DIFFERS_FROM_JOURNAL) {
			assertThat(prefilled.filled() + prefilled.unchanged() + marks).isEqualTo(15);
		}
	}

	private static void assertOnly(Prefilled prefilled, List<Reason> reasons, int marks) {
		assertThat(prefilled.refusals()).extracting(Refusal::reason).containsExactlyInAnyOrderElementsOf(reasons);
		assertThat(prefilled.refusals().stream().mapToInt(Refusal::marks).sum()).isEqualTo(marks);
	}

}
