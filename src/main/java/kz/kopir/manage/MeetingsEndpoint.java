package kz.kopir.manage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

import kz.kopir.run.RunTrigger;
import kz.kopir.school.SchoolId;
import kz.kopir.zoom.MeetingStore;
import kz.kopir.zoom.StoredMeeting;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * {@code /actuator/meetings}: the meetings of a day and how far their data has come,
 * without names and addresses.
 */
@Component
@WebEndpoint(id = "meetings")
class MeetingsEndpoint {

	private final MeetingStore meetings;

	private final RunTrigger trigger;

	private final ZoneId zone;

	MeetingsEndpoint(MeetingStore meetings, RunTrigger trigger, ZoneId zone) {
		this.meetings = meetings;
		this.trigger = trigger;
		this.zone = zone;
	}

	@ReadOperation
	MeetingList meetings(@Nullable String school, String date) {
		SchoolId served = RunArguments.school(school, this.trigger.schools());
		LocalDate day = day(date);
		return new MeetingList(this.meetings
			.between(served, day.atStartOfDay(this.zone).toInstant(),
					day.plusDays(1).atStartOfDay(this.zone).toInstant())
			.stream()
			.map((meeting) -> view(served, meeting))
			.toList());
	}

	private MeetingView view(SchoolId school, StoredMeeting stored) {
		int rows = this.meetings.rows(school, stored.meeting().id()).size();
		return new MeetingView(stored.meeting().id().value(), stored.meeting().start(), stored.meeting().end(),
				word(stored.source()), word(stored.state()), stored.pulls(), stored.pulledAt(), rows,
				stored.unusableRows(), rows > 0 && !stored.reported());
	}

	private static LocalDate day(String text) {
		try {
			return LocalDate.parse(text);
		}
		catch (DateTimeParseException ex) {
			throw new RequestRefused(HttpStatus.BAD_REQUEST, "The date is not understood.",
					"GET /actuator/meetings, argument date", "Give a day as year-month-day.");
		}
	}

	private static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

	/** Meetings by their start. */
	record MeetingList(List<MeetingView> meetings) {
	}

	/**
	 * A meeting.
	 *
	 * @param meeting its id
	 * @param start when it began
	 * @param end when it ended
	 * @param source zoom or file
	 * @param state found, waiting, accepted or refused
	 * @param pulls how often its participants were asked for
	 * @param pulledAt when they were asked for last, or null
	 * @param stays how many stays of participants are known
	 * @param unusableRows rows that could not be used
	 * @param provisional whether its stays are only what Zoom sent by itself
	 */
	record MeetingView(String meeting, Instant start, Instant end, String source, String state, int pulls,
			@Nullable Instant pulledAt, int stays, int unusableRows, boolean provisional) {
	}

}
