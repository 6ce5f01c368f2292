package kz.kopir.zoom.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;

import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.jspecify.annotations.Nullable;

/**
 * Zoom's signature of an event: HMAC-SHA256 with the app's secret token over
 * {@code v0:<timestamp>:<raw body>} (reference of Zoom, section 4). It is over the bytes
 * as they came; an event that is written anew has another one.
 */
final class Signature {

	/**
	 * Zoom names no limit; five minutes are common practice. The moment is that of the
	 * sending.
	 */
	private static final Duration VALID = Duration.ofMinutes(5);

	private static final int LONGEST_STAMP = 12;

	private final HmacUtils hmac;

	Signature(String secret) {
		this.hmac = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret);
	}

	/**
	 * Whether Zoom signed this body within the last minutes.
	 * @param timestamp seconds since 1970 as the header tells, or null
	 * @param signature as the header tells, or null
	 */
	boolean isOf(byte[] body, @Nullable String timestamp, @Nullable String signature, Instant now) {
		if (timestamp == null || signature == null || timestamp.length() > LONGEST_STAMP
				|| !timestamp.chars().allMatch((digit) -> digit >= '0' && digit <= '9') || timestamp.isEmpty()) {
			return false;
		}
		Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now).abs();
		byte[] prefix = ("v0:" + timestamp + ":").getBytes(StandardCharsets.US_ASCII);
		byte[] message = new byte[prefix.length + body.length];
		System.arraycopy(prefix, 0, message, 0, prefix.length);
		System.arraycopy(body, 0, message, prefix.length, body.length);
		String expected = "v0=" + this.hmac.hmacHex(message);
		return age.compareTo(VALID) <= 0 && MessageDigest.isEqual(expected.getBytes(StandardCharsets.US_ASCII),
				signature.getBytes(StandardCharsets.UTF_8));
	}

	/** Zoom's token, signed: shows Zoom that the secret is known here. */
	String answer(String plainToken) {
		return this.hmac.hmacHex(plainToken);
	}

}
