package kz.kopir.zoom;

import java.time.Instant;

/**
 * No more calls to Zoom until a moment: the day's calls are used up, by the school's own
 * budget or by Zoom's.
 */
public class ZoomClosedException extends RuntimeException {

	private final transient Instant until;

	private final long used;

	/**
	 * @param until when Zoom may be asked again
	 * @param used calls made in this day of Zoom
	 */
	public ZoomClosedException(Instant until, long used) {
		super("The day's calls to Zoom are used up (" + used + "); Zoom is asked again after " + until + ".");
		this.until = until;
		this.used = used;
	}

	/** When Zoom may be asked again. */
	public Instant until() {
		return this.until;
	}

	/** Calls made in this day of Zoom. */
	public long used() {
		return this.used;
	}

}
