package kz.kopir.zoom;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import kz.kopir.school.MeetingId;

/**
 * How a meeting's UUID stands in a path: encoded twice when it begins with a slash or
 * holds two in a row, once otherwise (Zoom's rule). Done wrongly, Zoom answers that the
 * meeting does not exist.
 */
final class MeetingPath {

	private MeetingPath() {
	}

	static String segment(MeetingId meeting) {
		String once = URLEncoder.encode(meeting.value(), StandardCharsets.UTF_8).replace("+", "%20");
		boolean twice = meeting.value().startsWith("/") || meeting.value().contains("//");
		return twice ? URLEncoder.encode(once, StandardCharsets.UTF_8) : once;
	}

}
