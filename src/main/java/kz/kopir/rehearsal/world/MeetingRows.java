package kz.kopir.rehearsal.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import kz.kopir.rehearsal.world.MeetingPlan.Span;
import kz.kopir.rehearsal.world.Stays.Stay;
import org.jspecify.annotations.Nullable;

/**
 * An occurrence while it is being filled with stays.
 */
final class MeetingRows {

	private static final int FIRST_USER = 16_778_240;

	private final Span span;

	private final List<ParticipantFacts> rows = new ArrayList<>();

	private final TreeSet<Long> lessons = new TreeSet<>();

	/** Who sits there: what Zoom knows of a participant. */
	record Who(String name, String email, String zoomId, String registrant, String key, @Nullable Long person) {
	}

	MeetingRows(Span span) {
		this.span = span;
	}

	Span span() {
		return this.span;
	}

	void lesson(long id) {
		this.lessons.add(id);
	}

	/** Adds the part of a stay that falls into this occurrence. */
	void add(Who who, Stay stay) {
		Instant join = later(stay.span().from(), this.span.from());
		Instant leave = earlier(stay.span().to(), this.span.to());
		if (!leave.isAfter(join)) {
			return;
		}
		String user = Integer.toString(FIRST_USER + 1024 * this.rows.size());
		this.rows.add(new ParticipantFacts(who.name(), join, leave, stay.waiting() ? "in_waiting_room" : "in_meeting",
				who.email(), who.zoomId(), user, who.registrant(), who.key(),
				(stay.room() > 0) ? Integer.toString(27_423_744 + stay.room()) : "", who.person()));
	}

	MeetingFacts facts(String uuid, long number, int type, String topic, ZoomUserFacts host) {
		return new MeetingFacts(uuid, number, type, topic, host.personId(), host.email(), this.span.from(),
				this.span.to(), List.copyOf(this.lessons), this.rows);
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

	private static Instant earlier(Instant one, Instant other) {
		return one.isBefore(other) ? one : other;
	}

}
