package kz.kopir.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import kz.kopir.workbook.Refusal.Reason;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.model.InternalWorkbook;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/**
 * Opens and writes files of Excel 97-2003. They are not compressed, so a limit for the
 * file is one for the memory as well.
 */
final class ExportFile {

	/** In bytes. A class group's journal has some hundred thousand. */
	static final int LARGEST = 2 * 1024 * 1024;

	private ExportFile() {
	}

	static HSSFWorkbook open(byte[] bytes) throws Unusable {
		if (bytes.length > LARGEST) {
			throw new Unusable(Reason.FILE_TOO_LARGE, null);
		}
		FileMagic magic = FileMagic.valueOf(bytes);
		if (magic == FileMagic.OOXML) {
			throw new Unusable(Reason.XLSX_NOT_XLS, null);
		}
		if (magic != FileMagic.OLE2) {
			throw new Unusable(Reason.NOT_AN_XLS, null);
		}
		try {
			POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes));
			DirectoryNode root = files.getRoot();
			if (root.hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)) {
				throw new Unusable(Reason.PASSWORD_PROTECTED, null);
			}
			if (InternalWorkbook.WORKBOOK_DIR_ENTRY_NAMES.stream().noneMatch(root::hasEntryCaseInsensitive)) {
				throw new Unusable(Reason.NOT_AN_XLS, null);
			}
			return new HSSFWorkbook(files, true);
		}
		catch (EncryptedDocumentException ex) {
			throw new Unusable(Reason.PASSWORD_PROTECTED, ex);
		}
		catch (OldExcelFormatException ex) {
			throw new Unusable(Reason.NOT_AN_XLS, ex);
		}
		// The library has no exception of its own for bytes that make no sense to it.
		catch (IOException | RuntimeException ex) {
			throw new Unusable(Reason.DAMAGED, ex);
		}
	}

	static byte[] write(HSSFWorkbook book) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		book.write(bytes);
		return bytes.toByteArray();
	}

	/** The whole file cannot be used. */
	static final class Unusable extends Exception {

		private static final long serialVersionUID = 1;

		private final Reason reason;

		Unusable(Reason reason, @Nullable Throwable cause) {
			super(reason.name(), cause);
			this.reason = reason;
		}

		Reason reason() {
			return this.reason;
		}

	}

}
