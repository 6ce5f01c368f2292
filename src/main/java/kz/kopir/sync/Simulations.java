package kz.kopir.sync;

import java.util.List;

import kz.kopir.school.SchoolId;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What dry runs found that would differ under a policy that is a draft.
 */
public class Simulations {

	private final JdbcTemplate template;

	private final JdbcClient jdbc;

	private final SchoolBook schools;

	Simulations(JdbcTemplate template, SchoolBook schools) {
		this.template = template;
		this.jdbc = JdbcClient.create(template);
		this.schools = schools;
	}

	/**
	 * Looks whether a draft can be read.
	 * @throws kz.kopir.mapping.MappingException when not, with line and column
	 */
	public void check(SchoolId school, String draftPolicy) {
		this.schools.under(school, draftPolicy);
	}

	void save(String runId, List<PolicyDifference> differences) {
		this.template.batchUpdate(
				"insert into policy_difference (run_id, class_group, entry, outcome_now, outcome_then) values (?, ?, ?, ?, ?)",
				differences.stream()
					.map((one) -> new Object[] { runId, one.classGroup(), one.entry(), one.now(), one.then() })
					.toList());
	}

	/** What a run of a school found. */
	public List<PolicyDifference> ofRun(SchoolId school, String runId) {
		return this.jdbc.sql("""
				select d.* from policy_difference d join run r on r.id = d.run_id
				where d.run_id = :run and r.school = :school order by d.class_group, d.entry
				""")
			.param("run", runId)
			.param("school", school.value())
			.query((row, number) -> new PolicyDifference(row.getString("class_group"), row.getString("entry"),
					row.getString("outcome_now"), row.getString("outcome_then")))
			.list();
	}

}
