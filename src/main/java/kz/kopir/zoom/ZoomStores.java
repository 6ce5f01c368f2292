package kz.kopir.zoom;

import java.time.Clock;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What is remembered of Zoom.
 *
 * @param meetings meetings and their participants
 * @param listings when meetings were listed
 * @param users users of the account
 * @param budget calls of the day
 */
public record ZoomStores(MeetingStore meetings, ZoomListings listings, ZoomUsers users, DailyBudget budget) {

	/** The stores of a database. */
	public static ZoomStores of(MeetingStore meetings, JdbcTemplate template, TransactionOperations transactions,
			Clock clock) {
		return new ZoomStores(meetings, new ZoomListings(template), new ZoomUsers(template, transactions),
				new DailyBudget(JdbcClient.create(template), clock));
	}

}
