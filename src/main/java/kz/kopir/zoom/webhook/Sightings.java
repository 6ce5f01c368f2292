package kz.kopir.zoom.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import kz.kopir.database.DatabaseTime;
import kz.kopir.school.MeetingId;
import kz.kopir.school.PupilId;
import kz.kopir.school.SchoolId;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Remembers what Zoom sent of participants, each event once.
 */
final class Sightings {

	private final JdbcClient jdbc;

	Sightings(JdbcTemplate template) {
		this.jdbc = JdbcClient.create(template);
	}

	void add(SchoolId school, MeetingId meeting, Sighting seen) {
		this.jdbc.sql("""
				insert into zoom_event (school, meeting, participant, event, sent_at, happened_at, name, staff, pupil,
					evidence)
				values (:school, :meeting, :participant, :event, :sent, :at, :name, :staff, :pupil, :evidence)
				on conflict (school, meeting, participant, event, sent_at) do nothing
				""")
			.param("school", school.value())
			.param("meeting", meeting.value())
			.param("participant", seen.participant())
			.param("event", seen.kind().column())
			.param("sent", DatabaseTime.toColumn(seen.sent()))
			.param("at", DatabaseTime.toColumn(seen.at()))
			.param("name", seen.name())
			.param("staff", seen.staff())
			.param("pupil", (seen.pupil() != null) ? seen.pupil().value() : null)
			.param("evidence", seen.evidence())
			.update();
	}

	List<Sighting> of(SchoolId school, MeetingId meeting) {
		return this.jdbc.sql("select * from zoom_event where school = :school and meeting = :meeting")
			.param("school", school.value())
			.param("meeting", meeting.value())
			.query(Sightings::sighting)
			.list();
	}

	private static Sighting sighting(ResultSet row, int number) throws SQLException {
		String pupil = row.getString("pupil");
		return new Sighting(row.getString("participant"),
				Sighting.Kind.valueOf(row.getString("event").toUpperCase(Locale.ROOT)),
				DatabaseTime.instant(row, "sent_at"), DatabaseTime.instant(row, "happened_at"), row.getString("name"),
				row.getBoolean("staff"), (pupil != null) ? new PupilId(pupil) : null, row.getString("evidence"));
	}

}
