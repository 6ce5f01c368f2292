package kz.kopir.zoom;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import kz.kopir.database.DatabaseTime;
import kz.kopir.school.SchoolId;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Calls to Zoom in a day of Zoom, which begins at 00:00 UTC. Zoom's daily limit is shared
 * by all programs of an account, so the school gives the gateway a part of it; what was
 * used is remembered over restarts.
 */
final class DailyBudget {

	private final JdbcClient jdbc;

	private final Clock clock;

	DailyBudget(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Counts one call.
	 * @param limit calls of a day
	 * @throws ZoomClosedException when there is none left, or Zoom said so
	 */
	void take(SchoolId school, long limit) {
		Instant now = this.clock.instant();
		LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
		// one statement, so that two calls at the same time count as two
		int taken = this.jdbc
			.sql("""
					insert into zoom_budget (school, day, used) values (:school, :day, 1)
					on conflict (school, day) do update set used = zoom_budget.used + 1
					where zoom_budget.used < :limit and (zoom_budget.closed_until is null or zoom_budget.closed_until <= :now)
					""")
			.param("school", school.value())
			.param("day", DatabaseTime.toColumn(day))
			.param("limit", limit)
			.param("now", DatabaseTime.toColumn(now))
			.update();
		if (taken == 0) {
			throw closed(school, day);
		}
		closedYesterday(school, day, now);
	}

	/** Zoom said that the day's calls are used up. */
	ZoomClosedException close(SchoolId school, Instant until) {
		LocalDate day = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		this.jdbc.sql("update zoom_budget set closed_until = :until where school = :school and day = :day")
			.param("until", DatabaseTime.toColumn(until))
			.param("school", school.value())
			.param("day", DatabaseTime.toColumn(day))
			.update();
		return closed(school, day);
	}

	/** When the current day of Zoom ends. */
	Instant endOfDay() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC)
			.plusDays(1)
			.atStartOfDay(ZoneOffset.UTC)
			.toInstant();
	}

	/** A pause that Zoom asked for may reach over the change of its day. */
	private void closedYesterday(SchoolId school, LocalDate day, Instant now) {
		this.jdbc.sql("""
				select closed_until, used from zoom_budget
				where school = :school and day = :yesterday and closed_until > :now
				""")
			.param("school", school.value())
			.param("yesterday", DatabaseTime.toColumn(day.minusDays(1)))
			.param("now", DatabaseTime.toColumn(now))
			.query((row, number) -> new ZoomClosedException(DatabaseTime.instant(row, "closed_until"),
					row.getLong("used")))
			.optional()
			.ifPresent((closed) -> {
				throw closed;
			});
	}

	private ZoomClosedException closed(SchoolId school, LocalDate day) {
		return this.jdbc.sql("select used, closed_until from zoom_budget where school = :school and day = :day")
			.param("school", school.value())
			.param("day", DatabaseTime.toColumn(day))
			.query((row, number) -> {
				Instant until = DatabaseTime.nullableInstant(row, "closed_until");
				return new ZoomClosedException((until != null) ? until : endOfDay(), row.getLong("used"));
			})
			.single();
	}

}
