package kz.kopir.zoom;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import kz.kopir.school.LessonSlot;
import kz.kopir.school.SchoolId;
import kz.kopir.school.TeacherId;

/**
 * Which lists of meetings to read: only for days of which a lesson's moment to ask has
 * come since they were listed last, in windows that Zoom allows.
 */
final class Discovery {

	/** Zoom allows a month; sources disagree on what happens beyond. */
	private static final int WINDOW_DAYS = 30;

	private static final String PAGE_SIZE = "300";

	/** The whole account. */
	private static final String ALL = "";

	private final ZoomListings listings;

	private final PullMoments moments;

	Discovery(ZoomListings listings, PullMoments moments) {
		this.listings = listings;
		this.moments = moments;
	}

	List<ZoomList> lists(SchoolId school, ZoomAccount account, List<LessonSlot> slots, Instant now) {
		Map<String, SortedSet<LocalDate>> days = new TreeMap<>();
		Map<String, Optional<Instant>> listed = new HashMap<>();
		for (LessonSlot slot : slots) {
			for (String host : hosts(account, slot)) {
				LocalDate day = slot.lesson().date();
				Optional<Instant> last = listed.computeIfAbsent(day + " " + host,
						(key) -> this.listings.listedAt(school, day, host));
				if (this.moments.isDue(slot.end(), last.orElse(null), now)) {
					days.computeIfAbsent(host, (key) -> new TreeSet<>()).add(day);
				}
			}
		}
		List<ZoomList> lists = new ArrayList<>();
		days.forEach((host, due) -> lists.addAll(windows(host, due)));
		return lists;
	}

	private static List<String> hosts(ZoomAccount account, LessonSlot slot) {
		if (account.discovery() == ZoomAccount.Discovery.ACCOUNT) {
			return List.of(ALL);
		}
		List<String> hosts = new ArrayList<>();
		for (TeacherId teacher : slot.teachers()) {
			hosts.addAll(account.teachers().usersOf(teacher));
		}
		return hosts;
	}

	/** A day more on each side: Zoom counts days in another zone. */
	private static List<ZoomList> windows(String host, SortedSet<LocalDate> days) {
		List<ZoomList> lists = new ArrayList<>();
		SortedSet<LocalDate> left = days;
		while (!left.isEmpty()) {
			LocalDate first = left.first();
			SortedSet<LocalDate> window = left.headSet(first.plusDays(WINDOW_DAYS - 2L));
			lists.add(list(host, window));
			left = left.tailSet(first.plusDays(WINDOW_DAYS - 2L));
		}
		return lists;
	}

	private static ZoomList list(String host, SortedSet<LocalDate> days) {
		Map<String, String> query = new TreeMap<>(Map.of("from", days.first().minusDays(1).toString(), "to",
				days.last().plusDays(1).toString(), "page_size", PAGE_SIZE));
		if (host.equals(ALL)) {
			query.put("meeting_type", "meeting");
			query.put("date_type", "start_time");
			return new ZoomList("meetings", "/v2/report/history_meetings", "history_meetings", query,
					new Listed(host, days, "zoom/history-meeting.jq"));
		}
		query.put("type", "past");
		return new ZoomList("meetings",
				"/v2/report/users/" + URLEncoder.encode(host, StandardCharsets.UTF_8) + "/meetings", "meetings", query,
				new Listed(host, days, "zoom/meeting.jq"));
	}

	/**
	 * What a list of meetings is about.
	 *
	 * @param host the user whose meetings they are; empty for the whole account
	 * @param days the days for which they are read
	 * @param program the mapping of its records
	 */
	record Listed(String host, SortedSet<LocalDate> days, String program) {
	}

}
