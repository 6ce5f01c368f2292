package kz.kopir.console;

import kz.kopir.sync.PlannedChange;
import org.jspecify.annotations.Nullable;

/**
 * A change of a plan as the one who decides on it sees it. Without the permission to see
 * marks and names it holds neither.
 *
 * @param entry the entry
 * @param action {@code add} or {@code change}
 * @param from what stands in the journal, null if nothing or not to be seen
 * @param to what shall stand there, null if not to be seen
 * @param reason the rule that wants it
 * @param pupil the pupil's name, null if it is not known or not to be seen
 */
record PlanChange(EntryName entry, String action, @Nullable String from, @Nullable String to, @Nullable String reason,
		@Nullable String pupil) {

	static PlanChange of(PlannedChange change, boolean withContent, PupilNames names) {
		EntryName entry = EntryName.of(change.entryKey());
		return new PlanChange(entry, change.action(), withContent ? change.from() : null,
				withContent ? change.to() : null, change.reason(), withContent ? names.of(entry.pupil()) : null);
	}

}
