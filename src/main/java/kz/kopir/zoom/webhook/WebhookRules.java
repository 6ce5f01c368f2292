package kz.kopir.zoom.webhook;

import kz.kopir.zoom.ZoomParticipants;
import kz.kopir.zoom.ZoomTeachers;

/**
 * How events of one school are taken. Its text form holds no secret.
 *
 * @param secret the app's secret token, by which Zoom signs
 * @param teachers which teacher a Zoom user is
 * @param participants which pupil an id or address of a participant means
 */
public record WebhookRules(String secret, ZoomTeachers teachers, ZoomParticipants participants) {

	@Override
	public String toString() {
		return "WebhookRules";
	}

}
