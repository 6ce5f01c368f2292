package kz.kopir.sync;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The three-way comparison: what was last delivered, what the journal holds now, what is
 * wanted. A change made by hand in the journal is never overwritten.
 */
enum Comparison {

	/** Nothing was, is or shall be there. */
	NOTHING,

	/** It shall be written for the first time. */
	ADD,

	/** It shall be written in place of what was delivered. */
	CHANGE,

	/** It stands there as delivered and wanted. */
	UNCHANGED,

	/** It stands there as wanted, though not by our last delivery. */
	ADOPT,

	/** Hold: somebody else's value stands there. */
	OF_ANOTHER,

	/** Hold: it was changed by hand in the journal. */
	CHANGED_BY_HAND,

	/** Hold: it was removed by hand in the journal. */
	REMOVED_BY_HAND,

	/** Hold: it is gone at the source; clearing is a person's decision. */
	WITHDRAWN;

	/**
	 * Compares the values of one entry; null is "none".
	 * @param last what was last delivered or adopted
	 * @param now what the journal holds
	 * @param wanted what should stand there
	 */
	static Comparison of(@Nullable String last, @Nullable String now, @Nullable String wanted) {
		if (last == null) {
			if (wanted == null) {
				return NOTHING;
			}
			if (now == null) {
				return ADD;
			}
			return now.equals(wanted) ? ADOPT : OF_ANOTHER;
		}
		if (now == null) {
			return REMOVED_BY_HAND;
		}
		if (now.equals(last)) {
			return (wanted == null) ? WITHDRAWN : now.equals(wanted) ? UNCHANGED : CHANGE;
		}
		return Objects.equals(now, wanted) ? ADOPT : CHANGED_BY_HAND;
	}

	/**
	 * Compares when the source has no opinion at the moment: what was delivered shall
	 * stay as it is.
	 */
	static Comparison keeping(@Nullable String last, @Nullable String now) {
		return of(last, now, last);
	}

}
