package kz.kopir.sync;

/**
 * Is told when a run has ended.
 */
@FunctionalInterface
public interface RunListener {

	void ended(RunEnd end);

}
