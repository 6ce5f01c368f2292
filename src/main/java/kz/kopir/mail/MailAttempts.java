package kz.kopir.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import kz.kopir.database.DatabaseTime;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The attempts to send mails, in their order, and what is known of each.
 */
final class MailAttempts {

	private static final Duration LIMIT_SPAN = Duration.ofHours(24);

	/** One would do, but a person may have deleted it from the mailbox. */
	private static final int ANCHORS = 50;

	private final JdbcClient jdbc;

	MailAttempts(JdbcTemplate template) {
		this.jdbc = JdbcClient.create(template);
	}

	/** Notes that an attempt is made; until more is known it may have been accepted. */
	void begin(OutboxMail mail, Transport transport, Instant now) {
		this.jdbc
			.sql("""
					insert into mail_attempt (mail_id, number, school, seq, transport, attempted_at, outcome)
					values (:mail, :number, :school,
						(select coalesce(max(seq), 0) + 1 from mail_attempt where school = :school), :transport, :now, 'unknown')
					""")
			.param("mail", mail.id())
			.param("number", mail.attempts())
			.param("school", mail.school().value())
			.param("transport", transport.word())
			.param("now", DatabaseTime.toColumn(now))
			.update();
	}

	/** Notes what became of the last attempt. */
	void end(OutboxMail mail, Outcome outcome, @Nullable String answer) {
		this.jdbc.sql(
				"update mail_attempt set outcome = :outcome, answer = :answer where mail_id = :mail and number = :number")
			.param("outcome", outcome.word)
			.param("answer", answer)
			.param("mail", mail.id())
			.param("number", mail.attempts())
			.update();
	}

	/** By which way the last attempt went. */
	boolean wentBy(OutboxMail mail, Transport transport) {
		return this.jdbc.sql("""
				select count(*) from mail_attempt
				where mail_id = :mail and number = :number and transport = :transport
				""")
			.param("mail", mail.id())
			.param("number", mail.attempts())
			.param("transport", transport.word())
			.query(Integer.class)
			.single() == 1;
	}

	/**
	 * When the next mail may go out under the daily limit.
	 * @param most mails within 24 hours
	 * @return empty when there is room for one more
	 */
	Optional<Instant> fullUntil(SchoolId school, int most, Instant now) {
		return this.jdbc.sql("""
				select attempted_at from mail_attempt
				where school = :school and attempted_at > :since and outcome <> 'not-accepted'
				order by attempted_at desc limit 1 offset :most
				""")
			.param("school", school.value())
			.param("since", DatabaseTime.toColumn(now.minus(LIMIT_SPAN)))
			.param("most", most - 1)
			.query((row, number) -> DatabaseTime.instant(row, "attempted_at"))
			.optional()
			.map((counted) -> counted.plus(LIMIT_SPAN));
	}

	/**
	 * Order of the first attempt of any of some mails.
	 */
	long firstOf(SchoolId school, Collection<OutboxMail> mails) {
		return this.jdbc
			.sql("select coalesce(min(seq), 0) from mail_attempt where school = :school and mail_id in (:mails)")
			.param("school", school.value())
			.param("mails", mails.stream().map(OutboxMail::id).toList())
			.query(Long.class)
			.single();
	}

	/**
	 * Gmail's ids of mails that it had accepted before an attempt began, the newest
	 * first.
	 */
	List<String> acceptedBefore(SchoolId school, long seq) {
		return this.jdbc.sql("""
				select m.provider_id from mail_attempt a join mail m on m.id = a.mail_id and m.attempts = a.number
				where a.school = :school and a.outcome = 'accepted' and a.seq < :seq and m.provider_id is not null
				order by a.seq desc limit :most
				""")
			.param("school", school.value())
			.param("seq", seq)
			.param("most", ANCHORS)
			.query(String.class)
			.list();
	}

	/** Gmail's ids of mails of ours that were tried since an attempt. */
	List<String> knownSince(SchoolId school, long seq) {
		return this.jdbc.sql("""
				select m.provider_id from mail_attempt a join mail m on m.id = a.mail_id and m.attempts = a.number
				where a.school = :school and a.seq > :seq and m.provider_id is not null
				""").param("school", school.value()).param("seq", seq).query(String.class).list();
	}

	/** What is known of an attempt. */
	enum Outcome {

		ACCEPTED("accepted"), FOUND("found"), NOT_ACCEPTED("not-accepted"), UNKNOWN("unknown");

		private final String word;

		Outcome(String word) {
			this.word = word;
		}

	}

}
