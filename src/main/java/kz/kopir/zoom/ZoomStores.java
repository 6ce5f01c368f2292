package kz.kopir.zoom;

import java.time.Clock;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is remembered of Zoom.
 *
 * @param meetings meetings and their participants
 * @param listings when meetings were listed
 * @param budget calls of the day
 */
public record ZoomStores(MeetingStore meetings, ZoomListings listings, DailyBudget budget) {

	/** The stores of a database. */
	public static ZoomStores of(MeetingStore meetings, JdbcTemplate template, Clock clock) {
		return new ZoomStores(meetings, new ZoomListings(template),
				new DailyBudget(JdbcClient.create(template), clock));
	}

}
