package kz.kopir.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import kz.kopir.school.SchoolId;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * How the hashes of a chain are made, as {@code docs/audit.md} tells it to whoever wants
 * to verify an export. Pure functions; a change here is a new version of the text.
 */
public final class AuditChain {

	/** Stands for the row before the first one. */
	public static final String BEGINNING = "0".repeat(64);

	private static final String VERSION = "kopir-audit-1";

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
		.withZone(ZoneOffset.UTC);

	private AuditChain() {
	}

	/** SHA-256 of the fields, each on its line, in hexadecimal digits. */
	static String hash(String previousHash, SchoolId school, long seq, Instant at, String who, String action,
			String object, @Nullable String reasonHash) {
		return DigestUtils.sha256Hex(String.join("\n", VERSION, previousHash, school.value(), Long.toString(seq),
				moment(at), who, action, object, (reasonHash != null) ? reasonHash : ""));
	}

	/**
	 * SHA-256 of salt and reason: with a salt that is gone nobody can try out reasons.
	 */
	static String reasonHash(String salt, String reason) {
		return DigestUtils.sha256Hex(salt + "\n" + reason);
	}

	/** The moment as it is hashed and exported: UTC, always with milliseconds. */
	public static String moment(Instant at) {
		return MOMENT.format(at);
	}

}
