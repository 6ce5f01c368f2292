package kz.kopir.doctor;

import kz.kopir.call.Calls;
import kz.kopir.zoom.ZoomClosedException;
import kz.kopir.zoom.ZoomRefusedException;

/**
 * How a failure is told: by its kind and status, or in words of the gateway's own, never
 * in those of an outside system.
 */
final class Answers {

	private Answers() {
	}

	static String of(Throwable failure) {
		boolean inOwnWords = failure instanceof Unusable || failure instanceof ZoomRefusedException
				|| failure instanceof ZoomClosedException;
		return inOwnWords ? String.valueOf(failure.getMessage()) : Calls.describe(failure);
	}

}
