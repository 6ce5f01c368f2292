package kz.kopir.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import kz.kopir.workbook.CriteriaSheet.Column;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * One worksheet to type from: a heading, the pupils with their marks, and the check sums
 * below.
 */
final class TypingSheet {

	private static final int ABOUT = 2;

	private static final int HEADINGS = 3;

	private static final int MAXIMUM = 4;

	private static final int PUBLISH_BY = 5;

	private static final int FIRST_PUPIL = 6;

	private static final int NAMES = 1;

	/** A width of one character, in the units of a column's width. */
	private static final int CHARACTER = 256;

	private static final int NUMBER_WIDTH = 5;

	private static final int MARK_WIDTH = 13;

	private static final int SHORTEST_NAMES = 28;

	private static final int LONGEST_NAMES = 45;

	private static final int NAME_MARGIN = 6;

	/** Five letters of a wide font need the room of six digits. */
	private static final int WIDER = 6;

	/** Heights in points; Excel takes no row above 409. */
	private static final float LINE = 15;

	private static final float NEXT_LINE = 13.5f;

	private static final float TALLEST = 409;

	private final XSSFSheet sheet;

	private final CriteriaSheet wanted;

	private final SheetStyles styles;

	private final SheetTexts texts;

	private final List<Place> places = new ArrayList<>();

	private final int width;

	TypingSheet(XSSFSheet sheet, CriteriaSheet wanted, SheetStyles styles, SheetTexts texts) {
		this.sheet = sheet;
		this.wanted = wanted;
		this.styles = styles;
		this.texts = texts;
		int next = NAMES + 1;
		for (Column column : inOrder(wanted.columns())) {
			// A cell's comment is not printed, so what stands has a column of its own.
			boolean differs = wanted.rows().stream().anyMatch((row) -> row.cell(column).differs());
			this.places.add(new Place(column, next, differs));
			next += differs ? 2 : 1;
		}
		this.width = next;
	}

	/** As the criteria journal has them: БЖБ 1, БЖБ 2, ..., ТЖБ. */
	private static List<Column> inOrder(List<Column> columns) {
		return columns.stream()
			.sorted((one, other) -> Integer.compareUnsigned(one.part() - 1, other.part() - 1))
			.toList();
	}

	void write(String title) {
		heading(title);
		for (int i = 0; i < this.wanted.rows().size(); i++) {
			pupil(i);
		}
		if (!this.wanted.rows().isEmpty()) {
			this.places.forEach(this::validate);
			checks();
		}
		setUp();
	}

	private void heading(String title) {
		line(0, title, this.styles.title);
		line(ABOUT, this.texts.text("about", this.wanted.classGroup(), this.wanted.subject(), this.wanted.term()),
				this.styles.title);
		line(1, this.texts.text("legend"), this.styles.note);
		// Joined cells do not grow with their text.
		this.sheet.getRow(1).setHeightInPoints(38);
		XSSFRow headings = this.sheet.createRow(HEADINGS);
		headings.setHeightInPoints(lines(2));
		XSSFRow maximum = labelled(MAXIMUM, "maximum");
		XSSFRow publishBy = labelled(PUBLISH_BY, "publishBy");
		cell(headings, 0, this.styles.heading).setCellValue(this.texts.text("number"));
		cell(headings, NAMES, this.styles.heading).setCellValue(this.texts.text("pupil"));
		for (Place place : this.places) {
			cell(headings, place.at(), this.styles.heading).setCellValue(this.texts.heading(place.column().part()));
			cell(maximum, place.at(), this.styles.fact).setCellValue(place.column().maximum());
			XSSFCell day = cell(publishBy, place.at(), this.styles.day);
			if (place.column().publishBy() != null) {
				day.setCellValue(place.column().publishBy());
			}
			else {
				day.setCellValue(this.texts.text("noDay"));
			}
			if (place.differs()) {
				cell(headings, place.at() + 1, this.styles.heading).setCellValue(this.texts.text("journalNow"));
			}
		}
	}

	private void pupil(int index) {
		CriteriaSheet.Row pupil = this.wanted.rows().get(index);
		XSSFRow row = this.sheet.createRow(FIRST_PUPIL + index);
		row.setHeightInPoints(lines(1 + WIDER * pupil.name().length() / (WIDER - 1) / namesWidth()));
		cell(row, 0, this.styles.standing).setCellValue(index + 1);
		cell(row, NAMES, this.styles.name).setCellValue(pupil.name());
		for (Place place : this.places) {
			CriteriaSheet.Cell mark = pupil.cell(place.column());
			XSSFCell cell = cell(row, place.at(), this.styles.of(mark));
			if (mark.shown() != null) {
				cell.setCellValue(mark.shown());
			}
			if (place.differs()) {
				XSSFCell now = cell(row, place.at() + 1, this.styles.standing);
				if (mark.differs()) {
					now.setCellValue(Objects.requireNonNull(mark.standing()));
				}
			}
		}
	}

	/**
	 * Below each column what it should count and sum up to, as numbers, and what it does,
	 * as formulas: a mark that is changed by mistake is seen.
	 */
	private void checks() {
		int first = FIRST_PUPIL + this.wanted.rows().size();
		XSSFRow count = labelled(first, "count");
		XSSFRow counted = labelled(first + 1, "counted");
		XSSFRow sum = labelled(first + 2, "sum");
		XSSFRow summed = labelled(first + 3, "summed");
		XSSFRow check = labelled(first + 4, "check");
		for (Place place : this.places) {
			List<Integer> marks = this.wanted.rows()
				.stream()
				.map((row) -> row.cell(place.column()).shown())
				.filter(Objects::nonNull)
				.toList();
			String range = marks(place).formatAsString();
			cell(count, place.at(), this.styles.fact).setCellValue(marks.size());
			cell(counted, place.at(), this.styles.fact).setCellFormula("COUNT(" + range + ")");
			cell(sum, place.at(), this.styles.fact).setCellValue(marks.stream().mapToLong(Integer::longValue).sum());
			cell(summed, place.at(), this.styles.fact).setCellFormula("SUM(" + range + ")");
			cell(check, place.at(), this.styles.heading).setCellFormula("IF(AND(" + address(count, place) + "="
					+ address(counted, place) + "," + address(sum, place) + "=" + address(summed, place) + "),\""
					+ this.texts.text("agrees") + "\",\"" + this.texts.text("disagrees") + "\")");
		}
	}

	private void validate(Place place) {
		CellRangeAddress marks = marks(place);
		DataValidationHelper helper = this.sheet.getDataValidationHelper();
		DataValidation validation = helper.createValidation(
				helper.createIntegerConstraint(OperatorType.BETWEEN, "0", String.valueOf(place.column().maximum())),
				new CellRangeAddressList(marks.getFirstRow(), marks.getLastRow(), place.at(), place.at()));
		validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
		validation.setShowErrorBox(true);
		validation.setEmptyCellAllowed(true);
		validation.createErrorBox(this.texts.text("wrongTitle"),
				this.texts.text("wrongText", place.column().maximum()));
		this.sheet.addValidationData(validation);
	}

	private void setUp() {
		this.sheet.setColumnWidth(0, NUMBER_WIDTH * CHARACTER);
		this.sheet.setColumnWidth(NAMES, namesWidth() * CHARACTER);
		for (int at = NAMES + 1; at < this.width; at++) {
			this.sheet.setColumnWidth(at, MARK_WIDTH * CHARACTER);
		}
		this.sheet.createFreezePane(NAMES + 1, FIRST_PUPIL);
		// A page that goes astray must still tell its class group and subject.
		this.sheet.setRepeatingRows(new CellRangeAddress(ABOUT, PUBLISH_BY, -1, -1));
		this.sheet.setFitToPage(true);
		this.sheet.setHorizontallyCenter(true);
		this.sheet.getFooter().setCenter(this.texts.text("page"));
		PrintSetup print = this.sheet.getPrintSetup();
		print.setPaperSize((short) (PaperSize.A4_PAPER.ordinal() + 1));
		print.setLandscape(true);
		print.setFitWidth((short) 1);
		// As many pages as it takes: a class on one page would be too small to read.
		print.setFitHeight((short) 0);
	}

	/** In characters. */
	private int namesWidth() {
		int longest = this.wanted.rows().stream().mapToInt((row) -> row.name().length() + NAME_MARGIN).max().orElse(0);
		return Math.min(LONGEST_NAMES, Math.max(SHORTEST_NAMES, longest));
	}

	/**
	 * The height of a row, in points. Rows do not grow with their text by themselves in
	 * every program, and what does not fit is not printed.
	 */
	private static float lines(int lines) {
		return Math.min(TALLEST, LINE + (lines - 1) * NEXT_LINE);
	}

	private CellRangeAddress marks(Place place) {
		return new CellRangeAddress(FIRST_PUPIL, FIRST_PUPIL + this.wanted.rows().size() - 1, place.at(), place.at());
	}

	private static String address(XSSFRow row, Place place) {
		return row.getCell(place.at()).getAddress().formatAsString();
	}

	private void line(int at, String text, XSSFCellStyle style) {
		cell(this.sheet.createRow(at), 0, style).setCellValue(text);
		this.sheet.addMergedRegion(new CellRangeAddress(at, at, 0, Math.max(this.width, 6) - 1));
	}

	private XSSFRow labelled(int at, String key) {
		XSSFRow row = this.sheet.createRow(at);
		for (int column = 0; column < this.width; column++) {
			cell(row, column, this.styles.label);
		}
		row.getCell(NAMES).setCellValue(this.texts.text(key));
		return row;
	}

	private static XSSFCell cell(XSSFRow row, int at, XSSFCellStyle style) {
		XSSFCell cell = row.getCell(at);
		if (cell == null) {
			cell = row.createCell(at);
		}
		cell.setCellStyle(style);
		return cell;
	}

	/**
	 * Where a column stands.
	 *
	 * @param differs whether a column of what stands in the journal follows
	 */
	private record Place(Column column, int at, boolean differs) {
	}

}
