package kz.kopir.zoom;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

import kz.kopir.database.DatabaseTime;
import kz.kopir.school.SchoolId;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Remembers when the meetings of a day were last listed, so that nothing is asked twice
 * for the same moment, not even after a restart.
 */
final class ZoomListings {

	private final JdbcTemplate template;

	ZoomListings(JdbcTemplate template) {
		this.template = template;
	}

	/**
	 * When the meetings of a day were listed last.
	 * @param host the user whose meetings they are; empty for the whole account
	 */
	Optional<Instant> listedAt(SchoolId school, LocalDate day, String host) {
		return JdbcClient.create(this.template)
			.sql("select listed_at from zoom_listing where school = :school and day = :day and host = :host")
			.param("school", school.value())
			.param("day", DatabaseTime.toColumn(day))
			.param("host", host)
			.query((row, number) -> DatabaseTime.instant(row, "listed_at"))
			.optional();
	}

	/** The meetings of these days were listed to their end. */
	void listed(SchoolId school, Collection<LocalDate> days, String host, Instant at) {
		this.template.batchUpdate("""
				insert into zoom_listing (school, day, host, listed_at) values (?, ?, ?, ?)
				on conflict (school, day, host) do update set listed_at = excluded.listed_at
				""", days.stream()
			.map((day) -> new Object[] { school.value(), DatabaseTime.toColumn(day), host, DatabaseTime.toColumn(at) })
			.toList());
	}

	void erase(SchoolId school, LocalDate before) {
		this.template.update("delete from zoom_listing where school = ? and day < ?", school.value(),
				DatabaseTime.toColumn(before));
		this.template.update("delete from zoom_budget where school = ? and day < ?", school.value(),
				DatabaseTime.toColumn(before));
	}

}
