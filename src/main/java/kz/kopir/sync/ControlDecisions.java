package kz.kopir.sync;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import kz.kopir.database.DatabaseTime;
import kz.kopir.policy.SchoolPolicy;
import kz.kopir.school.CourseId;
import kz.kopir.school.CourseworkId;
import kz.kopir.school.PupilId;
import kz.kopir.school.SchoolId;
import kz.kopir.school.Term;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What persons decided about the results of forms of control, with name and reason.
 */
class ControlDecisions {

	private final JdbcTemplate template;

	private final JdbcClient jdbc;

	private final Clock clock;

	ControlDecisions(JdbcTemplate template, Clock clock) {
		this.template = template;
		this.jdbc = JdbcClient.create(template);
		this.clock = clock;
	}

	/**
	 * The values that were let through although they are late, by the text of the entry's
	 * key.
	 */
	Map<String, String> letThrough(SchoolId school) {
		Map<String, String> letThrough = new HashMap<>();
		this.jdbc.sql("select course, coursework, pupil, value from late_approval where school = :school")
			.param("school", school.value())
			.query((row, number) -> letThrough.put(
					EntryKey
						.summative(new CourseId(row.getString("course")), new CourseworkId(row.getString("coursework")),
								new PupilId(row.getString("pupil")))
						.text(),
					String.valueOf(row.getInt("value"))))
			.list();
		return letThrough;
	}

	void letThrough(SchoolId school, List<SummativeScoreRow> late, SchoolPolicy policy, String user, String reason) {
		Timestamp now = DatabaseTime.toColumn(this.clock.instant());
		this.template.batchUpdate(
				"""
						insert into late_approval (school, course, coursework, pupil, value, approved_by, reason, policy, approved_at)
						values (?, ?, ?, ?, ?, ?, ?, ?, ?)
						on conflict (school, course, coursework, pupil) do update set value = excluded.value,
							approved_by = excluded.approved_by, reason = excluded.reason, policy = excluded.policy,
							approved_at = excluded.approved_at
						""",
				late.stream()
					.map((score) -> new @Nullable Object[] { school.value(), score.course(), score.coursework(),
							score.pupil().value(), score.wanted(), user, reason, policy.version(), now })
					.toList());
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

	void exclude(ControlItem item, SchoolPolicy policy, String user, String reason) {
		this.jdbc.sql("""
				insert into control_exclusion (school, course, coursework, excluded_by, reason, policy, excluded_at)
				values (:school, :course, :coursework, :by, :reason, :policy, :now)
				on conflict (school, course, coursework) do update set excluded_by = excluded.excluded_by,
					reason = excluded.reason, policy = excluded.policy, excluded_at = excluded.excluded_at
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

	void close(SchoolId school, Term term, SchoolPolicy policy, String user, int items, int excluded) {
		this.jdbc.sql("""
				insert into term_closing (school, term_start, closed_by, items, excluded, policy, closed_at)
				values (:school, :start, :by, :items, :excluded, :policy, :now)
				on conflict (school, term_start) do update set closed_by = excluded.closed_by, items = excluded.items,
					excluded = excluded.excluded, policy = excluded.policy, closed_at = excluded.closed_at
				""")
			.param("school", school.value())
			.param("start", DatabaseTime.toColumn(term.start()))
			.param("by", user)
			.param("items", items)
			.param("excluded", excluded)
			.param("policy", policy.version())
			.param("now", DatabaseTime.toColumn(this.clock.instant()))
			.update();
	}

}
