package kz.kopir.workbook;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A list for the school's papers.
 */
class TableBookTest {

	@Test
	void textsNumbersAndDaysStandAsWhatTheyAre() throws Exception {
		byte[] file = new Workbooks().table("Бақылау 2-тоқсан", List.of("Пән", "Саны", "Күні", "Бос"),
				List.of(Arrays.asList("Қазақ тілі", 17, LocalDate.of(2026, 11, 20), null)));
		try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(file))) {
			Sheet sheet = book.getSheet("Бақылау 2-тоқсан");
			assertThat(sheet.getRow(0).getCell(2).getStringCellValue()).isEqualTo("Күні");
			assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("Қазақ тілі");
			assertThat(sheet.getRow(1).getCell(1).getNumericCellValue()).isEqualTo(17);
			assertThat(sheet.getRow(1).getCell(2).getLocalDateTimeCellValue()).isEqualTo("2026-11-20T00:00:00");
			assertThat(sheet.getRow(1).getCell(3).getCellType()).isEqualTo(CellType.BLANK);
		}
	}

	@Test
	void aTitleThatLooksLikeAFormulaIsAText() throws Exception {
		byte[] file = new Workbooks().table("Список", List.of("Работа"), List.of(List.of("=HYPERLINK(\"x\")")));
		try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(file))) {
			assertThat(book.getSheetAt(0).getRow(1).getCell(0).getCellType()).isEqualTo(CellType.STRING);
		}
	}

}
