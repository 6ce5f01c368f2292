package kz.kopir.rehearsal.google;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Page tokens that say nothing to the caller and are good for the one query that they
 * were issued for: Google wants every other parameter to stay the same from page to page.
 */
final class PageTokens {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int SIGNATURE_BYTES = 12;

	private final SecretKeySpec key;

	PageTokens() {
		byte[] secret = new byte[32];
		new SecureRandom().nextBytes(secret);
		this.key = new SecretKeySpec(secret, ALGORITHM);
	}

	String issue(String query, Position position) {
		ByteBuffer token = ByteBuffer.allocate(Integer.BYTES + 1 + SIGNATURE_BYTES);
		token.putInt(position.offset()).put((byte) (position.paused() ? 1 : 0));
		token.put(signature(query, position));
		return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
	}

	/**
	 * Reads a token back.
	 * @param token what the caller sent
	 * @param query the query that it came with
	 * @return where the page begins
	 * @throws ApiError 400 when the token is damaged, of another stand-in, or of another
	 * query
	 */
	Position read(String token, String query) {
		byte[] bytes;
		try {
			bytes = Base64.getUrlDecoder().decode(token);
		}
		catch (IllegalArgumentException ex) {
			throw ApiError.invalidArgument();
		}
		if (bytes.length != Integer.BYTES + 1 + SIGNATURE_BYTES) {
			throw ApiError.invalidArgument();
		}
		ByteBuffer buffer = ByteBuffer.wrap(bytes);
		Position position = new Position(buffer.getInt(), buffer.get() != 0);
		byte[] signature = new byte[SIGNATURE_BYTES];
		buffer.get(signature);
		if (!MessageDigest.isEqual(signature, signature(query, position))) {
			throw ApiError.invalidArgument();
		}
		return position;
	}

	private byte[] signature(String query, Position position) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			mac.update(query.getBytes(StandardCharsets.UTF_8));
			mac.update(ByteBuffer.allocate(Integer.BYTES + 1)
				.putInt(position.offset())
				.put((byte) (position.paused() ? 1 : 0))
				.array());
			byte[] full = mac.doFinal();
			byte[] signature = new byte[SIGNATURE_BYTES];
			System.arraycopy(full, 0, signature, 0, SIGNATURE_BYTES);
			return signature;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This JDK has no " + ALGORITHM, ex);
		}
	}

	/**
	 * Where a page begins.
	 *
	 * @param offset items before it
	 * @param paused whether the page before it was an empty one that only carried a token
	 */
	record Position(int offset, boolean paused) {

		static final Position FIRST = new Position(0, false);

	}

}
