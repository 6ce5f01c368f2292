package kz.kopir.manage;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * What persons give as the reason of what they do. A decision needs one.
 */
final class Reasons {

	private Reasons() {
	}

	/**
	 * The reason of a decision.
	 * @throws RequestRefused when there is none
	 */
	static String required(@Nullable String reason, String place) {
		if (reason == null || reason.isBlank()) {
			throw new RequestRefused(HttpStatus.BAD_REQUEST, "The decision has no reason.", place + ", reason",
					"Send {\"reason\": \"…\"}: it is kept with your name. Name no child in it.");
		}
		return reason.strip();
	}

}
