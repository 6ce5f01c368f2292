package kz.kopir.run;

import java.time.LocalDate;

import kz.kopir.school.SchoolId;

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
 */
public record RunContext(String id, SchoolId school, String flow, boolean dryRun, LocalDate from, LocalDate to,
		RunCounts counts) {

	@Override
	public String toString() {
		return this.id;
	}

}
