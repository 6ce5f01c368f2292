package kz.kopir.problem;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import kz.kopir.database.DatabaseTime;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The statements on the tables of problems.
 */
final class ProblemTable {

	/** Databases limit how many parameters a statement may have. */
	private static final int IDS_PER_STATEMENT = 500;

	private final JdbcTemplate template;

	private final JdbcClient jdbc;

	private final ObjectMapper json = new ObjectMapper();

	ProblemTable(JdbcTemplate template) {
		this.template = template;
		this.jdbc = JdbcClient.create(template);
	}

	void upsert(List<Row> rows, String runId, Instant now) {
		List<Object[]> parameters = rows.stream().map((row) -> parameters(row, runId, now)).toList();
		this.template.batchUpdate("""
				insert into problem (id, school, code, subject, class_group, owner, owner_ref, deadline, state, details,
					text_kk, text_ru, text_en, first_run, last_run, opened_at, updated_at, closed_at)
				values (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?, ?, ?, ?, ?, ?, ?, null)
				on conflict (school, code, subject) do update set
					class_group = excluded.class_group, owner = excluded.owner, owner_ref = excluded.owner_ref,
					deadline = excluded.deadline, details = excluded.details, text_kk = excluded.text_kk,
					text_ru = excluded.text_ru, text_en = excluded.text_en, last_run = excluded.last_run,
					first_run = case when problem.state = 'closed' then excluded.first_run else problem.first_run end,
					opened_at = case when problem.state = 'closed' then excluded.opened_at else problem.opened_at end,
					updated_at = excluded.updated_at, state = 'open', closed_at = null
				""", parameters);
	}

	private Object[] parameters(Row row, String runId, Instant now) {
		Problem problem = row.problem();
		ClassGroupId classGroup = problem.classGroup();
		ProblemTexts texts = row.texts();
		return new @Nullable Object[] { row.id(), row.school().value(), problem.code().name(), problem.subject(),
				(classGroup == null) ? null : classGroup.value(), problem.code().owner().name(), problem.ownerRef(),
				DatabaseTime.toColumn(problem.deadline()), write(problem.details()), texts.kk(), texts.ru(), texts.en(),
				runId, runId, DatabaseTime.toColumn(now), DatabaseTime.toColumn(now) };
	}

	/** Saves the lines of a run and removes those that only earlier runs saw. */
	void saveLines(Map<String, Problem> byId, String runId) {
		List<Object[]> lines = new ArrayList<>();
		byId.forEach((id, problem) -> problem.lines()
			.forEach((line) -> lines.add(new @Nullable Object[] { id, line.entryKey(), line.note(), runId })));
		this.template.batchUpdate("""
				insert into problem_line (problem_id, entry_key, note, seen_run) values (?, ?, ?, ?)
				on conflict (problem_id, entry_key) do update set note = excluded.note, seen_run = excluded.seen_run
				""", lines);
		this.template.batchUpdate("delete from problem_line where problem_id = ? and seen_run <> ?",
				byId.keySet().stream().map((id) -> new Object[] { id, runId }).toList());
	}

	Map<String, Integer> countLines(Collection<String> ids) {
		Map<String, Integer> counts = new HashMap<>();
		List<String> all = List.copyOf(ids);
		for (int from = 0; from < all.size(); from += IDS_PER_STATEMENT) {
			this.jdbc.sql("""
					select problem_id, count(*) as line_count from problem_line where problem_id in (:ids)
					group by problem_id
					""")
				.param("ids", all.subList(from, Math.min(all.size(), from + IDS_PER_STATEMENT)))
				.query((RowCallbackHandler) (row) -> counts.put(row.getString("problem_id"), row.getInt("line_count")));
		}
		return counts;
	}

	Map<ProblemCode, Long> countsOfRun(String runId) {
		Map<ProblemCode, Long> counts = new EnumMap<>(ProblemCode.class);
		this.jdbc.sql("""
				select p.code, count(*) as entry_count from problem p left join problem_line l on l.problem_id = p.id
				where p.last_run = :run group by p.code
				""")
			.param("run", runId)
			.query((RowCallbackHandler) (row) -> counts.put(ProblemCode.valueOf(row.getString("code")),
					row.getLong("entry_count")));
		return counts;
	}

	/**
	 * Only problems of the run's own flow are closed: another flow's run has not looked
	 * for them.
	 */
	int closeUnseen(SchoolId school, String runId, CloseScope scope, Instant now) {
		return this.jdbc.sql("""
				update problem set state = 'closed', closed_at = :now, updated_at = :now
				where school = :school and state = 'open' and last_run <> :run and last_run not like 'no-run:%%' and %s
					and not exists (select 1 from run seen join run this on this.id = :run
						where seen.id = problem.last_run and seen.flow <> this.flow)
				""".formatted(scope.condition()))
			.param("now", DatabaseTime.toColumn(now))
			.param("school", school.value())
			.param("run", runId)
			.param("classGroup", scope.parameter())
			.param("subjects", scope.subjects())
			.update();
	}

	void close(SchoolId school, String subject, Instant now) {
		this.jdbc.sql("""
				update problem set state = 'closed', closed_at = :now, updated_at = :now
				where school = :school and state = 'open' and subject = :subject
				""")
			.param("now", DatabaseTime.toColumn(now))
			.param("school", school.value())
			.param("subject", subject)
			.update();
	}

	/**
	 * Finds problems with their lines, the oldest first.
	 * @param condition on the table of problems as p, with the parameter key
	 */
	List<StoredProblem> find(String condition, String key) {
		Map<String, List<Problem.Line>> lines = new HashMap<>();
		Map<String, StoredProblem> problems = new LinkedHashMap<>();
		this.jdbc.sql("""
				select p.*, l.entry_key, l.note from problem p left join problem_line l on l.problem_id = p.id
				where %s order by p.opened_at, p.id, l.entry_key
				""".formatted(condition)).param("key", key).query((RowCallbackHandler) (row) -> {
			String id = row.getString("id");
			if (!problems.containsKey(id)) {
				lines.put(id, new ArrayList<>());
				problems.put(id, problem(row, lines.get(id)));
			}
			String entryKey = row.getString("entry_key");
			if (entryKey != null) {
				lines.get(id).add(new Problem.Line(entryKey, row.getString("note")));
			}
		});
		return List.copyOf(problems.values());
	}

	private StoredProblem problem(ResultSet row, List<Problem.Line> lines) throws SQLException {
		String classGroup = row.getString("class_group");
		return new StoredProblem(row.getString("id"), new SchoolId(row.getString("school")),
				ProblemCode.valueOf(row.getString("code")), row.getString("subject"),
				(classGroup == null) ? null : new ClassGroupId(classGroup), Owner.valueOf(row.getString("owner")),
				row.getString("owner_ref"), DatabaseTime.nullableInstant(row, "deadline"),
				row.getString("state").equals("open"), read(row.getString("details")),
				new ProblemTexts(row.getString("text_kk"), row.getString("text_ru"), row.getString("text_en")),
				row.getString("first_run"), row.getString("last_run"), DatabaseTime.instant(row, "opened_at"),
				DatabaseTime.instant(row, "updated_at"), DatabaseTime.nullableInstant(row, "closed_at"), lines);
	}

	private String write(Map<String, String> details) {
		try {
			return this.json.writeValueAsString(details);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("Details of a problem cannot be written as JSON", ex);
		}
	}

	private Map<String, String> read(String details) throws SQLException {
		try {
			return this.json.readValue(details, new TypeReference<Map<String, String>>() {
			});
		}
		catch (JsonProcessingException ex) {
			throw new SQLException("The details of a problem are no JSON object of texts", ex);
		}
	}

	/**
	 * A problem with its id and its texts.
	 */
	record Row(String id, SchoolId school, Problem problem, ProblemTexts texts) {
	}

}
