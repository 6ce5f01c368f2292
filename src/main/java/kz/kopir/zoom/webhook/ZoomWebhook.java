package kz.kopir.zoom.webhook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.mapping.Fields;
import kz.kopir.mapping.Json;
import kz.kopir.mapping.MappingException;
import kz.kopir.mapping.Programs;
import kz.kopir.mapping.RecordException;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.Problems;
import kz.kopir.school.Meeting;
import kz.kopir.school.MeetingId;
import kz.kopir.school.SchoolId;
import kz.kopir.zoom.MeetingStore;
import kz.kopir.zoom.ZoomParticipants;
import kz.kopir.zoom.ZoomUsers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes the events that Zoom sends by itself. They may come twice, late and in any order.
 * A meeting is known from its end on, without waiting for a list; whom the events show in
 * it stands there until the first report. No entry of the journal is made of them.
 */
public class ZoomWebhook {

	/** The mappings that it uses. */
	public static final List<String> PROGRAMS = List.of("zoom/event.jq");

	private static final Logger logger = LoggerFactory.getLogger(ZoomWebhook.class);

	private final Function<SchoolId, @Nullable WebhookRules> rules;

	private final Programs programs;

	private final MeetingStore meetings;

	private final ZoomUsers users;

	private final Sightings sightings;

	private final TransactionOperations transactions;

	private final EventRefusals refusals;

	private final Clock clock;

	/**
	 * @param rules how events of a school are taken; null when it takes none
	 * @param problems where it is told that events cannot be taken
	 */
	public ZoomWebhook(Function<SchoolId, @Nullable WebhookRules> rules, Programs programs, MeetingStore meetings,
			JdbcTemplate template, TransactionOperations transactions, Problems problems, Clock clock) {
		this.rules = rules;
		this.programs = programs;
		this.meetings = meetings;
		this.users = new ZoomUsers(template, transactions);
		this.sightings = new Sightings(template);
		this.transactions = transactions;
		this.refusals = new EventRefusals(problems, clock);
		this.clock = clock;
	}

	/**
	 * Takes an event.
	 * @param body as it came
	 * @param timestamp header {@code x-zm-request-timestamp}, or null
	 * @param signature header {@code x-zm-signature}, or null
	 */
	public WebhookAnswer receive(SchoolId school, byte[] body, @Nullable String timestamp, @Nullable String signature) {
		WebhookRules known = this.rules.apply(school);
		if (known == null) {
			return WebhookAnswer.of(WebhookAnswer.Kind.OFF);
		}
		Signature signed = new Signature(known.secret());
		if (!signed.isOf(body, timestamp, signature, this.clock.instant())) {
			logger.warn("school={} code={} bytes={}", school, ProblemCode.ZOOM_EVENT_NOT_SIGNED, body.length);
			this.refusals.refused(school, ProblemCode.ZOOM_EVENT_NOT_SIGNED);
			return WebhookAnswer.of(WebhookAnswer.Kind.NOT_SIGNED);
		}
		try {
			JsonNode event = Json.read(new ByteArrayInputStream(body));
			String name = event.path("event").asText();
			if (name.equals("endpoint.url_validation")) {
				String token = event.path("payload").path("plainToken").asText();
				return new WebhookAnswer(WebhookAnswer.Kind.VALIDATED, token, signed.answer(token));
			}
			take(school, known, name, event);
			this.refusals.taken(school);
			return WebhookAnswer.of(WebhookAnswer.Kind.TAKEN);
		}
		catch (IOException | RecordException | MappingException | IllegalArgumentException ex) {
			logger.warn("school={} code={} bytes={} what={}", school, ProblemCode.ZOOM_EVENT_UNREADABLE, body.length,
					ex.getClass().getSimpleName());
			this.refusals.refused(school, ProblemCode.ZOOM_EVENT_UNREADABLE);
			return WebhookAnswer.of(WebhookAnswer.Kind.UNREADABLE);
		}
	}

	/** One at a time: two of one meeting would write the same rows. */
	private synchronized void take(SchoolId school, WebhookRules known, String name, JsonNode event) {
		switch (name) {
			case "meeting.participant_joined" -> seen(school, known, Sighting.Kind.JOINED, fields(event));
			case "meeting.participant_left" -> seen(school, known, Sighting.Kind.LEFT, fields(event));
			case "meeting.ended" -> ended(school, fields(event));
			case "" -> throw new IllegalArgumentException("An event without a name.");
			default -> logger.info("school={} code=WEBHOOK_OF_NO_USE event={}", school,
					name.matches("[a-z_.]{1,80}") ? name : "?");
		}
	}

	private void ended(SchoolId school, Fields fields) {
		String hostId = fields.text("host");
		Instant start = fields.instant("start");
		Instant end = fields.instant("end");
		Meeting meeting = new Meeting(new MeetingId(fields.text("meeting")), text(fields, "number"),
				this.users.email(school, hostId).orElse(hostId.toLowerCase(Locale.ROOT)), start, end);
		this.transactions.executeWithoutResult((status) -> {
			this.meetings.announced(school, meeting);
			show(school, meeting.id());
		});
		logger.info("school={} code=WEBHOOK_MEETING_ENDED meeting={}", school, meeting.id());
	}

	private void seen(SchoolId school, WebhookRules known, Sighting.Kind kind, Fields fields) {
		MeetingId meeting = new MeetingId(fields.text("meeting"));
		String email = text(fields, "email");
		String user = text(fields, "user");
		Map<ZoomParticipants.Key, String> keys = Map.of(ZoomParticipants.Key.REGISTRANT, text(fields, "registrant"),
				ZoomParticipants.Key.CUSTOMER_KEY, text(fields, "customerKey"), ZoomParticipants.Key.USER, user,
				ZoomParticipants.Key.EMAIL, email);
		ZoomParticipants.Named named = known.participants().named(keys);
		boolean staff = (!user.isEmpty() && user.equals(text(fields, "host")))
				|| known.teachers().teacher(email).isPresent() || known.teachers().teacher(user).isPresent();
		Sighting seen = new Sighting(fields.text("participant"), kind,
				Instant.ofEpochMilli(Long.parseLong(fields.text("sent"))), fields.instant("time"), text(fields, "name"),
				staff, named.pupil(), named.evidence());
		this.transactions.executeWithoutResult((status) -> {
			this.sightings.add(school, meeting, seen);
			show(school, meeting);
		});
	}

	/** What was seen stands in the meeting as long as no report was read. */
	private void show(SchoolId school, MeetingId meeting) {
		this.meetings.find(school, meeting)
			.ifPresent((known) -> this.meetings.provisional(school, meeting,
					Stays.of(this.sightings.of(school, meeting), known.meeting().end())));
	}

	private Fields fields(JsonNode event) {
		return new Fields(this.programs.runOne(PROGRAMS.get(0), event));
	}

	private static String text(Fields fields, String field) {
		return Objects.requireNonNullElse(fields.optionalText(field), "");
	}

}
