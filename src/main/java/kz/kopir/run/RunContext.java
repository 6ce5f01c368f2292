package kz.kopir.run;

import java.time.LocalDate;

import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * A run under way.
 *
 * @param id unique, and sortable by its start
 * @param school whose run it is
 * @param flow name of the flow, for example {@code classroom}
 * @param dryRun whether the plan is only made and stored, and nothing is written
 * @param from first lesson day (Asia/Almaty) of the run
 * @param to last lesson day of the run, included
 * @param counts what it counts
 * @param draftPolicy text of a policy under which it is judged once more, or null
 */
public record RunContext(String id, SchoolId school, String flow, boolean dryRun, LocalDate from, LocalDate to,
		RunCounts counts, @Nullable String draftPolicy) {

	/** A run that is judged under the school's policy alone. */
	public RunContext(String id, SchoolId school, String flow, boolean dryRun, LocalDate from, LocalDate to,
			RunCounts counts) {
		this(id, school, flow, dryRun, from, to, counts, null);
	}

	@Override
	public String toString() {
		return this.id;
	}

}
