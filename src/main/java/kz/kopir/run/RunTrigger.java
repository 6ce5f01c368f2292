package kz.kopir.run;

import java.util.Set;

import kz.kopir.school.SchoolId;

/**
 * Starts runs. The run itself goes on after {@link #start} has returned.
 */
public interface RunTrigger {

	/**
	 * The schools this gateway serves.
	 */
	Set<SchoolId> schools();

	/**
	 * Starts a run of a flow for a school.
	 * @return the id of the run, which can be read from {@link RunStore} at once
	 * @throws RunRefused if it cannot start: nothing has happened then
	 */
	String start(RunRequest request) throws RunRefused;

}
