package kz.kopir.sync;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

import org.apache.commons.codec.digest.DigestUtils;

/**
 * Names exactly the changes of a plan: the same changes have the same hash in every run.
 */
final class PlanHash {

	private PlanHash() {
	}

	static String of(ClassGroupOrder order, List<Change> changes) {
		MessageDigest digest = DigestUtils.getSha256Digest();
		add(digest, order.run().school().value());
		add(digest, order.classGroup().id().value());
		for (Change change : changes) {
			add(digest, change.key().text());
			add(digest, change.action().code());
			add(digest, String.valueOf(change.from()));
			add(digest, change.to());
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	/** The length keeps neighbouring texts apart whatever they hold. */
	private static void add(MessageDigest digest, String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
		digest.update(bytes);
	}

}
