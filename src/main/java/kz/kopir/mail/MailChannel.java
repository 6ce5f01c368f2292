package kz.kopir.mail;

import java.time.Duration;
import java.time.Instant;

import kz.kopir.database.DatabaseTime;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether a school's mails can go out at the moment, or wait after a failure that
 * concerns all of them. It is remembered over a restart.
 */
final class MailChannel {

	private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);

	private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

	private final JdbcClient jdbc;

	MailChannel(JdbcTemplate template) {
		this.jdbc = JdbcClient.create(template);
	}

	/**
	 * The pause after a number of failures in a row: a minute, then twice as long each
	 * time, up to an hour.
	 */
	static Duration pause(int failures) {
		int doublings = Math.min(failures - 1, 16);
		Duration pause = SHORTEST_PAUSE.multipliedBy(1L << Math.max(0, doublings));
		return (pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE;
	}

	/** Whether mails may be tried at all. */
	boolean isOpen(SchoolId school, Instant now) {
		return this.jdbc.sql("select count(*) from mail_channel where school = :school and closed_until > :now")
			.param("school", school.value())
			.param("now", DatabaseTime.toColumn(now))
			.query(Integer.class)
			.single() == 0;
	}

	/**
	 * Pauses after a failure that concerns all mails of the school.
	 * @param wait how long, null for as long as the failures in a row say
	 * @return how many failures there were in a row, and until when it lasts
	 */
	Pause close(SchoolId school, @Nullable Duration wait, Instant now) {
		int failures = 1 + this.jdbc.sql("select failures from mail_channel where school = :school")
			.param("school", school.value())
			.query(Integer.class)
			.optional()
			.orElse(0);
		Instant until = now.plus((wait != null) ? wait : pause(failures));
		this.jdbc.sql("""
				insert into mail_channel (school, failures, closed_until) values (:school, :failures, :until)
				on conflict (school) do update set failures = excluded.failures, closed_until = excluded.closed_until
				""")
			.param("school", school.value())
			.param("failures", failures)
			.param("until", DatabaseTime.toColumn(until))
			.update();
		return new Pause(failures, until);
	}

	/** The mail service takes mails. */
	void open(SchoolId school) {
		this.jdbc.sql("delete from mail_channel where school = :school").param("school", school.value()).update();
	}

	/**
	 * A pause.
	 *
	 * @param failures how many failures there were in a row
	 * @param until when it ends
	 */
	record Pause(int failures, Instant until) {
	}

}
