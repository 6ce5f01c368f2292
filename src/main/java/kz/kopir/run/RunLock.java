package kz.kopir.run;

/**
 * The right to run one flow for one school. It is kept alive until it is closed.
 */
public interface RunLock extends AutoCloseable {

	/**
	 * Whether the lock is still this run's. It is not if the process stood still for so
	 * long that the lock ran out: then another run may be at work, and this one must stop
	 * before its next write.
	 */
	boolean isHeld();

	/**
	 * Gives the lock back.
	 */
	@Override
	void close();

}
