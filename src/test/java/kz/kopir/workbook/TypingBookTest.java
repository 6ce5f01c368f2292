package kz.kopir.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import kz.kopir.school.PupilId;
import kz.kopir.workbook.CriteriaSheet.Column;
import kz.kopir.workbook.CriteriaSheet.Row;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

import static kz.kopir.workbook.SampleSheets.algebra;
import static kz.kopir.workbook.SampleSheets.cell;
import static kz.kopir.workbook.SampleSheets.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TypingBookTest {

	private static final Locale KAZAKH = Locale.forLanguageTag("kk-KZ");

	private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

	private static final int FIRST = 6;

	private final Workbooks workbooks = new Workbooks();

	@Test
	void theThreeLanguagesHaveTheSameTexts() {
		assertThat(SheetTexts.LANGUAGES)
			.allSatisfy((language) -> assertThat(SheetTexts.of(Locale.forLanguageTag(language)).keys())
				.isEqualTo(SheetTexts.of(Locale.ENGLISH).keys()));
		assertThatThrownBy(() -> this.workbooks.sheet("", List.of(algebra(1)), Locale.FRENCH))
			.isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void theColumnsAreThoseOfTheCriteriaJournalInEachLanguage() throws IOException {
		assertThat(headings(KAZAKH)).containsExactly("№", "Оқушы", "БЖБ 1", "БЖБ 2", "ТЖБ");
		assertThat(headings(RUSSIAN)).containsExactly("№", "Ученик", "СОР 1", "СОР 2", "СОЧ");
		assertThat(headings(Locale.ENGLISH)).containsExactly("№", "Pupil", "БЖБ 1", "БЖБ 2", "ТЖБ");
		XSSFSheet sheet = sheet(algebra(2));
		assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo("7 «А» · Алгебра · 2-тоқсан");
		assertThat(sheet.getRow(4).getCell(4).getNumericCellValue()).isEqualTo(30);
		assertThat(sheet.getRow(5).getCell(2).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(SampleSheets.DAY);
		assertThat(sheet.getRow(5).getCell(3).getStringCellValue()).isEqualTo("—");
	}

	@Test
	void fortyPupilsStandInTheJournalsOrderWithTheirMarks() throws IOException {
		XSSFSheet sheet = sheet(algebra(40));
		for (int i = 0; i < 40; i++) {
			assertThat(sheet.getRow(FIRST + i).getCell(1).getStringCellValue()).isEqualTo(SampleSheets.name(i));
			assertThat(sheet.getRow(FIRST + i).getCell(4).getNumericCellValue()).isEqualTo(i % 31);
		}
	}

	@Test
	void theCheckSumsComeOutAndTellAMarkThatWasTypedWrong() throws IOException {
		XSSFSheet sheet = sheet(with(algebra(12), 3, 1, cell(7, null)));
		int checks = FIRST + 12;
		assertThat(number(sheet, checks, 2)).isEqualTo(12);
		assertThat(number(sheet, checks + 1, 2)).isEqualTo(12);
		// 0 + 1 + ... + 10 and 0 again, but for a 7 that stands instead of the 3.
		assertThat(number(sheet, checks + 2, 2)).isEqualTo(59);
		assertThat(number(sheet, checks + 3, 2)).isEqualTo(59);
		assertThat(sheet.getRow(checks + 1).getCell(2).getCellFormula()).isEqualTo("COUNT(C7:C18)");
		assertThat(sheet.getRow(checks + 3).getCell(2).getCellFormula()).isEqualTo("SUM(C7:C18)");
		assertThat(sheet.getRow(checks + 4).getCell(2).getStringCellValue()).isEqualTo("дұрыс");
		sheet.getRow(FIRST).getCell(2).setCellValue(1);
		sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
		assertThat(sheet.getRow(checks + 4).getCell(2).getStringCellValue()).isEqualTo("қате бар");
	}

	@Test
	void aMarkThatStandsLooksPlainAWantedOneIsHighlightedAndADifferenceShowsBoth() throws IOException {
		CriteriaSheet wanted = with(with(with(algebra(4), 0, 1, cell(5, null)), 1, 1, cell(6, 9)), 2, 1, cell(4, 4));
		XSSFSheet sheet = sheet(wanted);
		assertThat(sheet.getRow(3).getCell(3).getStringCellValue()).isEqualTo("журналда қазір");
		assertThat(sheet.getRow(FIRST).getCell(2).getCellStyle().getFont().getBold()).isFalse();
		assertThat(number(sheet, FIRST, 2)).isEqualTo(5);
		assertThat(number(sheet, FIRST + 1, 2)).isEqualTo(9);
		assertThat(number(sheet, FIRST + 1, 3)).isEqualTo(6);
		assertThat(sheet.getRow(FIRST + 2).getCell(2).getCellStyle().getFont().getBold()).isFalse();
		assertThat(sheet.getRow(FIRST + 3).getCell(2).getCellStyle().getFont().getBold()).isTrue();
		assertThat(sheet.getRow(FIRST + 1).getCell(2).getCellStyle().getFillForegroundXSSFColor().getARGBHex())
			.isNotEqualTo(sheet.getRow(FIRST + 3).getCell(2).getCellStyle().getFillForegroundXSSFColor().getARGBHex());
		for (int row : List.of(FIRST, FIRST + 2, FIRST + 3)) {
			assertThat(sheet.getRow(row).getCell(3).getCellType()).isEqualTo(CellType.BLANK);
		}
	}

	@Test
	void onlyAWholeNumberUpToTheMaximumCanBeTyped() throws IOException {
		List<? extends DataValidation> validations = sheet(algebra(3)).getDataValidations();
		assertThat(validations)
			.extracting((validation) -> validation.getRegions().getCellRangeAddresses()[0].formatAsString() + " "
					+ validation.getValidationConstraint().getFormula1() + " "
					+ validation.getValidationConstraint().getFormula2())
			.containsExactly("C7:C9 0 10", "D7:D9 0 20", "E7:E9 0 30");
	}

	@Test
	void aNameIsNeverAFormulaAndALongOneIsWhole() throws IOException {
		String name = "Ә".repeat(300);
		CriteriaSheet wanted = SampleSheets.sheet("=1+1", List.of(new Column(0, 30, null)),
				List.of(new Row(new PupilId("1"), "=HYPERLINK(\"http://x\")", Map.of()),
						new Row(new PupilId("2"), name, Map.of())));
		XSSFSheet sheet = sheet(wanted);
		XSSFCell formula = sheet.getRow(FIRST).getCell(1);
		assertThat(formula.getCellType()).isEqualTo(CellType.STRING);
		assertThat(formula.getCellStyle().getQuotePrefixed()).isTrue();
		assertThat(sheet.getRow(FIRST + 1).getCell(1).getStringCellValue()).isEqualTo(name);
	}

	@Test
	void everySubjectAndTermHasAWorksheetOfItsOwnHoweverAlikeTheNames() throws IOException {
		String longest = "Қазақ тілі мен әдебиеті (Т2): қосымша [топ] / бөлім";
		List<CriteriaSheet> sheets = new ArrayList<>();
		for (String subject : List.of(longest, longest + " екі", "алгебра", "Алгебра", "History", "'", "?*")) {
			sheets.add(SampleSheets.sheet(subject, SampleSheets.COLUMNS, algebra(1).rows()));
		}
		try (XSSFWorkbook book = open(this.workbooks.sheet("", sheets, KAZAKH))) {
			assertThat(book).hasSize(sheets.size())
				.allSatisfy((sheet) -> assertThat(sheet.getSheetName()).hasSizeLessThanOrEqualTo(31).contains(" 2"));
			assertThat(book.getSheetName(3)).isEqualTo("Алгебра 2 (2)");
		}
	}

	@Test
	void theSheetPrintsOnA4AcrossWithClassGroupSubjectAndHeadingsOnEveryPage() throws IOException {
		XSSFSheet sheet = sheet(algebra(40));
		assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
		assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo((short) 9);
		assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
		assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
		assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("3:6");
		assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) FIRST);
	}

	@Test
	void theSameMarksMakeTheSameFile() throws IOException {
		assertThat(entries(this.workbooks.sheet("A", List.of(algebra(5)), RUSSIAN)))
			.isEqualTo(entries(this.workbooks.sheet("A", List.of(algebra(5)), RUSSIAN)));
		assertThat(entries(this.workbooks.sheet("A", List.of(algebra(5)), RUSSIAN)).get("docProps/core.xml"))
			.doesNotContain("created");
	}

	@Test
	void aMarkAboveTheMaximumOrInNoColumnIsNoMark() {
		assertThatThrownBy(() -> with(algebra(2), 0, 1, cell(null, 11))).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> with(algebra(2), 0, 3, cell(null, 1))).isInstanceOf(IllegalArgumentException.class);
	}

	private List<String> headings(Locale locale) throws IOException {
		List<String> headings = new ArrayList<>();
		try (XSSFWorkbook book = open(this.workbooks.sheet("", List.of(algebra(2)), locale))) {
			book.getSheetAt(0).getRow(3).forEach((cell) -> headings.add(cell.getStringCellValue()));
		}
		return headings;
	}

	private XSSFSheet sheet(CriteriaSheet wanted) throws IOException {
		return open(this.workbooks.sheet("Мұғалім", List.of(wanted), KAZAKH)).getSheetAt(0);
	}

	private static double number(XSSFSheet sheet, int row, int column) {
		return sheet.getRow(row).getCell(column).getNumericCellValue();
	}

	private static XSSFWorkbook open(byte[] file) throws IOException {
		return new XSSFWorkbook(new ByteArrayInputStream(file));
	}

	private static Map<String, String> entries(byte[] file) throws IOException {
		Map<String, String> entries = new TreeMap<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		return entries;
	}

}
