package kz.kopir.rehearsal.zoom;

import java.util.Set;

/**
 * The granular scopes of what is served.
 */
final class Scopes {

	static final String USERS = "user:read:list_users:admin";

	static final String USER_REPORT = "report:read:user:admin";

	static final String HISTORY = "report:read:list_history_meetings:admin";

	static final String PARTICIPANT_REPORT = "report:read:list_meeting_participants:admin";

	static final String MEETING_REPORT = "report:read:meeting:admin";

	static final String PAST_MEETING = "meeting:read:past_meeting:admin";

	static final String PAST_INSTANCES = "meeting:read:list_past_instances:admin";

	static final String PAST_PARTICIPANTS = "meeting:read:list_past_participants:admin";

	static final Set<String> ALL = Set.of(USERS, USER_REPORT, HISTORY, PARTICIPANT_REPORT, MEETING_REPORT, PAST_MEETING,
			PAST_INSTANCES, PAST_PARTICIPANTS);

	private Scopes() {
	}

}
