package kz.kopir.run;

/**
 * A run stood still for so long that its lock ran out; another one may be under way.
 */
public class RunLockLostException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String flow;

	/**
	 * @param run the run that must not write any more
	 */
	public RunLockLostException(RunContext run) {
		super("Run " + run + " lost its lock and writes nothing more.");
		this.flow = run.flow();
	}

	public String flow() {
		return this.flow;
	}

}
