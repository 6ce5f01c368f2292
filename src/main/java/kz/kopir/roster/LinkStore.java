package kz.kopir.roster;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import kz.kopir.database.DatabaseTime;
import kz.kopir.school.SchoolId;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Remembers links with their evidence: who is who, since when, and why. The one class of
 * this package that knows the database.
 */
@Repository
public class LinkStore {

	private final JdbcTemplate template;

	private final TransactionOperations transactions;

	public LinkStore(JdbcTemplate template, TransactionOperations transactions) {
		this.template = template;
		this.transactions = transactions;
	}

	/**
	 * Remembers links in one transaction. A link whose target and evidence are what they
	 * were keeps the moment at which it was decided.
	 */
	public void save(SchoolId school, Collection<StoredLink> links) {
		List<Object[]> rows = links.stream()
			.map((link) -> new Object[] { school.value(), column(link.kind()), link.sourceId(), link.target(),
					link.evidence(), link.seenRun(), DatabaseTime.toColumn(link.decidedAt()) })
			.toList();
		this.transactions.executeWithoutResult((status) -> this.template.batchUpdate("""
				insert into link (school, kind, source_id, target, evidence, seen_run, decided_at)
				values (?, ?, ?, ?, ?, ?, ?)
				on conflict (school, kind, source_id) do update set
					decided_at = case when link.target = excluded.target and link.evidence = excluded.evidence
						then link.decided_at else excluded.decided_at end,
					target = excluded.target, evidence = excluded.evidence, seen_run = excluded.seen_run
				""", rows));
	}

	/**
	 * The links of one kind by Classroom's id.
	 */
	public Map<String, StoredLink> find(SchoolId school, LinkKind kind) {
		Map<String, StoredLink> links = new LinkedHashMap<>();
		JdbcClient.create(this.template)
			.sql("select * from link where school = :school and kind = :kind order by source_id")
			.param("school", school.value())
			.param("kind", column(kind))
			.query((row, number) -> new StoredLink(kind, row.getString("source_id"), row.getString("target"),
					row.getString("evidence"), row.getString("seen_run"), DatabaseTime.instant(row, "decided_at")))
			.list()
			.forEach((link) -> links.put(link.sourceId(), link));
		return links;
	}

	private static String column(LinkKind kind) {
		return kind.name().toLowerCase(Locale.ROOT);
	}

}
