package kz.kopir.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a look through a whole chain found.
 *
 * @param rows rows looked at
 * @param from place of the first row that is kept
 * @param to place of the last row
 * @param head hash of the last row: what the log told on some day must be in the chain
 * @param broken the first row that does not fit, or null when all fit
 */
public record AuditCheck(long rows, long from, long to, String head, @Nullable Broken broken) {

	/**
	 * Where a chain is broken.
	 *
	 * @param seq place of the row
	 * @param what what does not fit
	 */
	public record Broken(long seq, String what) {
	}

}
