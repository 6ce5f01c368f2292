package kz.kopir.zoom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

import kz.kopir.database.DatabaseTime;
import kz.kopir.school.Meeting;
import kz.kopir.school.MeetingId;
import kz.kopir.school.MeetingRow;
import kz.kopir.school.PupilId;

/**
 * How meetings and their rows stand in the tables.
 */
final class MeetingColumns {

	private MeetingColumns() {
	}

	static StoredMeeting meeting(ResultSet row, int number) throws SQLException {
		StoredMeeting.Source source = StoredMeeting.Source.valueOf(constant(row.getString("source")));
		return new StoredMeeting(
				new Meeting(new MeetingId(row.getString("id")), row.getString("number"), row.getString("host"),
						DatabaseTime.instant(row, "started_at"), DatabaseTime.instant(row, "ended_at")),
				source, StoredMeeting.State.valueOf(constant(row.getString("state"))), row.getInt("pulls"),
				DatabaseTime.nullableInstant(row, "pulled_at"), row.getInt("unusable_rows"),
				source == StoredMeeting.Source.FILE || row.getString("fingerprint") != null);
	}

	static MeetingRow row(ResultSet row, int number) throws SQLException {
		String pupil = row.getString("pupil");
		return new MeetingRow(row.getString("name"), DatabaseTime.instant(row, "joined_at"),
				DatabaseTime.instant(row, "left_at"), row.getBoolean("waiting_room"), row.getBoolean("staff"),
				(pupil != null) ? new PupilId(pupil) : null, row.getString("evidence"));
	}

	static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

	private static String constant(String column) {
		return column.toUpperCase(Locale.ROOT);
	}

}
