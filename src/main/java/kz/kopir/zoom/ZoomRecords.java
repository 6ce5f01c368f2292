package kz.kopir.zoom;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.mapping.Fields;
import kz.kopir.mapping.MappingException;
import kz.kopir.mapping.Programs;
import kz.kopir.mapping.RecordException;
import kz.kopir.school.Meeting;
import kz.kopir.school.MeetingId;
import kz.kopir.school.MeetingRow;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Makes the domain's records from Zoom's answers with the mappings of
 * {@code mappings/zoom}.
 */
final class ZoomRecords {

	private static final String IN_MEETING = "in_meeting";

	private static final String WAITING = "in_waiting_room";

	private final Programs programs;

	ZoomRecords(Programs programs) {
		this.programs = programs;
	}

	/**
	 * Meetings of a list. One that has no usable times is counted and left out: Zoom has
	 * told such in an outage of its own.
	 */
	Meetings meetings(String program, List<JsonNode> records) {
		List<Meeting> meetings = new ArrayList<>();
		int unusable = 0;
		for (JsonNode item : records) {
			try {
				Fields fields = fields(program, item);
				meetings.add(new Meeting(new MeetingId(fields.text("id")), text(fields, "number"),
						fields.text("host").toLowerCase(Locale.ROOT), fields.instant("start"), fields.instant("end")));
			}
			catch (RecordException | MappingException | IllegalArgumentException ex) {
				unusable++;
			}
		}
		return new Meetings(meetings, unusable);
	}

	/** The participants of a meeting. */
	Participants participants(List<JsonNode> records, ZoomParticipants pupils, Predicate<String> staff) {
		List<MeetingRow> rows = new ArrayList<>();
		List<String> prints = new ArrayList<>();
		int unusable = 0;
		boolean processed = true;
		boolean zeros = false;
		for (JsonNode item : records) {
			try {
				Fields fields = fields("zoom/participant.jq", item);
				String status = fields.text("status");
				if (!status.equals(IN_MEETING) && !status.equals(WAITING)) {
					throw new RecordException("status", "is not known");
				}
				Instant join = fields.instant("join");
				Instant leave = fields.instant("leave");
				boolean zero = fields.integer("duration") == 0;
				zeros |= zero;
				processed &= !zero || !leave.isAfter(join);
				Map<ZoomParticipants.Key, String> keys = keys(fields);
				ZoomParticipants.Named named = pupils.named(keys);
				String email = text(fields, "email");
				rows.add(new MeetingRow(text(fields, "name"), join, leave, status.equals(WAITING),
						!email.isBlank() && staff.test(email), named.pupil(), named.evidence()));
				prints.add(String.join("\u0000", text(fields, "name"), join.toString(), leave.toString(), status,
						keys.toString()));
			}
			catch (RecordException | MappingException | IllegalArgumentException ex) {
				unusable++;
				prints.add("unusable " + item);
			}
		}
		prints.sort(null);
		return new Participants(rows, unusable, processed, zeros, fingerprint(prints));
	}

	/** A user of the account, or null when it cannot be understood. */
	@Nullable User user(JsonNode item) {
		try {
			Fields fields = fields("zoom/user.jq", item);
			return new User(fields.text("id"), fields.text("email").toLowerCase(Locale.ROOT), fields.integer("type"),
					fields.optionalText("employee"));
		}
		catch (RecordException | MappingException ex) {
			return null;
		}
	}

	private static Map<ZoomParticipants.Key, String> keys(Fields fields) {
		Map<ZoomParticipants.Key, String> keys = new EnumMap<>(ZoomParticipants.Key.class);
		keys.put(ZoomParticipants.Key.REGISTRANT, text(fields, "registrant"));
		keys.put(ZoomParticipants.Key.CUSTOMER_KEY, text(fields, "customerKey"));
		keys.put(ZoomParticipants.Key.USER, text(fields, "user"));
		keys.put(ZoomParticipants.Key.EMAIL, text(fields, "email"));
		return keys;
	}

	private static String text(Fields fields, String field) {
		return Objects.requireNonNullElse(fields.optionalText(field), "");
	}

	private Fields fields(String program, JsonNode item) {
		return new Fields(this.programs.runOne(program, item));
	}

	private static String fingerprint(List<String> prints) {
		MessageDigest digest = DigestUtils.getSha256Digest();
		for (String print : prints) {
			digest.update((print.length() + ":" + print).getBytes(StandardCharsets.UTF_8));
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	/**
	 * Meetings of a list.
	 *
	 * @param meetings those that can be used
	 * @param unusable how many cannot
	 */
	record Meetings(List<Meeting> meetings, int unusable) {
	}

	/**
	 * Participants of a meeting.
	 *
	 * @param rows those that can be used
	 * @param unusable how many cannot
	 * @param processed whether no row lasts although its duration is 0, which says that
	 * Zoom is not done with it
	 * @param zeros whether some row has the duration 0
	 * @param fingerprint names exactly what Zoom told
	 */
	record Participants(List<MeetingRow> rows, int unusable, boolean processed, boolean zeros, String fingerprint) {
	}

	/**
	 * A user of the account.
	 *
	 * @param id Zoom's id
	 * @param email address in lower case
	 * @param type 1 for a Basic user, who has no reports
	 * @param employee what the school keeps as the employee's id, or null
	 */
	record User(String id, String email, int type, @Nullable String employee) {

		private static final int BASIC = 1;

		boolean isBasic() {
			return this.type == BASIC;
		}

		/** Without the address. */
		@Override
		public String toString() {
			return "User[" + this.id + "]";
		}

	}

}
