package kz.kopir.sync;

import java.util.function.Consumer;

/**
 * Hands a run to the routes, which carry it out in the background.
 */
public interface RunLauncher {

	/** Whether a run can be carried out: the routes are there and running. */
	boolean isReady();

	/**
	 * Lets the routes carry out a run; returns at once.
	 * @param order the run
	 * @param failed told when the routes could not even take it
	 */
	void launch(RunOrder order, Consumer<Exception> failed);

}
