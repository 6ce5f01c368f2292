package kz.kopir.workbook;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Makes the workbooks from which, or with which, a teacher puts БЖБ and ТЖБ marks into
 * the journal. Stateless.
 */
public final class Workbooks {

	/**
	 * The workbook of one teacher and class group, an .xlsx with a worksheet for each
	 * subject and term. It is made to be printed and typed from; the journal does not
	 * take it in.
	 * @param title what stands over every worksheet, as the teacher's name
	 * @param sheets what to type, in the order of the worksheets; all of one class group
	 * @param locale Kazakh, Russian or English
	 * @return the file; the same for the same arguments but for the time stamps in the
	 * zip
	 * @throws IllegalArgumentException if there is no sheet, the sheets are of several
	 * class groups, or the language is another
	 */
	public byte[] sheet(String title, List<CriteriaSheet> sheets, Locale locale) {
		if (sheets.isEmpty()) {
			throw new IllegalArgumentException("A workbook needs a sheet");
		}
		if (sheets.stream().map(CriteriaSheet::classGroup).distinct().count() > 1) {
			throw new IllegalArgumentException("A workbook is of one class group");
		}
		return TypingBook.write(title, sheets, SheetTexts.of(locale));
	}

	/**
	 * A list as an .xlsx: one worksheet with headings and a filter.
	 * @param name name of the worksheet, at most 31 characters
	 * @param headings the headings
	 * @param rows one value for each heading: a text, a number, a day or null
	 * @return the file
	 */
	public byte[] table(String name, List<String> headings, List<List<@Nullable Object>> rows) {
		return TableBook.write(name, headings, rows);
	}

	/**
	 * Fills the wanted marks into empty cells of a file that a person exported from the
	 * journal. Only what is beyond doubt is filled: a worksheet that tells its subject
	 * and its one term, a heading that stands once, a name that is fully equal but for
	 * case and blanks. A filled cell is never changed and nothing is ever emptied,
	 * because the journal deletes the marks of empty cells when it takes a file in. The
	 * export's layout is not published; its headings are БЖБ n or СОР n, and ТЖБ or СОЧ.
	 * @param exportedXls the file, Excel 97-2003, not more than 2 MiB
	 * @param sheets what is wanted
	 * @return the file, and what was refused with its reasons
	 */
	public Prefilled prefill(byte[] exportedXls, List<CriteriaSheet> sheets) {
		return new Prefill(exportedXls, sheets).result();
	}

}
