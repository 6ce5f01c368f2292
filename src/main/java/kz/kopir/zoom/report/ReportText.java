package kz.kopir.zoom.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Makes text of a file's bytes, whatever program has written them: UTF-8 with or without
 * a byte order mark, UTF-16, or the cp1251 of an Excel in Russian.
 */
final class ReportText {

	/** A report of a thousand participants has 100 kB. */
	static final int LARGEST = 20 * 1024 * 1024;

	private static final Charset CYRILLIC = Charset.forName("windows-1251");

	private static final List<byte[]> NO_TEXT = List.of(new byte[] { 'P', 'K', 3, 4 },
			new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0 }, new byte[] { '%', 'P', 'D', 'F' },
			new byte[] { 0x1F, (byte) 0x8B });

	private ReportText() {
	}

	static byte[] read(InputStream stream) throws IOException, ReportRefused {
		byte[] bytes = stream.readNBytes(LARGEST + 1);
		if (bytes.length > LARGEST) {
			throw ReportRefused
				.file("It is larger than 20 MB, so it is no report of one school's meetings. Download the "
						+ "report of single meetings.");
		}
		return bytes;
	}

	static String decode(byte[] bytes) throws ReportRefused {
		if (bytes.length == 0) {
			throw ReportRefused.file("It is empty. Download the report again.");
		}
		for (byte[] magic : NO_TEXT) {
			if (startsWith(bytes, magic)) {
				throw ReportRefused
					.file("It is a workbook, an archive or another file that is no text, whatever its name "
							+ "says. Put in the CSV file as Zoom gave it.");
			}
		}
		String text = text(bytes);
		if (text.indexOf('\0') >= 0) {
			throw ReportRefused.file("It holds NUL bytes, so it is damaged or no text. Download the report again.");
		}
		return text;
	}

	private static String text(byte[] bytes) {
		if (startsWith(bytes, new byte[] { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF })) {
			return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
		}
		if (startsWith(bytes, new byte[] { (byte) 0xFF, (byte) 0xFE })) {
			return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
		}
		if (startsWith(bytes, new byte[] { (byte) 0xFE, (byte) 0xFF })) {
			return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
		}
		// a file that was cut off inside a letter is no less UTF-8
		CharBuffer text = CharBuffer.allocate(bytes.length);
		CoderResult result = StandardCharsets.UTF_8.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.decode(ByteBuffer.wrap(bytes), text, false);
		return result.isUnderflow() ? text.flip().toString() : new String(bytes, CYRILLIC);
	}

	private static boolean startsWith(byte[] bytes, byte[] magic) {
		if (bytes.length < magic.length) {
			return false;
		}
		for (int i = 0; i < magic.length; i++) {
			if (bytes[i] != magic[i]) {
				return false;
			}
		}
		return true;
	}

}
