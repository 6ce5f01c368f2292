package kz.kopir.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * A file as a journal could export it; the true layout is not published. Pupils are in
 * column B from row 6, БЖБ 1, БЖБ 2 and ТЖБ in C, D and E, totals in F.
 */
final class SampleExport {

	static final int HEADINGS = 3;

	static final int FIRST = 5;

	private SampleExport() {
	}

	/** The journals of algebra and geometry, without a mark, and a sheet of notes. */
	static byte[] of(int pupils, Consumer<HSSFWorkbook> change) {
		try (HSSFWorkbook book = new HSSFWorkbook()) {
			fill(book.createSheet("Алгебра"), "Алгебра", pupils);
			fill(book.createSheet("Геометрия"), "Геометрия", pupils);
			HSSFSheet notes = book.createSheet("Notes");
			notes.createRow(0).createCell(0).setCellValue(0.1 + 0.2);
			notes.createRow(9).createCell(3).setCellFormula("Алгебра!C6+1");
			change.accept(book);
			return ExportFile.write(book);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static byte[] of(int pupils) {
		return of(pupils, (book) -> {
		});
	}

	private static void fill(HSSFSheet sheet, String subject, int pupils) {
		sheet.createRow(0).createCell(0).setCellValue("Журнал: 7 «А» класс");
		sheet.createRow(1).createCell(0).setCellValue("Предмет: " + subject + "; 2-я четверть 2026-2027");
		sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 5));
		HSSFRow headings = sheet.createRow(HEADINGS);
		List<String> texts = List.of("№", "Ученик", "СОР №1", "бжб 2", "CОЧ", "Итого");
		for (int i = 0; i < texts.size(); i++) {
			headings.createCell(i).setCellValue(texts.get(i));
		}
		HSSFRow maxima = sheet.createRow(4);
		maxima.createCell(1).setCellValue("Максимальный балл");
		for (int i = 0; i < SampleSheets.COLUMNS.size(); i++) {
			maxima.createCell(2 + i).setCellValue(SampleSheets.COLUMNS.get(i).maximum());
		}
		HSSFCellStyle style = sheet.getWorkbook().createCellStyle();
		style.setFillForegroundColor((short) 22);
		style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
		for (int i = 0; i < pupils; i++) {
			HSSFRow row = sheet.createRow(FIRST + i);
			row.createCell(0).setCellValue(i + 1);
			row.createCell(1).setCellValue(SampleSheets.name(i).toUpperCase(Locale.ROOT).replace(" ", "  "));
			row.createCell(2).setCellStyle(style);
			row.createCell(3);
			row.createCell(5).setCellFormula("SUM(C" + (FIRST + i + 1) + ":E" + (FIRST + i + 1) + ")");
		}
		sheet.createFreezePane(2, FIRST);
		sheet.setColumnWidth(1, 7777);
	}

	/** Sets a cell of the journal of algebra. */
	static HSSFCell at(HSSFWorkbook book, int row, int column) {
		HSSFSheet sheet = book.getSheetAt(0);
		HSSFCell cell = sheet.getRow(row).getCell(column);
		return (cell != null) ? cell : sheet.getRow(row).createCell(column);
	}

	static HSSFWorkbook open(byte[] file) {
		try {
			return new HSSFWorkbook(new ByteArrayInputStream(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Every cell with its type, value, formula and style; and what lies around them. */
	static Map<String, String> contents(byte[] file) {
		Map<String, String> contents = new TreeMap<>();
		HSSFWorkbook book = open(file);
		for (Sheet sheet : book) {
			contents.put(sheet.getSheetName(), sheet.getMergedRegions() + " " + sheet.getColumnWidth(1) + " "
					+ (sheet.getPaneInformation() == null));
			for (Row row : sheet) {
				for (Cell cell : row) {
					contents.put(sheet.getSheetName() + "!" + cell.getAddress(),
							cell.getCellType() + " " + cell + " " + cell.getCellStyle().getIndex());
				}
			}
		}
		return contents;
	}

}
