package kz.kopir.workbook;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * The looks of the typing sheet. What is to be typed is bold and framed as well as
 * coloured, because many schools print in black and white.
 */
final class SheetStyles {

	private static final byte[] YELLOW = { (byte) 0xFF, (byte) 0xF2, (byte) 0x9A };

	private static final byte[] ORANGE = { (byte) 0xFB, (byte) 0xC4, (byte) 0x8A };

	private static final byte[] GREY = { (byte) 0xE9, (byte) 0xED, (byte) 0xF1 };

	/**
	 * Has the Kazakh letters where Excel runs. Elsewhere another font stands in for it;
	 * Liberation Sans 1 lacks these letters, and LibreOffice takes them from a third one.
	 */
	private static final String FONT = "Arial";

	private final XSSFWorkbook book;

	final XSSFCellStyle title;

	final XSSFCellStyle note;

	final XSSFCellStyle heading;

	final XSSFCellStyle label;

	final XSSFCellStyle fact;

	final XSSFCellStyle day;

	final XSSFCellStyle name;

	final XSSFCellStyle standing;

	final XSSFCellStyle wanted;

	final XSSFCellStyle differing;

	SheetStyles(XSSFWorkbook book) {
		this.book = book;
		XSSFFont plain = font(10, false);
		XSSFFont bold = font(10, true);
		this.title = style(font(13, true), HorizontalAlignment.LEFT, null, null);
		this.note = style(font(9, false), HorizontalAlignment.LEFT, null, null);
		this.note.setWrapText(true);
		this.heading = style(bold, HorizontalAlignment.CENTER, GREY, BorderStyle.THIN);
		this.heading.setWrapText(true);
		this.label = style(plain, HorizontalAlignment.LEFT, GREY, BorderStyle.THIN);
		this.fact = style(plain, HorizontalAlignment.CENTER, GREY, BorderStyle.THIN);
		this.day = style(plain, HorizontalAlignment.CENTER, GREY, BorderStyle.THIN);
		this.day.setDataFormat(book.createDataFormat().getFormat("dd.mm.yyyy"));
		this.name = style(plain, HorizontalAlignment.LEFT, null, BorderStyle.THIN);
		this.name.setWrapText(true);
		this.name.setIndention((short) 1);
		this.label.setIndention((short) 1);
		// A name that begins with = stays a text even when somebody edits its cell.
		this.name.setQuotePrefixed(true);
		this.title.setQuotePrefixed(true);
		this.standing = style(plain, HorizontalAlignment.CENTER, null, BorderStyle.THIN);
		this.wanted = style(bold, HorizontalAlignment.CENTER, YELLOW, BorderStyle.MEDIUM);
		this.differing = style(bold, HorizontalAlignment.CENTER, ORANGE, BorderStyle.DOUBLE);
	}

	/** How the cell of a mark looks. */
	XSSFCellStyle of(CriteriaSheet.Cell cell) {
		if (cell.differs()) {
			return this.differing;
		}
		return cell.missing() ? this.wanted : this.standing;
	}

	private XSSFFont font(int points, boolean bold) {
		XSSFFont font = this.book.createFont();
		font.setFontName(FONT);
		font.setFontHeightInPoints((short) points);
		font.setBold(bold);
		return font;
	}

	private XSSFCellStyle style(XSSFFont font, HorizontalAlignment alignment, byte @Nullable [] fill,
			@Nullable BorderStyle border) {
		XSSFCellStyle style = this.book.createCellStyle();
		style.setFont(font);
		style.setAlignment(alignment);
		style.setVerticalAlignment(VerticalAlignment.CENTER);
		if (fill != null) {
			style.setFillForegroundColor(new XSSFColor(fill));
			style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
		}
		if (border != null) {
			style.setBorderTop(border);
			style.setBorderBottom(border);
			style.setBorderLeft(border);
			style.setBorderRight(border);
		}
		return style;
	}

}
