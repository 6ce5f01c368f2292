package kz.kopir.console;

import java.time.Instant;

/**
 * What a person can decide about a problem. Whoever takes the decision keeps it with name
 * and moment.
 */
public interface ProblemDecisions {

	/**
	 * Somebody cares for it.
	 * @param problem its id
	 * @param user the signed-in user
	 * @return whether it was taken: a problem whose cause is gone takes none
	 */
	boolean acknowledge(String problem, String user);

	/**
	 * Nobody is reminded of it for a while.
	 * @param until the moment from which on it is told again
	 * @return whether it was taken
	 */
	boolean snooze(String problem, Instant until, String user);

	/**
	 * Nothing is to be done about it.
	 * @param reason why not
	 * @return whether it was taken
	 */
	boolean resolve(String problem, String reason, String user);

}
