package kz.kopir.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import kz.kopir.workbook.Refusal.Reason;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

import static kz.kopir.workbook.SampleSheets.algebra;
import static org.assertj.core.api.Assertions.assertThat;

class ExportFileTest {

	private static final int PUPILS = 5;

	private final Workbooks workbooks = new Workbooks();

	@Test
	void aFileThatIsNoJournalOfExcel97IsRefusedAndComesBackAsItWas() throws Exception {
		CriteriaSheet wanted = algebra(PUPILS);
		assertFile("<html></html>".getBytes(StandardCharsets.UTF_8), Reason.NOT_AN_XLS);
		assertFile(new byte[0], Reason.NOT_AN_XLS);
		assertFile(this.workbooks.sheet("", List.of(wanted), Locale.ENGLISH), Reason.XLSX_NOT_XLS);
		assertFile(new byte[ExportFile.LARGEST + 1], Reason.FILE_TOO_LARGE);
		byte[] whole = SampleExport.of(PUPILS);
		assertFile(Arrays.copyOf(whole, whole.length / 2), Reason.DAMAGED);
		try (POIFSFileSystem other = new POIFSFileSystem(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			other.createDocument(new ByteArrayInputStream(new byte[] { 1 }), "WordDocument");
			other.writeFilesystem(bytes);
			assertFile(bytes.toByteArray(), Reason.NOT_AN_XLS);
		}
	}

	@Test
	void aFileWithAPasswordIsRefused() {
		Biff8EncryptionKey.setCurrentUserPassword("secret");
		byte[] locked;
		try {
			locked = SampleExport.of(PUPILS);
		}
		finally {
			Biff8EncryptionKey.setCurrentUserPassword(null);
		}
		assertFile(locked, Reason.PASSWORD_PROTECTED);
	}

	private void assertFile(byte[] file, Reason reason) {
		Prefilled prefilled = this.workbooks.prefill(file, List.of(algebra(PUPILS)));
		assertThat(prefilled.refusals()).containsExactly(new Refusal(reason, "", null, null, 15));
		assertThat(prefilled.filled()).isZero();
		assertThat(prefilled.file()).isEqualTo(file);
	}

}
