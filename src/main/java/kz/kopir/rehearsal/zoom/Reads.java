package kz.kopir.rehearsal.zoom;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import kz.kopir.rehearsal.http.Call;
import kz.kopir.rehearsal.world.MeetingFacts;
import kz.kopir.rehearsal.world.ParticipantFacts;
import kz.kopir.rehearsal.world.ZoomUserFacts;
import kz.kopir.rehearsal.zoom.Book.Phase;

/**
 * What can be read: bodies of the answers.
 */
final class Reads {

	private static final int MONTHS_BACK = 6;

	private final Book book;

	private final Pages pages;

	private final Clock clock;

	/** UTC days, both included. */
	private record Days(LocalDate from, LocalDate to) {

		boolean has(Instant instant) {
			LocalDate day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
			return !day.isBefore(this.from) && !day.isAfter(this.to);
		}

	}

	Reads(Book book, Pages pages, Clock clock) {
		this.book = book;
		this.pages = pages;
		this.clock = clock;
	}

	Map<String, Object> users(Call call) {
		boolean active = call.parameter("status") == null || "active".equals(call.parameter("status"));
		List<Map<String, Object>> users = this.book.users()
			.stream()
			.filter((user) -> active)
			.map((user) -> Json.object("id", user.id(), "first_name", user.firstName(), "last_name", user.lastName(),
					"display_name", user.firstName() + " " + user.lastName(), "email", user.email(), "type",
					user.licensed() ? 2 : 1, "status", "active", "timezone", "Asia/Almaty", "pmi", user.personalRoom(),
					"role_id", "2", "verified", 1))
			.toList();
		Map<String, Object> body = this.pages.page(call, "users", users, true);
		body.put("page_number", 1);
		return body;
	}

	Map<String, Object> hosts(Call call) {
		Days days = days(call);
		boolean active = !"inactive".equals(call.parameter("type"));
		List<Map<String, Object>> users = new ArrayList<>();
		for (ZoomUserFacts user : this.book.users()) {
			List<MeetingFacts> own = held(user).filter((meeting) -> days.has(meeting.start())).toList();
			if (own.isEmpty() != active) {
				users.add(Json.object("id", user.id(), "email", user.email(), "user_name",
						user.firstName() + " " + user.lastName(), "type", user.licensed() ? 2 : 1, "meetings",
						own.size(), "participants", own.stream().mapToInt(Book::unique).sum(), "meeting_minutes",
						own.stream().mapToLong(Book::minutes).sum()));
			}
		}
		Map<String, Object> body = this.pages.page(call, "users", users, true);
		body.put("from", days.from().toString());
		body.put("to", days.to().toString());
		return body;
	}

	Map<String, Object> meetingsOf(Call call, String rawUser) {
		ZoomUserFacts user = this.book.user(rawUser);
		if (!user.licensed()) {
			throw Refusal.unpaid(user.id());
		}
		Days days = days(call);
		boolean alone = "pastOne".equals(call.parameter("type"));
		List<Map<String, Object>> meetings = held(user).filter((meeting) -> days.has(meeting.start()))
			.filter((meeting) -> (Book.unique(meeting) < 2) == alone)
			.map((meeting) -> {
				Map<String, Object> one = details(meeting);
				one.put("source", "Zoom");
				return one;
			})
			.toList();
		Map<String, Object> body = this.pages.page(call, "meetings", meetings, true);
		body.put("from", days.from().toString());
		body.put("to", days.to().toString());
		return body;
	}

	Map<String, Object> history(Call call) {
		Days days = days(call);
		boolean byEnd = "end_time".equals(call.parameter("date_type"));
		boolean webinars = "webinar".equals(call.parameter("meeting_type"));
		List<Map<String, Object>> meetings = this.book.listed()
			.filter((meeting) -> !webinars && days.has(byEnd ? meeting.end() : meeting.start()))
			.filter((meeting) -> this.book.host(meeting).licensed())
			.map((meeting) -> Json.object("meeting_uuid", meeting.uuid(), "meeting_id", meeting.number(), "type",
					"Meeting", "host_display_name", name(meeting), "host_email", meeting.hostEmail(), "start_time",
					meeting.start().toString(), "end_time", meeting.end().toString(), "topic", meeting.topic(),
					"participants", meeting.participants().size(), "unique_viewers", Book.unique(meeting), "duration",
					Book.minutes(meeting), "total_participant_minutes", Book.totalMinutes(meeting)))
			.toList();
		return this.pages.page(call, "history_meetings", meetings, false);
	}

	Map<String, Object> instances(String raw) {
		List<MeetingFacts> all = this.book.instances(Book.decoded(raw));
		if (all.isEmpty()) {
			throw Refusal.noMeeting(Book.decoded(raw));
		}
		return Json.object("meetings",
				all.stream()
					.map((meeting) -> Json.object("uuid", meeting.uuid(), "start_time", meeting.start().toString()))
					.toList());
	}

	Map<String, Object> meeting(String raw, boolean report) {
		MeetingFacts meeting = paid(raw);
		Map<String, Object> body = details(meeting);
		if (!report) {
			body.put("host_id", this.book.host(meeting).id());
			body.put("source", "Zoom");
		}
		return body;
	}

	Map<String, Object> participants(Call call, String raw, boolean report) {
		MeetingFacts meeting = paid(raw);
		if (Book.unique(meeting) < 2) {
			if (report) {
				throw new Refusal(404, 3001, "Meeting " + Book.decoded(raw) + " not found or has expired.");
			}
			return this.pages.page(call, "participants", List.of(), true);
		}
		Phase phase = this.book.phase(meeting);
		boolean registrants = "registrant_id".equals(call.parameter("include_fields"));
		List<Map<String, Object>> rows = new ArrayList<>();
		for (int i = 0; i < meeting.participants().size(); i++) {
			if (phase != Phase.PARTIAL || i % 3 != 2) {
				rows.add(row(meeting.participants().get(i), phase == Phase.UNPROCESSED, registrants, report));
			}
		}
		return this.pages.page(call, "participants", rows, true);
	}

	private MeetingFacts paid(String raw) {
		MeetingFacts meeting = this.book.ended(raw);
		ZoomUserFacts host = this.book.host(meeting);
		if (!host.licensed()) {
			throw Refusal.unpaid(host.id());
		}
		return meeting;
	}

	private static Map<String, Object> row(ParticipantFacts row, boolean unprocessed, boolean registrants,
			boolean report) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("id", row.zoomUserId());
		body.put("user_id", row.userId());
		body.put("name", row.name());
		body.put("user_email", row.email());
		body.put("join_time", row.join().toString());
		body.put("leave_time", row.leave().toString());
		body.put("duration", unprocessed ? 0 : Book.seconds(row));
		if (registrants) {
			body.put("registrant_id", row.registrantId());
		}
		body.put("failover", false);
		body.put("status", row.status());
		if (report) {
			body.put("participant_user_id", row.zoomUserId());
			body.put("customer_key", row.customerKey());
			body.put("bo_mtg_id", row.breakoutId());
		}
		else {
			body.put("internal_user", !row.zoomUserId().isEmpty());
		}
		return body;
	}

	private Map<String, Object> details(MeetingFacts meeting) {
		return Json.object("uuid", meeting.uuid(), "id", meeting.number(), "type", meeting.type(), "topic",
				meeting.topic(), "user_name", name(meeting), "user_email", meeting.hostEmail(), "start_time",
				meeting.start().toString(), "end_time", meeting.end().toString(), "duration", Book.minutes(meeting),
				"total_minutes", Book.totalMinutes(meeting), "participants_count", Book.unique(meeting));
	}

	private String name(MeetingFacts meeting) {
		ZoomUserFacts host = this.book.host(meeting);
		return host.firstName() + " " + host.lastName();
	}

	private Stream<MeetingFacts> held(ZoomUserFacts user) {
		return this.book.listed().filter((meeting) -> meeting.hostId() == user.personId());
	}

	/** Of one month at most, within the last six. */
	private Days days(Call call) {
		Days days = new Days(day(call, "from"), day(call, "to"));
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		if (days.to().isBefore(days.from()) || days.from().plusMonths(1).isBefore(days.to())
				|| days.from().isBefore(today.minusMonths(MONTHS_BACK))) {
			throw Refusal.validation("Validation Failed.");
		}
		return days;
	}

	private static LocalDate day(Call call, String name) {
		String text = call.parameter(name);
		try {
			if (text != null) {
				return LocalDate.parse(text);
			}
		}
		catch (DateTimeParseException ex) {
			throw Refusal.validation("Validation Failed.");
		}
		throw Refusal.validation("Validation Failed.");
	}

}
