package kz.kopir.rehearsal.google;

import java.util.List;

import kz.kopir.rehearsal.google.PageTokens.Position;
import org.jspecify.annotations.Nullable;

/**
 * Cuts lists into pages. The wanted size is capped without a word; with page quirks on,
 * some pages are shorter than they could be, some are empty and still carry a token, and
 * sometimes a token leads to an empty last page. Which ones depends on the query alone,
 * so that a run can be repeated.
 */
final class Pages {

	/** Rosters: 30 when unset, and never more. */
	static final int ROSTER_PAGE = 30;

	private final PageTokens tokens = new PageTokens();

	private final boolean quirks;

	Pages(boolean quirks) {
		this.quirks = quirks;
	}

	<T> Page<T> cut(List<T> all, Query query, int cap) {
		String binding = query.binding();
		String token = query.text("pageToken");
		Position position = (token != null) ? this.tokens.read(token, binding) : Position.FIRST;
		int size = size(query.pageSize(), cap);
		int from = Math.min(position.offset(), all.size());
		if (!this.quirks) {
			int to = Math.min(from + size, all.size());
			return page(all, from, to, binding, to < all.size());
		}
		int chance = Math.floorMod((binding + from).hashCode() * 0x9E3779B9, 1 << 16) % 6;
		if (chance == 0 && !position.paused() && from < all.size()) {
			return new Page<>(List.of(), this.tokens.issue(binding, new Position(from, true)));
		}
		int to = Math.min(from + ((chance == 1) ? (size + 2) / 3 : size), all.size());
		boolean tokenToNothing = chance == 2 && from < all.size();
		return page(all, from, to, binding, to < all.size() || tokenToNothing);
	}

	private <T> Page<T> page(List<T> all, int from, int to, String binding, boolean more) {
		return new Page<>(all.subList(from, to), more ? this.tokens.issue(binding, new Position(to, false)) : null);
	}

	private static int size(int wanted, int cap) {
		return (wanted == 0) ? cap : Math.min(wanted, cap);
	}

	/**
	 * One page.
	 *
	 * @param <T> what is listed
	 * @param items its items, perhaps none
	 * @param next token of the next page, null on the last one
	 */
	record Page<T>(List<T> items, @Nullable String next) {
	}

}
