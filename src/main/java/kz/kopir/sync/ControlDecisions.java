package kz.kopir.sync;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import kz.kopir.database.DatabaseTime;
import kz.kopir.policy.SchoolPolicy;
import kz.kopir.school.SchoolId;
import kz.kopir.school.Term;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What persons decided about the results of forms of control, with name and reason.
 */
class ControlDecisions {

	private final JdbcClient jdbc;

	private final Clock clock;

	ControlDecisions(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Courseworks, as {@link EntryKey#source()}, whose late results were let through. */
	Set<String> letThrough(SchoolId school) {
		return new HashSet<>(this.jdbc.sql("select course, coursework from late_approval where school = :school")
			.param("school", school.value())
			.query((row, number) -> row.getString("course") + "/" + row.getString("coursework"))
			.list());
	}

	void letThrough(ControlItem item, SchoolPolicy policy, String user, String reason) {
		this.jdbc.sql("""
				insert into late_approval (school, course, coursework, approved_by, reason, policy, approved_at)
				values (:school, :course, :coursework, :by, :reason, :policy, :now)
				on conflict (school, course, coursework) do update set approved_by = excluded.approved_by,
					reason = excluded.reason, policy = excluded.policy, approved_at = excluded.approved_at
				""")
			.param("school", item.school().value())
			.param("course", item.course())
			.param("coursework", item.coursework())
			.param("by", user)
			.param("reason", reason)
			.param("policy", policy.version())
			.param("now", DatabaseTime.toColumn(this.clock.instant()))
			.update();
	}

	/** Name and reason of each exclusion, by course and coursework. */
	Map<String, String> exclusions(SchoolId school) {
		Map<String, String> exclusions = new HashMap<>();
		this.jdbc.sql("select * from control_exclusion where school = :school")
			.param("school", school.value())
			.query((row, number) -> exclusions.put(row.getString("course") + "/" + row.getString("coursework"),
					row.getString("excluded_by") + ": " + row.getString("reason")))
			.list();
		return exclusions;
	}

	void exclude(ControlItem item, String user, String reason) {
		this.jdbc.sql("""
				insert into control_exclusion (school, course, coursework, excluded_by, reason, excluded_at)
				values (:school, :course, :coursework, :by, :reason, :now)
				on conflict (school, course, coursework) do update set excluded_by = excluded.excluded_by,
					reason = excluded.reason, excluded_at = excluded.excluded_at
				""")
			.param("school", item.school().value())
			.param("course", item.course())
			.param("coursework", item.coursework())
			.param("by", user)
			.param("reason", reason)
			.param("now", DatabaseTime.toColumn(this.clock.instant()))
			.update();
	}

	void close(SchoolId school, Term term, String user, int items, int excluded) {
		this.jdbc.sql("""
				insert into term_closing (school, term_start, closed_by, items, excluded, closed_at)
				values (:school, :start, :by, :items, :excluded, :now)
				on conflict (school, term_start) do update set closed_by = excluded.closed_by, items = excluded.items,
					excluded = excluded.excluded, closed_at = excluded.closed_at
				""")
			.param("school", school.value())
			.param("start", DatabaseTime.toColumn(term.start()))
			.param("by", user)
			.param("items", items)
			.param("excluded", excluded)
			.param("now", DatabaseTime.toColumn(this.clock.instant()))
			.update();
	}

}
