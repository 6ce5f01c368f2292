package kz.kopir.zoom;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The scopes that the gateway needs, each in its granular and its classic form; an app
 * has the ones or the others.
 */
final class ZoomScopes {

	private static final String REPORTS = "report:read:admin";

	private static final Need USERS = new Need("user:read:list_users:admin", "user:read:admin");

	private static final Need ACCOUNT_MEETINGS = new Need("report:read:list_history_meetings:admin", REPORTS);

	private static final Need USER_MEETINGS = new Need("report:read:user:admin", REPORTS);

	private static final Need PARTICIPANTS = new Need("report:read:list_meeting_participants:admin", REPORTS);

	private ZoomScopes() {
	}

	/** Granular names of what is missing, in the order in which it is needed. */
	static List<String> missing(Set<String> granted, ZoomAccount.Discovery discovery) {
		List<String> missing = new ArrayList<>();
		for (Need need : List.of(USERS, (discovery == ZoomAccount.Discovery.ACCOUNT) ? ACCOUNT_MEETINGS : USER_MEETINGS,
				PARTICIPANTS)) {
			if (!granted.contains(need.granular()) && !granted.contains(need.classic())) {
				missing.add(need.granular());
			}
		}
		return missing;
	}

	private record Need(String granular, String classic) {
	}

}
