package kz.kopir.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Cuts many ids into what one statement takes: databases limit its parameters.
 */
final class Chunks {

	private static final int IDS_PER_STATEMENT = 500;

	private Chunks() {
	}

	static List<List<String>> of(Collection<String> ids) {
		List<String> all = List.copyOf(ids);
		List<List<String>> chunks = new ArrayList<>();
		for (int from = 0; from < all.size(); from += IDS_PER_STATEMENT) {
			chunks.add(all.subList(from, Math.min(all.size(), from + IDS_PER_STATEMENT)));
		}
		return chunks;
	}

}
