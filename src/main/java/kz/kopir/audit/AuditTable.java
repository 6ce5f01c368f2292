package kz.kopir.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import kz.kopir.database.DatabaseTime;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The statements on the tables of the audit.
 */
final class AuditTable {

	private static final String SELECT = """
			select a.*, r.salt, r.reason from audit a left join audit_reason r on r.school = a.school and r.seq = a.seq
			""";

	private final JdbcClient jdbc;

	AuditTable(JdbcTemplate template) {
		this.jdbc = JdbcClient.create(template);
	}

	/**
	 * Takes the next place of a chain; nobody else gets one before the transaction ends.
	 * @return the place, with the hash of the row before
	 */
	Head next(SchoolId school) {
		return this.jdbc
			.sql("""
					insert into audit_head (school, seq, hash, cut_seq, cut_hash) values (:school, 1, :beginning, 0, :beginning)
					on conflict (school) do update set seq = audit_head.seq + 1
					returning school, seq, hash, cut_seq, cut_hash
					""")
			.param("school", school.value())
			.param("beginning", AuditChain.BEGINNING)
			.query(AuditTable::head)
			.single();
	}

	void add(AuditEntry entry) {
		this.jdbc.sql("""
				insert into audit (school, seq, happened_at, who, action, object, reason_hash, previous_hash, hash)
				values (:school, :seq, :at, :who, :action, :object, :reasonHash, :previousHash, :hash)
				""")
			.param("school", entry.school().value())
			.param("seq", entry.seq())
			.param("at", DatabaseTime.toColumn(entry.at()))
			.param("who", entry.who())
			.param("action", entry.action().name())
			.param("object", entry.object())
			.param("reasonHash", entry.reasonHash())
			.param("previousHash", entry.previousHash())
			.param("hash", entry.hash())
			.update();
		if (entry.reason() != null) {
			this.jdbc.sql("insert into audit_reason (school, seq, salt, reason) values (:school, :seq, :salt, :reason)")
				.param("school", entry.school().value())
				.param("seq", entry.seq())
				.param("salt", entry.salt())
				.param("reason", entry.reason())
				.update();
		}
		this.jdbc.sql("update audit_head set hash = :hash where school = :school")
			.param("hash", entry.hash())
			.param("school", entry.school().value())
			.update();
	}

	Optional<Head> head(SchoolId school) {
		return this.jdbc.sql("select * from audit_head where school = :school")
			.param("school", school.value())
			.query(AuditTable::head)
			.optional();
	}

	List<Head> heads() {
		return this.jdbc.sql("select * from audit_head order by school").query(AuditTable::head).list();
	}

	/** Rows after a place, in their order. */
	List<AuditEntry> after(SchoolId school, long seq, int limit) {
		return this.jdbc.sql(SELECT + " where a.school = :school and a.seq > :seq order by a.seq limit :limit")
			.param("school", school.value())
			.param("seq", seq)
			.param("limit", limit)
			.query(AuditTable::entry)
			.list();
	}

	/** Rows before a place, the last first. */
	List<AuditEntry> before(SchoolId school, long seq, int limit) {
		return this.jdbc.sql(SELECT + " where a.school = :school and a.seq < :seq order by a.seq desc limit :limit")
			.param("school", school.value())
			.param("seq", seq)
			.param("limit", limit)
			.query(AuditTable::entry)
			.list();
	}

	/** The last row of a chain that is older than a moment, with all before it older. */
	Optional<AuditEntry> lastBefore(SchoolId school, Instant moment) {
		return this.jdbc.sql(SELECT + """
				where a.school = :school and a.seq < coalesce(
					(select min(seq) from audit where school = :school and happened_at >= :moment), 9223372036854775807)
				order by a.seq desc limit 1
				""")
			.param("school", school.value())
			.param("moment", DatabaseTime.toColumn(moment))
			.query(AuditTable::entry)
			.optional();
	}

	/**
	 * Cuts off the beginning of a chain up to a row and remembers its hash, so that what
	 * is left can still be verified.
	 * @return how many rows went
	 */
	int cut(AuditEntry last) {
		this.jdbc.sql("update audit_head set cut_seq = :seq, cut_hash = :hash where school = :school")
			.param("seq", last.seq())
			.param("hash", last.hash())
			.param("school", last.school().value())
			.update();
		this.jdbc.sql("delete from audit_reason where school = :school and seq <= :seq")
			.param("school", last.school().value())
			.param("seq", last.seq())
			.update();
		return this.jdbc.sql("delete from audit where school = :school and seq <= :seq")
			.param("school", last.school().value())
			.param("seq", last.seq())
			.update();
	}

	private static Head head(ResultSet row, int number) throws SQLException {
		return new Head(new SchoolId(row.getString("school")), row.getLong("seq"), row.getString("hash"),
				row.getLong("cut_seq"), row.getString("cut_hash"));
	}

	private static AuditEntry entry(ResultSet row, int number) throws SQLException {
		return new AuditEntry(new SchoolId(row.getString("school")), row.getLong("seq"),
				DatabaseTime.instant(row, "happened_at"), row.getString("who"),
				AuditAction.valueOf(row.getString("action")), row.getString("object"), row.getString("reason"),
				row.getString("salt"), row.getString("reason_hash"), row.getString("previous_hash"),
				row.getString("hash"));
	}

	/**
	 * The end of a chain.
	 *
	 * @param school the chain
	 * @param seq place of its last row
	 * @param hash hash of its last row
	 * @param cutSeq up to which place rows were cut off, 0 for none
	 * @param cutHash hash of the last row that was cut off
	 */
	record Head(SchoolId school, long seq, String hash, long cutSeq, @Nullable String cutHash) {
	}

}
