package kz.kopir.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes the workbook that a teacher types from.
 */
final class TypingBook {

	private TypingBook() {
	}

	static byte[] write(String title, List<CriteriaSheet> sheets, SheetTexts texts) {
		try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			// The machine's time of writing would make every file another one.
			book.getProperties().getCoreProperties().setCreated(Optional.empty());
			SheetStyles styles = new SheetStyles(book);
			SheetNames names = new SheetNames();
			for (CriteriaSheet sheet : sheets) {
				new TypingSheet(book.createSheet(names.next(sheet)), sheet, styles, texts).write(title);
			}
			// A reader that does not calculate, such as a preview, shows the check too.
			book.getCreationHelper().createFormulaEvaluator().evaluateAll();
			book.write(bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
