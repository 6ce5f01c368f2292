package kz.kopir.zoom.webhook;

import org.jspecify.annotations.Nullable;

/**
 * What Zoom is answered.
 *
 * @param kind what became of the event
 * @param plainToken Zoom's token, when it checked the address
 * @param encryptedToken the token signed, when it checked the address
 */
public record WebhookAnswer(Kind kind, @Nullable String plainToken, @Nullable String encryptedToken) {

	static WebhookAnswer of(Kind kind) {
		return new WebhookAnswer(kind, null, null);
	}

	/** What became of an event. */
	public enum Kind {

		/** The school takes no events. */
		OFF,

		/** Nobody knows whether Zoom sent it. */
		NOT_SIGNED,

		/** Zoom sent it, but it cannot be understood. */
		UNREADABLE,

		/** It was taken, now or before, or is of no use here. */
		TAKEN,

		/** Zoom checks that the secret is known here. */
		VALIDATED

	}

}
