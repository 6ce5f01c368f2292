package kz.kopir.sync;

import java.time.Instant;

import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * A plan as the one who decides on it sees it.
 *
 * @param id the plan's id
 * @param runId the run that made it
 * @param school the school
 * @param classGroup the class group's id
 * @param hash names exactly these changes; an approval counts for this hash only
 * @param state the plan's state as the database knows it, for example {@code waiting}
 * @param changes how many changes it holds
 * @param waitsBecause why it waits, null if it does not
 * @param createdAt when it was made
 * @param decidedBy who approved it, null as long as nobody did
 * @param decidedAt when it was approved
 * @param policy version of the school's policy under which it was made, null for plans of
 * before there were versions
 */
public record PlanSummary(String id, String runId, SchoolId school, String classGroup, String hash, String state,
		int changes, @Nullable String waitsBecause, Instant createdAt, @Nullable String decidedBy,
		@Nullable Instant decidedAt, @Nullable String policy) {
}
