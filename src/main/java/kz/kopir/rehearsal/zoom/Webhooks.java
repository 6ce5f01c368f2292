package kz.kopir.rehearsal.zoom;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import kz.kopir.rehearsal.world.MeetingFacts;
import kz.kopir.rehearsal.world.ParticipantFacts;

/**
 * Makes the signed requests that Zoom would send to a gateway's webhook. Characters
 * beyond the basic plane are written as escapes, all others raw, as Zoom does: whoever
 * writes the body anew has another signature.
 */
public final class Webhooks {

	private static final ObjectMapper JSON = new ObjectMapper();

	private final String secret;

	/**
	 * A request.
	 *
	 * @param headers its headers
	 * @param body the raw bytes that were signed
	 */
	public record Signed(Map<String, String> headers, byte[] body) {
	}

	Webhooks(String secret) {
		this.secret = secret;
	}

	/** The request with which Zoom checks the address. */
	public Signed validation(String plainToken, Instant at) {
		return signed("endpoint.url_validation", Json.object("plainToken", plainToken), at);
	}

	/**
	 * Joined and left events of all stays, and the end of the meeting before the last of
	 * them, as Zoom does not keep the order.
	 * @param hostId Zoom's id of the host
	 */
	public List<Signed> of(MeetingFacts meeting, String hostId) {
		List<Signed> all = new ArrayList<>();
		for (ParticipantFacts row : meeting.participants()) {
			if (!row.waiting()) {
				all.add(event("meeting.participant_joined", meeting, hostId, participant(row, "join_time", row.join()),
						row.join()));
				all.add(event("meeting.participant_left", meeting, hostId, participant(row, "leave_time", row.leave()),
						row.leave()));
			}
		}
		all.add(Math.max(0, all.size() - 1), event("meeting.ended", meeting, hostId,
				Json.object("end_time", meeting.end().toString()), meeting.end()));
		return all;
	}

	private Signed event(String name, MeetingFacts meeting, String hostId, Map<String, Object> more, Instant at) {
		Map<String, Object> object = Json.object("id", Long.toString(meeting.number()), "uuid", meeting.uuid(),
				"host_id", hostId, "topic", meeting.topic(), "type", meeting.type(), "start_time",
				meeting.start().toString(), "timezone", "Asia/Almaty", "duration", 0);
		object.putAll(more);
		return signed(name, Json.object("object", object), at);
	}

	private static Map<String, Object> participant(ParticipantFacts row, String field, Instant time) {
		return Json.object("participant",
				Json.object("user_id", row.userId(), "user_name", row.name(), "id", row.zoomUserId(), field,
						time.toString(), "email", row.email(), "registrant_id", row.registrantId(),
						"participant_user_id", row.zoomUserId(), "customer_key", row.customerKey()));
	}

	private Signed signed(String event, Map<String, Object> payload, Instant at) {
		try {
			String text = escaped(JSON
				.writeValueAsString(Json.object("event", event, "payload", payload, "event_ts", at.toEpochMilli())));
			String stamp = Long.toString(at.getEpochSecond());
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(this.secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			byte[] signature = mac.doFinal(("v0:" + stamp + ":" + text).getBytes(StandardCharsets.UTF_8));
			return new Signed(
					Map.of("Content-Type", "application/json; charset=utf-8", "x-zm-request-timestamp", stamp,
							"x-zm-signature", "v0=" + HexFormat.of().formatHex(signature)),
					text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException | JsonProcessingException ex) {
			throw new IllegalStateException("A webhook request cannot be made", ex);
		}
	}

	private static String escaped(String json) {
		StringBuilder text = new StringBuilder(json.length());
		for (int i = 0; i < json.length(); i++) {
			char unit = json.charAt(i);
			text.append(Character.isSurrogate(unit) ? "\\u" + HexFormat.of().withUpperCase().toHexDigits(unit)
					: String.valueOf(unit));
		}
		return text.toString();
	}

}
