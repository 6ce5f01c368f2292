package kz.kopir.zoom;

import java.util.Set;

/**
 * Zoom refuses a call in its own words. Its text is localised and may speak of people, so
 * only the numbers are kept: Zoom is understood by its code, never by its text and never
 * by the status alone.
 */
public class ZoomRefusedException extends RuntimeException {

	private static final int SCOPES = 4711;

	private static final int SCOPES_CLASSIC = 4700;

	private static final int NOT_THERE = 3001;

	private static final int INVALID = 300;

	/** No permission, no such user, too old: asking again cannot help. */
	private static final Set<Integer> FOR_EVER = Set.of(200, 1001, 1010, 12702);

	private final int code;

	/**
	 * @param status HTTP status; 200 too can carry a refusal
	 * @param code Zoom's code, 0 when it gave none
	 */
	public ZoomRefusedException(int status, int code) {
		super("Zoom answers HTTP " + status + ", code " + code);
		this.code = code;
	}

	/** Zoom's code. */
	public int code() {
		return this.code;
	}

	/** Whether the app lacks a scope. */
	public boolean isScopeMissing() {
		return this.code == SCOPES || this.code == SCOPES_CLASSIC;
	}

	/** The meeting still runs, is not processed yet, or is gone. */
	boolean isNotThere() {
		return this.code == NOT_THERE;
	}

	/** A page token may have expired. */
	boolean isInvalid() {
		return this.code == INVALID;
	}

	boolean isForEver() {
		return FOR_EVER.contains(this.code);
	}

}
