package kz.kopir.sync;

/**
 * Hands a run to the routes, which carry it out in the background.
 */
@FunctionalInterface
public interface RunLauncher {

	/** Returns at once. */
	void launch(RunOrder order);

}
