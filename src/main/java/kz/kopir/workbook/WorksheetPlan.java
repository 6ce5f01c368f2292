package kz.kopir.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import kz.kopir.school.PupilId;
import kz.kopir.workbook.CriteriaSheet.Column;
import kz.kopir.workbook.Headings.Heading;
import kz.kopir.workbook.Refusal.Reason;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/**
 * What is to be filled into one worksheet. Changes nothing.
 */
final class WorksheetPlan {

	private final CriteriaSheet wanted;

	private final HSSFSheet sheet;

	private final Headings headings;

	private final PupilRows pupils;

	private final List<Refusal> refusals = new ArrayList<>();

	private final Map<TargetCell, Integer> fills = new LinkedHashMap<>();

	private final List<String> differing = new ArrayList<>();

	private int unchanged;

	WorksheetPlan(Worksheets.Match match) {
		this.wanted = match.wanted();
		this.sheet = match.worksheet();
		this.headings = match.headings();
		this.pupils = match.pupils();
	}

	List<Refusal> refusals() {
		return this.refusals;
	}

	Map<TargetCell, Integer> fills() {
		return this.fills;
	}

	/** How many cells hold the wanted mark already. */
	int unchanged() {
		return this.unchanged;
	}

	/** The places that do not show what is known to stand in the journal. */
	List<String> differing() {
		return this.differing;
	}

	void make() {
		Map<Column, HSSFCell> columns = columns();
		Set<Integer> headingRows = columns.values().stream().map(HSSFCell::getRowIndex).collect(Collectors.toSet());
		if (headingRows.size() > 1) {
			columns.forEach((column, heading) -> refuseColumn(Reason.HEADINGS_IN_SEVERAL_ROWS, column, place(heading)));
			return;
		}
		if (columns.isEmpty()) {
			return;
		}
		int headingRow = headingRows.iterator().next();
		Set<String> namesakes = namesakes();
		for (CriteriaSheet.Row pupil : this.wanted.rows()) {
			List<HSSFCell> found = this.pupils.of(pupil.name());
			if (found.size() > 1 || namesakes.contains(PupilRows.comparable(pupil.name()))) {
				refusePupil(Reason.PUPIL_TWICE, pupil, columns.keySet(),
						found.isEmpty() ? this.sheet.getSheetName() : place(found.get(0)));
			}
			else if (found.isEmpty()) {
				refusePupil(Reason.PUPIL_MISSING, pupil, columns.keySet(), this.sheet.getSheetName());
			}
			else if (found.get(0).getRowIndex() <= headingRow) {
				refusePupil(Reason.PUPIL_MISSING, pupil, columns.keySet(), place(found.get(0)));
			}
			else if (merged(found.get(0)) != null) {
				refusePupil(Reason.CELL_MERGED, pupil, columns.keySet(), place(found.get(0)));
			}
			else {
				columns.forEach((column, heading) -> plan(pupil, column, new TargetCell(this.sheet,
						new CellAddress(found.get(0).getRowIndex(), heading.getColumnIndex()))));
			}
		}
	}

	private void plan(CriteriaSheet.Row pupil, Column column, TargetCell target) {
		CriteriaSheet.Cell mark = pupil.cell(column);
		boolean holdsWanted = target.holds(mark.wanted());
		if (mark.standing() != null && !target.isFormula() && !holdsWanted && !target.holds(mark.standing())) {
			this.differing.add(target.place());
		}
		if (mark.wanted() == null) {
			return;
		}
		if (holdsWanted) {
			this.unchanged++;
			return;
		}
		Reason reason;
		if (target.isFormula()) {
			reason = Reason.CELL_HOLDS_FORMULA;
		}
		else {
			reason = target.isEmpty() ? target.obstacle(mark.wanted()) : Reason.CELL_HOLDS_ANOTHER;
		}
		if (reason != null) {
			this.refusals.add(new Refusal(reason, target.place(), pupil.pupil(), column.part(), 1));
		}
		else {
			this.fills.put(target, mark.wanted());
		}
	}

	/** The columns that are found without doubt; every other one is refused. */
	private Map<Column, HSSFCell> columns() {
		Map<Column, HSSFCell> columns = new LinkedHashMap<>();
		for (Column column : this.wanted.columns()) {
			List<Heading> found = this.headings.of(column.part(), this.wanted);
			if (found.size() != 1) {
				refuseColumn(found.isEmpty() ? Reason.HEADING_MISSING : Reason.HEADING_TWICE, column,
						found.isEmpty() ? this.sheet.getSheetName() : place(found.get(1).cell()));
				continue;
			}
			HSSFCell cell = found.get(0).cell();
			CellRangeAddress merged = merged(cell);
			if (merged != null && merged.getFirstColumn() != merged.getLastColumn()) {
				refuseColumn(Reason.HEADING_WIDE, column, place(cell));
			}
			else if (!maximumAgrees(found.get(0), column)) {
				refuseColumn(Reason.MAXIMUM_DIFFERS, column, place(cell));
			}
			else {
				columns.put(column, cell);
			}
		}
		return columns;
	}

	/**
	 * Whether nothing between heading and pupils tells another maximum. A worksheet that
	 * tells none agrees.
	 */
	private boolean maximumAgrees(Heading heading, Column column) {
		if (heading.maximum() != null && heading.maximum() != column.maximum()) {
			return false;
		}
		int at = heading.cell().getColumnIndex();
		for (int i = heading.cell().getRowIndex() + 1; i < this.pupils.firstRow(); i++) {
			HSSFRow row = this.sheet.getRow(i);
			if (row != null) {
				Integer told = told(row.getCell(at));
				if ((told != null) ? told != column.maximum() : isMaximumRow(row, at)) {
					return false;
				}
			}
		}
		return true;
	}

	/** The number that a cell above the pupils tells, also as «макс. 10». */
	private static @Nullable Integer told(@Nullable HSSFCell cell) {
		Integer number = TargetCell.number(cell);
		if (number == null && cell != null && cell.getCellType() == CellType.STRING
				&& Headings.tellsOfMaximum(cell.getStringCellValue())) {
			String digits = cell.getStringCellValue().replaceAll("[^0-9]", "");
			// A text without one number that can be read agrees with no maximum.
			return digits.matches("[0-9]{1,4}") ? Integer.valueOf(digits) : Integer.valueOf(-1);
		}
		return number;
	}

	private static boolean isMaximumRow(HSSFRow row, int before) {
		for (Cell cell : row) {
			if (cell.getColumnIndex() < before && cell.getCellType() == CellType.STRING
					&& Headings.tellsOfMaximum(cell.getStringCellValue())) {
				return true;
			}
		}
		return false;
	}

	private Set<String> namesakes() {
		Map<String, PupilId> seen = new HashMap<>();
		Set<String> namesakes = new HashSet<>();
		for (CriteriaSheet.Row row : this.wanted.rows()) {
			String name = PupilRows.comparable(row.name());
			if (seen.put(name, row.pupil()) != null) {
				namesakes.add(name);
			}
		}
		return namesakes;
	}

	private void refuseColumn(Reason reason, Column column, String place) {
		int marks = (int) this.wanted.rows().stream().filter((row) -> row.cell(column).wanted() != null).count();
		this.refusals.add(new Refusal(reason, place, null, column.part(), marks));
	}

	/** Counts the pupil's marks in the columns that are not refused already. */
	private void refusePupil(Reason reason, CriteriaSheet.Row pupil, Set<Column> columns, String place) {
		int marks = (int) columns.stream().filter((column) -> pupil.cell(column).wanted() != null).count();
		this.refusals.add(new Refusal(reason, place, pupil.pupil(), null, marks));
	}

	private @Nullable CellRangeAddress merged(HSSFCell cell) {
		return this.sheet.getMergedRegions()
			.stream()
			.filter((region) -> region.isInRange(cell))
			.findFirst()
			.orElse(null);
	}

	private String place(HSSFCell cell) {
		return new TargetCell(this.sheet, cell.getAddress()).place();
	}

}
