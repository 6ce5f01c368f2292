package kz.kopir.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import kz.kopir.database.DatabaseTime;
import kz.kopir.digest.LetterKind;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The statements on the table of mails and their content.
 */
final class MailTable {

	private final JdbcClient jdbc;

	MailTable(JdbcTemplate template) {
		this.jdbc = JdbcClient.create(template);
	}

	/**
	 * Adds a mail.
	 * @return false when the person has one of this kind and day already
	 */
	boolean insert(OutboxMail mail) {
		return this.jdbc.sql("""
				insert into mail (id, school, person, recipient, kind, day, state, message_id, attempts,
					next_attempt_at, created_at, updated_at)
				values (:id, :school, :person, :recipient, :kind, :day, :state, :messageId, :attempts,
					:nextAttemptAt, :createdAt, :createdAt)
				on conflict do nothing
				""")
			.param("id", mail.id())
			.param("school", mail.school().value())
			.param("person", mail.person())
			.param("recipient", mail.recipient())
			.param("kind", word(mail.kind()))
			.param("day", DatabaseTime.toColumn(mail.day()))
			.param("state", mail.state().word())
			.param("messageId", mail.messageId())
			.param("attempts", mail.attempts())
			.param("nextAttemptAt", DatabaseTime.toColumn(mail.nextAttemptAt()))
			.param("createdAt", DatabaseTime.toColumn(mail.createdAt()))
			.update() == 1;
	}

	/**
	 * Notes that a problem is told to a person.
	 * @return false when it may not be told again
	 */
	boolean tell(OutboxMail mail, String problem, int opening) {
		return this.jdbc.sql("""
				insert into mail_told (school, problem, opening, kind, person, day, mail_id)
				values (:school, :problem, :opening, :kind, :person, :day, :mail)
				on conflict do nothing
				""")
			.param("school", mail.school().value())
			.param("problem", problem)
			.param("opening", opening)
			.param("kind", word(mail.kind()))
			.param("person", mail.person())
			.param("day", DatabaseTime.toColumn(mail.day()))
			.param("mail", mail.id())
			.update() == 1;
	}

	List<ToldProblem> told(SchoolId school) {
		return this.jdbc.sql("select problem, opening, kind, person, day from mail_told where school = :school")
			.param("school", school.value())
			.query((row, number) -> new ToldProblem(row.getString("problem"), row.getInt("opening"),
					kind(row.getString("kind")), row.getString("person"), LocalDate.parse(row.getString("day"))))
			.list();
	}

	/**
	 * Puts a new state in the place of the one that was read.
	 * @return false when somebody else changed it meanwhile
	 */
	boolean replace(OutboxMail before, OutboxMail after) {
		return this.jdbc.sql("""
				update mail set state = :state, recipient = :recipient, attempts = :attempts,
					next_attempt_at = :nextAttemptAt, attempted_at = :attemptedAt,
					provider_id = :providerId, failure = :failure, updated_at = :updatedAt, settled_at = :settledAt
				where id = :id and state = :stateBefore and attempts = :attemptsBefore
				""")
			.param("state", after.state().word())
			.param("recipient", after.recipient())
			.param("attempts", after.attempts())
			.param("nextAttemptAt", DatabaseTime.toColumn(after.nextAttemptAt()))
			.param("attemptedAt", DatabaseTime.toColumn(after.attemptedAt()))
			.param("providerId", after.providerId())
			.param("failure", after.failure())
			.param("updatedAt", DatabaseTime.toColumn(after.updatedAt()))
			.param("settledAt", DatabaseTime.toColumn(after.settledAt()))
			.param("id", before.id())
			.param("stateBefore", before.state().word())
			.param("attemptsBefore", before.attempts())
			.update() == 1;
	}

	Optional<OutboxMail> find(SchoolId school, String id) {
		return this.jdbc.sql("select * from mail where school = :school and id = :id")
			.param("school", school.value())
			.param("id", id)
			.query((row, number) -> mail(row))
			.optional();
	}

	/**
	 * What may be tried now: first what cannot wait, then what waits longest, and last
	 * what failed before, so that no mail keeps the others from going out.
	 */
	List<OutboxMail> due(SchoolId school, Instant now, int most) {
		return this.jdbc.sql("""
				select * from mail where school = :school and state = 'due' and next_attempt_at <= :now
				order by case when attempts > 0 then 2 when kind = 'urgent' then 0 else 1 end,
					next_attempt_at, created_at, id limit :most
				""")
			.param("school", school.value())
			.param("now", DatabaseTime.toColumn(now))
			.param("most", most)
			.query((row, number) -> mail(row))
			.list();
	}

	/** Daily mails of days before one that surely were not accepted. */
	List<OutboxMail> dailyBefore(SchoolId school, LocalDate day) {
		return this.jdbc
			.sql("select * from mail where school = :school and state = 'due' and kind = 'daily' and day < :day")
			.param("school", school.value())
			.param("day", DatabaseTime.toColumn(day))
			.query((row, number) -> mail(row))
			.list();
	}

	List<OutboxMail> inStates(SchoolId school, Collection<MailState> states) {
		return this.jdbc
			.sql("select * from mail where school = :school and state in (:states) order by attempted_at, id")
			.param("school", school.value())
			.param("states", states.stream().map(MailState::word).toList())
			.query((row, number) -> mail(row))
			.list();
	}

	/** The newest mails. */
	List<OutboxMail> latest(SchoolId school, int most) {
		return this.jdbc.sql("select * from mail where school = :school order by created_at desc, id limit :most")
			.param("school", school.value())
			.param("most", most)
			.query((row, number) -> mail(row))
			.list();
	}

	void saveLetter(String id, String letter) {
		this.jdbc.sql("insert into mail_content (mail_id, letter) values (:id, :letter)")
			.param("id", id)
			.param("letter", letter)
			.update();
	}

	void saveMime(String id, byte @Nullable [] mime) {
		this.jdbc.sql("update mail_content set mime = :mime where mail_id = :id")
			.param("mime", mime, java.sql.Types.BINARY)
			.param("id", id)
			.update();
	}

	Optional<String> letter(String id) {
		return this.jdbc.sql("select letter from mail_content where mail_id = :id")
			.param("id", id)
			.query(String.class)
			.optional();
	}

	Optional<byte[]> mime(String id) {
		return this.jdbc.sql("select mime from mail_content where mail_id = :id and mime is not null")
			.param("id", id)
			.query((row, number) -> row.getBytes("mime"))
			.optional();
	}

	/** What a mail would have told was not told. */
	void untell(String id) {
		this.jdbc.sql("delete from mail_told where mail_id = :id").param("id", id).update();
	}

	void forget(String id) {
		this.jdbc.sql("delete from mail_content where mail_id = :id").param("id", id).update();
	}

	/**
	 * Forgets the content of mails that were settled, or left to a person, before a
	 * moment.
	 */
	int forgetSettledBefore(SchoolId school, Instant moment) {
		return this.jdbc.sql("""
				delete from mail_content where mail_id in (select id from mail where school = :school
					and (settled_at < :moment or state = 'doubtful' and updated_at < :moment))
				""").param("school", school.value()).param("moment", DatabaseTime.toColumn(moment)).update();
	}

	private static OutboxMail mail(ResultSet row) throws SQLException {
		return new OutboxMail(row.getString("id"), new SchoolId(row.getString("school")), row.getString("person"),
				row.getString("recipient"), kind(row.getString("kind")), LocalDate.parse(row.getString("day")),
				MailState.of(row.getString("state")), row.getString("message_id"), row.getInt("attempts"),
				DatabaseTime.instant(row, "next_attempt_at"), DatabaseTime.nullableInstant(row, "attempted_at"),
				row.getString("provider_id"), row.getString("failure"), DatabaseTime.instant(row, "created_at"),
				DatabaseTime.instant(row, "updated_at"), DatabaseTime.nullableInstant(row, "settled_at"));
	}

	private static String word(LetterKind kind) {
		return kind.name().toLowerCase(Locale.ROOT);
	}

	private static LetterKind kind(String word) {
		return LetterKind.valueOf(word.toUpperCase(Locale.ROOT));
	}

}
