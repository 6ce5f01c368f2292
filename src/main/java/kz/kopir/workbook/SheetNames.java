package kz.kopir.workbook;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import org.apache.poi.ss.util.WorkbookUtil;

/**
 * Gives worksheets names that Excel takes: at most 31 characters, none of its signs, and
 * none twice in any case of the letters.
 */
final class SheetNames {

	/** Excel's limit in characters. */
	private static final int LONGEST = 31;

	private final Set<String> taken = new HashSet<>();

	String next(CriteriaSheet sheet) {
		for (int copy = 1;; copy++) {
			// The term stays readable however long the subject is.
			String end = " " + sheet.term() + ((copy > 1) ? " (" + copy + ")" : "");
			String subject = WorkbookUtil.createSafeSheetName(sheet.subject().strip(), ' ').strip();
			int length = Math.min(subject.length(), LONGEST - end.length());
			if (length < subject.length() && Character.isHighSurrogate(subject.charAt(length - 1))) {
				length--;
			}
			String name = subject.substring(0, length).stripTrailing() + end;
			if (this.taken.add(name.toLowerCase(Locale.ROOT))) {
				return name;
			}
		}
	}

}
