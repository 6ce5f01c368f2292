package kz.kopir.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The statements on the lines of problems. A line that a later run does not see any more
 * is gone, but known until its problem is opened anew.
 */
final class ProblemLines {

	private final JdbcTemplate template;

	private final JdbcClient jdbc;

	ProblemLines(JdbcTemplate template) {
		this.template = template;
		this.jdbc = JdbcClient.create(template);
	}

	/** Saves the lines of a run; those that only earlier runs saw are gone. */
	void save(Map<String, Problem> byId, String runId) {
		List<Object[]> lines = new ArrayList<>();
		byId.forEach((id, problem) -> problem.lines()
			.forEach((line) -> lines.add(new @Nullable Object[] { id, line.entryKey(), line.note(), runId })));
		this.template.batchUpdate("""
				insert into problem_line (problem_id, entry_key, note, seen_run, gone) values (?, ?, ?, ?, false)
				on conflict (problem_id, entry_key) do update set note = excluded.note, seen_run = excluded.seen_run,
					gone = false
				""", lines);
		this.template.batchUpdate(
				"update problem_line set gone = true where problem_id = ? and seen_run <> ? and not gone",
				byId.keySet().stream().map((id) -> new Object[] { id, runId }).toList());
	}

	Map<String, Count> counts(Collection<String> ids) {
		Map<String, Count> counts = new HashMap<>();
		Chunks.of(ids)
			.forEach((some) -> this.jdbc.sql("""
					select problem_id, count(*) as known, sum(case when gone then 0 else 1 end) as shown
					from problem_line where problem_id in (:ids) group by problem_id
					""")
				.param("ids", some)
				.query((RowCallbackHandler) (row) -> counts.put(row.getString("problem_id"),
						new Count(row.getInt("known"), row.getInt("shown")))));
		return counts;
	}

	/** Forgets all lines: the problem is opened anew. */
	void forget(Collection<String> ids) {
		this.template.batchUpdate("delete from problem_line where problem_id = ?",
				ids.stream().map((id) -> new Object[] { id }).toList());
	}

	/** Forgets the lines that are gone: a person decided about those that are there. */
	void forgetGone(String id) {
		this.jdbc.sql("delete from problem_line where problem_id = :id and gone").param("id", id).update();
	}

	/**
	 * How many lines a problem has.
	 *
	 * @param known all since it was opened
	 * @param shown those that the last run saw
	 */
	record Count(int known, int shown) {

		static final Count NONE = new Count(0, 0);

	}

}
