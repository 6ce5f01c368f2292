package kz.kopir.sync;

import java.time.Instant;
import java.util.List;

import kz.kopir.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger knows of one entry.
 *
 * @param key the entry
 * @param last value that was last confirmed or adopted, or null
 * @param journalId the journal's id of it, or null when it was never told
 * @param unfinished deliveries of which nobody knows yet whether they arrived, oldest
 * first
 * @param refusal the journal's last refusal, if nothing was confirmed since, or null
 */
record LedgerEntry(EntryKey key, @Nullable String last, @Nullable String journalId, List<Unfinished> unfinished,
		@Nullable Refusal refusal) {

	static LedgerEntry none(EntryKey key) {
		return new LedgerEntry(key, null, null, List.of(), null);
	}

	/** Its text form holds no value. */
	@Override
	public String toString() {
		return "LedgerEntry[" + this.key + "]";
	}

	/**
	 * A delivery without a known end.
	 *
	 * @param delivery its id
	 * @param to the value that was to be written
	 * @param journalId the journal's id, if the journal answered
	 */
	record Unfinished(String delivery, String to, @Nullable String journalId) {
	}

	/**
	 * A refusal by the journal.
	 *
	 * @param to the refused value
	 * @param code kind of refusal
	 * @param at when
	 */
	record Refusal(String to, ProblemCode code, Instant at) {
	}

}
