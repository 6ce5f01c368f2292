package kz.kopir.run;

/**
 * A run stood still for so long that its lock ran out; another one may be under way.
 */
public class RunLockLostException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * @param runId the run that must not write any more
	 */
	public RunLockLostException(String runId) {
		super("Run " + runId + " lost its lock and writes nothing more.");
	}

}
