package kz.kopir.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * How a moment and a day stand in the database: a moment as
 * {@code timestamp with time zone} in whole milliseconds (SQLite keeps no finer), a day
 * as its ISO text, because a day has no time zone that a driver could shift.
 */
public final class DatabaseTime {

	private DatabaseTime() {
	}

	/**
	 * The moment as a statement's parameter; comparisons in SQL work on both databases.
	 */
	public static @Nullable Timestamp toColumn(@Nullable Instant instant) {
		return (instant == null) ? null : Timestamp.from(instant.truncatedTo(ChronoUnit.MILLIS));
	}

	/**
	 * The day as a statement's parameter, {@code 2026-11-23}.
	 */
	public static @Nullable String toColumn(@Nullable LocalDate date) {
		return (date == null) ? null : date.toString();
	}

	/**
	 * Reads a moment that is always there.
	 * @throws SQLException if the column is null
	 */
	public static Instant instant(ResultSet row, String column) throws SQLException {
		Instant instant = nullableInstant(row, column);
		if (instant == null) {
			throw new SQLException("Column " + column + " holds no moment");
		}
		return instant;
	}

	/**
	 * Reads a moment that may be missing.
	 */
	public static @Nullable Instant nullableInstant(ResultSet row, String column) throws SQLException {
		Timestamp timestamp = row.getTimestamp(column);
		return (timestamp == null) ? null : timestamp.toInstant();
	}

	/**
	 * Reads a day that may be missing.
	 */
	public static @Nullable LocalDate nullableDate(ResultSet row, String column) throws SQLException {
		String text = row.getString(column);
		return (text == null) ? null : LocalDate.parse(text);
	}

}
