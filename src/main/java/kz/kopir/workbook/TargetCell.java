package kz.kopir.workbook;

import java.util.Locale;

import kz.kopir.workbook.Refusal.Reason;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/**
 * The one cell of a worksheet that is for a pupil's mark.
 *
 * @param at its place
 */
record TargetCell(HSSFSheet sheet, CellAddress at) {

	/** Excel's format of cells in which everything typed is a text. */
	private static final String TEXT_FORMAT = "@";

	String place() {
		return this.sheet.getSheetName() + "!" + this.at.formatAsString();
	}

	boolean isEmpty() {
		HSSFCell cell = cell();
		return cell == null || cell.getCellType() == CellType.BLANK
				|| (cell.getCellType() == CellType.STRING && cell.getStringCellValue().isEmpty());
	}

	boolean isFormula() {
		HSSFCell cell = cell();
		return cell != null && cell.getCellType() == CellType.FORMULA;
	}

	/** Whether it holds this mark, as a number or as a text. */
	boolean holds(@Nullable Integer mark) {
		Integer number = number(cell());
		return number != null && number.equals(mark);
	}

	/** Why nothing can be put into the empty cell; null when it can. */
	@Nullable Reason obstacle(int mark) {
		if (this.sheet.isColumnHidden(this.at.getColumn()) || row().getZeroHeight()) {
			return Reason.HIDDEN;
		}
		for (CellRangeAddress merged : this.sheet.getMergedRegions()) {
			if (merged.isInRange(this.at)) {
				return Reason.CELL_MERGED;
			}
		}
		HSSFCellStyle style = style();
		if (this.sheet.getProtect() && style.getLocked()) {
			return Reason.CELL_LOCKED;
		}
		String shown = new DataFormatter(Locale.ROOT).formatRawCellContents(mark, style.getDataFormat(),
				style.getDataFormatString());
		return shown.equals(String.valueOf(mark)) ? null : Reason.CELL_FORMAT;
	}

	/** Puts the mark in as Excel does when a person types it. */
	void fill(int mark) {
		HSSFCellStyle style = style();
		HSSFCell cell = cell();
		if (cell == null) {
			cell = row().createCell(this.at.getColumn());
			cell.setCellStyle(style);
		}
		if (TEXT_FORMAT.equals(style.getDataFormatString())) {
			cell.setCellValue(String.valueOf(mark));
		}
		else {
			cell.setCellValue(mark);
		}
	}

	/**
	 * The whole number that a cell holds.
	 * @return null for everything else, such as a date, a text or a broken number
	 */
	static @Nullable Integer number(@Nullable HSSFCell cell) {
		if (cell == null) {
			return null;
		}
		if (cell.getCellType() == CellType.NUMERIC && !DateUtil.isCellDateFormatted(cell)) {
			double value = cell.getNumericCellValue();
			return (value == Math.rint(value) && Math.abs(value) < 10_000) ? Integer.valueOf((int) value) : null;
		}
		if (cell.getCellType() == CellType.STRING) {
			String text = cell.getStringCellValue().strip();
			return text.matches("[0-9]{1,4}") ? Integer.valueOf(text) : null;
		}
		return null;
	}

	private HSSFRow row() {
		// The pupil's name stands in it, so it is there.
		return this.sheet.getRow(this.at.getRow());
	}

	private @Nullable HSSFCell cell() {
		return row().getCell(this.at.getColumn());
	}

	/** The cell's style or, like in Excel, its row's or column's. */
	private HSSFCellStyle style() {
		HSSFCell cell = cell();
		if (cell != null) {
			return cell.getCellStyle();
		}
		HSSFCellStyle row = row().getRowStyle();
		HSSFCellStyle column = this.sheet.getColumnStyle(this.at.getColumn());
		if (row != null) {
			return row;
		}
		return (column != null) ? column : this.sheet.getWorkbook().getCellStyleAt(15);
	}

}
