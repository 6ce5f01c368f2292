package kz.kopir.sync;

import org.jspecify.annotations.Nullable;

/**
 * One change of a plan, as the one who approves it sees it. It holds a mark: never log
 * it.
 *
 * @param entryKey the natural key of the entry
 * @param kind the kind of entry
 * @param action {@code add}, {@code change} or {@code adopt}
 * @param from the value that stands in the journal, null if none
 * @param to the value that shall stand there
 * @param reason why
 */
public record PlannedChange(String entryKey, String kind, String action, @Nullable String from, @Nullable String to,
		@Nullable String reason) {
}
