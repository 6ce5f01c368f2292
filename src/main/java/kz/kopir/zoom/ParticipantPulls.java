package kz.kopir.zoom;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import kz.kopir.problem.ProblemCode;
import kz.kopir.school.Meeting;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * Whose participants are to be asked for now.
 */
final class ParticipantPulls {

	private final MeetingStore meetings;

	private final ZoomUsers users;

	private final PullMoments moments;

	private final Clock clock;

	ParticipantPulls(ZoomStores stores, PullMoments moments, Clock clock) {
		this.meetings = stores.meetings();
		this.users = stores.users();
		this.moments = moments;
		this.clock = clock;
	}

	/** Zoom keeps no report of users without a licence: theirs are not asked for. */
	List<ParticipantPull> due(ZoomCollection collection, ZoomAccount account, Collection<Meeting> held) {
		SchoolId school = collection.run().school();
		Instant now = this.clock.instant();
		Map<String, ZoomRecords.User> known = this.users.find(school);
		new ZoomHosts(account.teachers(), known).basicTeachersOf(collection.slots())
			.forEach((user) -> collection.note(ProblemCode.ZOOM_TEACHER_BASIC, "zoom-user:" + user.id(),
					Map.of("host", user.email())));
		List<ParticipantPull> pulls = new ArrayList<>();
		for (Meeting meeting : held) {
			StoredMeeting stored = this.meetings.find(school, meeting.id()).orElse(null);
			ZoomRecords.User host = known.get(meeting.host());
			if (host != null && host.isBasic()) {
				this.meetings.refused(school, meeting.id(), "basic", now);
			}
			else if (stored == null || stored.source() != StoredMeeting.Source.ZOOM
					|| stored.state() == StoredMeeting.State.REFUSED) {
				continue;
			}
			else if (this.moments.isDue(meeting.end(), stored.pulledAt(), now)
					|| (!stored.isComplete() && stored.pulls() < 2 && this.moments.isSettled(meeting.end(), now))) {
				pulls.add(new ParticipantPull(meeting, this.moments.isSettled(meeting.end(), now)));
			}
		}
		return pulls;
	}

	/**
	 * Takes note that the participants could not be read.
	 * @param forEver what Zoom said when it will never tell them, or null
	 */
	void failed(SchoolId school, ParticipantPull pull, @Nullable String forEver) {
		pull.end();
		if (forEver != null) {
			this.meetings.refused(school, pull.meeting().id(), forEver, this.clock.instant());
		}
		else {
			this.meetings.notReady(school, pull.meeting().id(), this.clock.instant());
		}
	}

}
