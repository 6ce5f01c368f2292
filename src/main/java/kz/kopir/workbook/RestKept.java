package kz.kopir.workbook;

import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellAddress;
import org.jspecify.annotations.Nullable;

/**
 * Reads a filled file back and holds it against the one that came: an exported journal is
 * a child's record, and what the library cannot write as it was must not leave the house.
 */
final class RestKept {

	/** The columns of a worksheet of Excel 97-2003. */
	private static final int COLUMNS = 256;

	private final HSSFWorkbook before;

	private final HSSFWorkbook after;

	/** The filled cells by the place they have, with their marks. */
	private final Map<String, Integer> filled;

	RestKept(HSSFWorkbook before, HSSFWorkbook after, Map<String, Integer> filled) {
		this.before = before;
		this.after = after;
		this.filled = filled;
	}

	boolean holds() {
		boolean same = this.before.getNumberOfSheets() == this.after.getNumberOfSheets()
				&& this.before.getNumCellStyles() == this.after.getNumCellStyles()
				&& this.before.getNumberOfFonts() == this.after.getNumberOfFonts()
				&& this.before.getNumberOfNames() == this.after.getNumberOfNames();
		for (int i = 0; same && i < this.before.getNumberOfSheets(); i++) {
			same = this.before.getSheetVisibility(i) == this.after.getSheetVisibility(i)
					&& same(this.before.getSheetAt(i), this.after.getSheetAt(i));
		}
		return same;
	}

	private boolean same(HSSFSheet one, HSSFSheet other) {
		boolean same = one.getSheetName().equals(other.getSheetName())
				&& one.getMergedRegions().equals(other.getMergedRegions()) && one.getProtect() == other.getProtect()
				&& one.getLastRowNum() == other.getLastRowNum()
				&& one.getDataValidations().size() == other.getDataValidations().size()
				&& Objects.equals(one.getPaneInformation() == null, other.getPaneInformation() == null);
		for (int column = 0; same && column < COLUMNS; column++) {
			same = one.getColumnWidth(column) == other.getColumnWidth(column)
					&& one.isColumnHidden(column) == other.isColumnHidden(column);
		}
		for (int row = 0; same && row <= one.getLastRowNum(); row++) {
			same = same(one.getRow(row), other.getRow(row));
		}
		return same;
	}

	private boolean same(@Nullable HSSFRow one, @Nullable HSSFRow other) {
		if (one == null || other == null) {
			return one == other;
		}
		if (one.getHeight() != other.getHeight() || one.getZeroHeight() != other.getZeroHeight()
				|| one.isFormatted() != other.isFormatted()) {
			return false;
		}
		Set<Integer> columns = new TreeSet<>();
		for (HSSFRow row : new HSSFRow[] { one, other }) {
			for (Iterator<Cell> cells = row.cellIterator(); cells.hasNext();) {
				columns.add(cells.next().getColumnIndex());
			}
		}
		return columns.stream().allMatch((column) -> same(one, other, column));
	}

	private boolean same(HSSFRow one, HSSFRow other, int column) {
		HSSFCell was = one.getCell(column);
		HSSFCell is = other.getCell(column);
		Integer mark = this.filled
			.get(new TargetCell(one.getSheet(), new CellAddress(one.getRowNum(), column)).place());
		if (is == null || (was == null && mark == null)) {
			return false;
		}
		if (was != null && was.getCellStyle().getIndex() != is.getCellStyle().getIndex()) {
			return false;
		}
		return (mark != null) ? mark.equals(TargetCell.number(is))
				: content(Objects.requireNonNull(was)).equals(content(is));
	}

	private static String content(HSSFCell cell) {
		CellType type = cell.getCellType();
		String formula = (type == CellType.FORMULA) ? cell.getCellFormula() : "";
		CellType shown = (type == CellType.FORMULA) ? cell.getCachedFormulaResultType() : type;
		String value = switch (shown) {
			case NUMERIC -> String.valueOf(cell.getNumericCellValue());
			case STRING -> cell.getStringCellValue();
			case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
			case ERROR -> String.valueOf(cell.getErrorCellValue());
			default -> "";
		};
		return type + " " + shown + " " + formula + "\n" + value;
	}

}
