package kz.kopir.workbook;

import kz.kopir.school.PupilId;
import org.jspecify.annotations.Nullable;

/**
 * Why wanted marks were not put into an exported file. Tells neither a name nor a mark.
 *
 * @param reason the reason
 * @param place where: the worksheet's name with the cell's address behind it
 * («Алгебра!D7»), the subject and term when no worksheet is known, empty for the whole
 * file
 * @param pupil whom it is about; null when it is about more than one pupil
 * @param part which column it is about, 0 for the ТЖБ; null when it is about more than
 * one
 * @param marks how many wanted marks are kept out of the file by it. A mark that several
 * refusals keep out is counted with the first of them.
 */
public record Refusal(Reason reason, String place, @Nullable PupilId pupil, @Nullable Integer part, int marks) {

	static Refusal ofFile(Reason reason, int marks) {
		return new Refusal(reason, "", null, null, marks);
	}

	/**
	 * The reasons, those for the whole file first.
	 */
	public enum Reason {

		/** The file is larger than any journal: above 2 MiB. */
		FILE_TOO_LARGE,

		/** The file is of Excel 2007 or later; the journal exports Excel 97-2003. */
		XLSX_NOT_XLS,

		/** The file is no workbook of Excel 97-2003, whatever it is called. */
		NOT_AN_XLS,

		/** The file opens with a password only. */
		PASSWORD_PROTECTED,

		/** The file is one of Excel 97-2003, but cannot be read to its end. */
		DAMAGED,

		/**
		 * The file is empty or holds another mark where a mark is known to stand in the
		 * journal. It is of another moment, and taking it in would undo that mark, so the
		 * whole file is refused.
		 */
		EXPORT_DIFFERS_FROM_JOURNAL,

		/** The file could not be written with everything else as it was. */
		REST_NOT_KEPT,

		/** No worksheet says that it is of the subject. */
		NO_WORKSHEET_OF_SUBJECT,

		/** Worksheets of the subject are of another class group. */
		OTHER_CLASS_GROUP,

		/**
		 * A worksheet of the subject does not say of which one term it is, or of another.
		 */
		NO_WORKSHEET_OF_TERM,

		/** No column of the worksheet holds most of the pupils' names. */
		NO_COLUMN_OF_PUPILS,

		/** Several columns of the worksheet hold the pupils' names. */
		PUPILS_IN_SEVERAL_COLUMNS,

		/** Several worksheets could be meant. */
		SEVERAL_WORKSHEETS,

		/** The worksheet could be meant by several subjects, terms or groups. */
		WORKSHEET_CLAIMED_TWICE,

		/** The worksheet, the column or the row is hidden: nobody would see the mark. */
		HIDDEN,

		/** The worksheet has no such heading. */
		HEADING_MISSING,

		/** The worksheet has the heading more than once. */
		HEADING_TWICE,

		/** The heading stands over several columns. */
		HEADING_WIDE,

		/** The headings do not stand in one row. */
		HEADINGS_IN_SEVERAL_ROWS,

		/** The worksheet tells another maximum, or leaves it empty. */
		MAXIMUM_DIFFERS,

		/** The pupil's name does not stand below the headings. */
		PUPIL_MISSING,

		/** The pupil's name stands more than once, or two pupils have it. */
		PUPIL_TWICE,

		/** The cell holds something else; a filled cell is never changed. */
		CELL_HOLDS_ANOTHER,

		/** The cell holds a formula. */
		CELL_HOLDS_FORMULA,

		/** The cell is joined to others. */
		CELL_MERGED,

		/** The worksheet is protected and the cell locked. */
		CELL_LOCKED,

		/** The cell would show a number as something else, such as a date. */
		CELL_FORMAT

	}

}
