package kz.kopir.zoom;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.problem.ProblemCode;
import kz.kopir.run.RunContext;
import kz.kopir.school.SchoolId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes lists of Zoom that were read to their end into what is remembered.
 */
final class ZoomIntake {

	private static final Logger logger = LoggerFactory.getLogger(ZoomIntake.class);

	private final ZoomRecords records;

	private final ZoomStores stores;

	private final Clock clock;

	ZoomIntake(ZoomRecords records, ZoomStores stores, Clock clock) {
		this.records = records;
		this.stores = stores;
		this.clock = clock;
	}

	/** A list with meetings that cannot be used is read again at the next moment. */
	void meetings(ZoomCollection collection, ZoomList list, Discovery.Listed listed) {
		RunContext run = collection.run();
		SchoolId school = run.school();
		ZoomRecords.Meetings meetings = this.records.meetings(listed.program(), list.records());
		this.stores.meetings().found(school, meetings.meetings());
		run.counts().add("records.zoom.meetings.unusable", meetings.unusable());
		if (list.isComplete() && meetings.unusable() == 0) {
			this.stores.listings().listed(school, listed.days(), listed.host(), this.clock.instant());
		}
		else {
			incomplete(collection, list, meetings.unusable());
		}
	}

	/** Data that is not complete is not taken. */
	void participants(RunContext run, ZoomList list, ParticipantPull pull, ZoomAccount account) {
		SchoolId school = run.school();
		ZoomHosts hosts = new ZoomHosts(account.teachers(), this.stores.users().find(school));
		ZoomRecords.Participants read = this.records.participants(list.records(), account.participants(),
				(email) -> hosts.teacher(email).isPresent());
		boolean ready = list.isComplete() && !read.rows().isEmpty() && read.processed()
				&& (!read.zeros() || pull.isSettled());
		if (!ready) {
			pull.end();
			this.stores.meetings().notReady(school, pull.meeting().id(), this.clock.instant());
		}
		else if (this.stores.meetings()
			.pulled(school, pull.meeting().id(), read.rows(), read.fingerprint(), read.unusable(),
					this.clock.instant())) {
			pull.end();
		}
	}

	void users(ZoomCollection collection, ZoomList list) {
		Map<String, ZoomRecords.User> users = new LinkedHashMap<>();
		int unusable = 0;
		for (JsonNode item : list.records()) {
			ZoomRecords.User user = this.records.user(item);
			if (user != null) {
				users.put(user.email(), user);
			}
			else {
				unusable++;
			}
		}
		if (unusable > 0) {
			incomplete(collection, list, unusable);
		}
		this.stores.users().replace(collection.run().school(), users.values(), this.clock.instant());
	}

	private static void incomplete(ZoomCollection collection, ZoomList list, int unusable) {
		logger.warn("run={} school={} route=zoom-list code={} list={} unusable={}", collection.run(),
				collection.run().school(), ProblemCode.ZOOM_LIST_UNREADABLE, list.name(), unusable);
		collection.unreadable(list.name(), (unusable > 0) ? unusable + " unusable records" : "no end", false);
	}

}
