package kz.kopir.rehearsal.world;

import java.io.ByteArrayOutputStream;
import java.util.Base64;

/**
 * Ids of submissions as recorded ones are made: base64url without padding of the protobuf
 * message {@code {1: {1: number of the pupil, 2: coursework id}}}.
 */
final class SubmissionId {

	private static final long FIRST_NUMBER = 98_700_000_000L;

	private SubmissionId() {
	}

	static String of(int pupil, String courseworkId) {
		ByteArrayOutputStream inner = new ByteArrayOutputStream(16);
		inner.write(0x08);
		varint(inner, FIRST_NUMBER + pupil * 173L);
		inner.write(0x10);
		varint(inner, Long.parseLong(courseworkId));
		byte[] message = inner.toByteArray();
		ByteArrayOutputStream outer = new ByteArrayOutputStream(message.length + 2);
		outer.write(0x0A);
		outer.write(message.length);
		outer.writeBytes(message);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(outer.toByteArray());
	}

	private static void varint(ByteArrayOutputStream out, long value) {
		long rest = value;
		while (rest > 0x7F) {
			out.write((int) (rest & 0x7F) | 0x80);
			rest >>>= 7;
		}
		out.write((int) rest);
	}

}
