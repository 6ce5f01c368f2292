package kz.kopir.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import kz.kopir.database.DatabaseTime;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ledger of deliveries: one row for each write to the journal. A row is there, with
 * its intent, before the write is sent; it is confirmed when the journal was read back.
 */
final class Ledger {

	private static final int POSITION_DIGITS = 6;

	private final JdbcTemplate template;

	private final JdbcClient jdbc;

	private final Clock clock;

	Ledger(JdbcTemplate template, Clock clock) {
		this.template = template;
		this.jdbc = JdbcClient.create(template);
		this.clock = clock;
	}

	/**
	 * What the ledger knows of the entries that a flow brought into a class group, by the
	 * text of their key.
	 */
	Map<String, LedgerEntry> entries(SchoolId school, String flow, ClassGroupId classGroup) {
		Map<String, LedgerEntry> entries = new HashMap<>();
		this.jdbc.sql("""
				select id, kind, entry_key, to_value, state, journal_id, refusal, settled_at from delivery
				where school = :school and flow = :flow and class_group = :classGroup
				and state in ('intended', 'unsettled', 'confirmed', 'adopted', 'refused')
				order by seq
				""")
			.param("school", school.value())
			.param("flow", flow)
			.param("classGroup", classGroup.value())
			.query((row) -> {
				EntryKey key = new EntryKey(EntryKind.of(row.getString("kind")), row.getString("entry_key"));
				entries.merge(key.text(), read(LedgerEntry.none(key), row),
						(before, none) -> readUnchecked(before, row));
			});
		return entries;
	}

	private static LedgerEntry readUnchecked(LedgerEntry before, ResultSet row) {
		try {
			return read(before, row);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The ledger's row cannot be read.", ex);
		}
	}

	/** The entry after one more of its rows, which come oldest first. */
	private static LedgerEntry read(LedgerEntry before, ResultSet row) throws SQLException {
		String to = row.getString("to_value");
		String journalId = row.getString("journal_id");
		return switch (row.getString("state")) {
			case "confirmed", "adopted" -> new LedgerEntry(before.key(), to,
					(journalId != null) ? journalId : before.journalId(), before.unfinished(), null);
			case "refused" -> new LedgerEntry(before.key(), before.last(), before.journalId(), before.unfinished(),
					new LedgerEntry.Refusal(to, ProblemCode.valueOf(row.getString("refusal")),
							DatabaseTime.instant(row, "settled_at")));
			default -> {
				List<LedgerEntry.Unfinished> unfinished = new ArrayList<>(before.unfinished());
				unfinished.add(new LedgerEntry.Unfinished(row.getString("id"), to, journalId));
				yield new LedgerEntry(before.key(), before.last(), before.journalId(), List.copyOf(unfinished),
						before.refusal());
			}
		};
	}

	/**
	 * Writes down what shall be done; {@code state} says whether it is planned, intended
	 * or adopted.
	 */
	void insert(ClassGroupOrder order, @Nullable String planId, String idPrefix, List<Change> changes, State state) {
		if (changes.isEmpty()) {
			return;
		}
		Instant now = this.clock.instant();
		long last = this.jdbc.sql("""
				select coalesce(max(seq), 0) from delivery
				where school = :school and flow = :flow and class_group = :classGroup
				""")
			.param("school", order.run().school().value())
			.param("flow", order.run().flow())
			.param("classGroup", order.classGroup().id().value())
			.query(Long.class)
			.single();
		List<Object[]> rows = new ArrayList<>(changes.size());
		for (int i = 0; i < changes.size(); i++) {
			Change change = changes.get(i);
			rows.add(new Object[] { id(idPrefix, i), last + 1 + i, order.run().school().value(), order.run().flow(),
					order.run().id(), planId, order.classGroup().id().value(), change.key().kind().code(),
					change.key().text(), change.action().code(), change.from(), change.to(), change.reason(),
					change.fingerprint(), state.code(), change.journalId(), DatabaseTime.toColumn(now),
					(state == State.ADOPTED) ? DatabaseTime.toColumn(now) : null });
		}
		this.template.batchUpdate(
				"""
						insert into delivery (id, seq, school, flow, run_id, plan_id, class_group, kind, entry_key, action, from_value,
						to_value, reason, source_fingerprint, state, journal_id, created_at, settled_at)
						values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
						""",
				rows);
	}

	/** Id of the n-th change of a plan; ids of one plan sort in its order. */
	static String id(String prefix, int position) {
		String digits = Integer.toString(position);
		return prefix + "-" + "0".repeat(Math.max(0, POSITION_DIGITS - digits.length())) + digits;
	}

	/**
	 * Notes the journal's ids of works that it took, so that they are known after a
	 * crash.
	 */
	void noteIds(Map<String, String> journalIds) {
		List<Object[]> rows = new ArrayList<>(journalIds.size());
		journalIds.forEach((delivery, journalId) -> rows.add(new Object[] { journalId, delivery }));
		this.template.batchUpdate("update delivery set journal_id = ? where id = ?", rows);
	}

	/** Notes what became of deliveries. */
	void settle(List<Settled> settled) {
		Instant now = this.clock.instant();
		List<Object[]> rows = new ArrayList<>(settled.size());
		settled.forEach((one) -> rows.add(new Object[] { one.state().code(), one.journalId(),
				(one.refusal() != null) ? one.refusal().name() : null, DatabaseTime.toColumn(now), one.delivery() }));
		this.template.batchUpdate("""
				update delivery set state = ?, journal_id = coalesce(?, journal_id), refusal = ?, settled_at = ?
				where id = ?
				""", rows);
	}

	/**
	 * The end of a delivery, for now or for ever.
	 *
	 * @param delivery its id
	 * @param state what became of it
	 * @param journalId the journal's id, or null to keep what is known
	 * @param refusal kind of refusal, if it was refused
	 */
	record Settled(String delivery, State state, @Nullable String journalId, @Nullable ProblemCode refusal) {
	}

	/** States of a delivery. */
	enum State {

		/** Part of a plan that is not executed. */
		PLANNED,

		/** About to be written, perhaps written. */
		INTENDED,

		/** Read back as it was written. */
		CONFIRMED,

		/** Found standing there as wanted. */
		ADOPTED,

		/** Written, but nobody knows whether it arrived. */
		UNSETTLED,

		/** The journal refused it. */
		REFUSED,

		/** It did not arrive; a later delivery takes its place. */
		ABANDONED;

		String code() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
