package kz.kopir.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * A plain list as a workbook: one worksheet with headings that stay in sight and a
 * filter. Texts are written as texts, whatever they begin with.
 */
final class TableBook {

	private static final int WIDTH_OF_A_LETTER = 256;

	private static final int HEIGHT_OF_A_LINE = 14;

	private static final int NARROWEST = 8;

	private static final int WIDEST = 22;

	private TableBook() {
	}

	static byte[] write(String name, List<String> headings, List<List<@Nullable Object>> rows) {
		try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream file = new ByteArrayOutputStream()) {
			XSSFSheet sheet = book.createSheet(name);
			CellStyle wrapped = book.createCellStyle();
			wrapped.setWrapText(true);
			wrapped.setVerticalAlignment(VerticalAlignment.TOP);
			CellStyle bold = book.createCellStyle();
			bold.cloneStyleFrom(wrapped);
			Font font = book.createFont();
			font.setBold(true);
			bold.setFont(font);
			CellStyle day = book.createCellStyle();
			day.cloneStyleFrom(wrapped);
			day.setDataFormat(book.createDataFormat().getFormat("dd.mm.yyyy"));
			Row top = sheet.createRow(0);
			int[] widths = new int[headings.size()];
			for (int column = 0; column < headings.size(); column++) {
				Cell cell = top.createCell(column);
				cell.setCellValue(headings.get(column));
				cell.setCellStyle(bold);
				widths[column] = NARROWEST;
			}
			for (int i = 0; i < rows.size(); i++) {
				Row row = sheet.createRow(i + 1);
				for (int column = 0; column < headings.size(); column++) {
					Object value = rows.get(i).get(column);
					Cell cell = row.createCell(column);
					cell.setCellStyle(wrapped);
					put(cell, value, day);
					widths[column] = Math.max(widths[column], (value != null) ? value.toString().length() : 0);
				}
			}
			for (Row row : sheet) {
				row.setHeightInPoints(HEIGHT_OF_A_LINE * lines(row, widths));
			}
			for (int column = 0; column < headings.size(); column++) {
				sheet.setColumnWidth(column, (Math.min(widths[column], WIDEST) + 2) * WIDTH_OF_A_LETTER);
			}
			sheet.createFreezePane(0, 1);
			sheet.setAutoFilter(new CellRangeAddress(0, rows.size(), 0, headings.size() - 1));
			sheet.getPrintSetup().setLandscape(true);
			sheet.getPrintSetup().setPaperSize(PrintSetup.A3_PAPERSIZE);
			sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
			sheet.setFitToPage(true);
			sheet.getPrintSetup().setFitHeight((short) 0);
			book.write(file);
			return file.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A workbook could not be written to memory", ex);
		}
	}

	/** Not every program makes rows high enough for wrapped texts by itself. */
	private static int lines(Row row, int[] widths) {
		int lines = 1;
		for (Cell cell : row) {
			if (cell.getCellType() == CellType.STRING) {
				int width = Math.min(widths[cell.getColumnIndex()], WIDEST);
				// words do not break, so a line is seldom full
				lines = Math.max(lines, 1 + cell.getStringCellValue().length() / Math.max(1, width - 2));
			}
		}
		return lines;
	}

	private static void put(Cell cell, @Nullable Object value, CellStyle day) {
		if (value instanceof Number number) {
			cell.setCellValue(number.doubleValue());
		}
		else if (value instanceof LocalDate date) {
			cell.setCellValue(date);
			cell.setCellStyle(day);
		}
		else if (value != null) {
			cell.setCellValue(value.toString());
		}
	}

}
