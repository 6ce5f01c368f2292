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
import java.util.Locale;
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
 * The statements on the table of problems. Those that change something are made while the
 * school's book is open.
 */
final class ProblemTable {

	/** More than a school ever has. */
	private static final int NO_LIMIT = Integer.MAX_VALUE;

	private final JdbcTemplate template;

	private final JdbcClient jdbc;

	private final ObjectMapper json = new ObjectMapper();

	ProblemTable(JdbcTemplate template) {
		this.template = template;
		this.jdbc = JdbcClient.create(template);
	}

	/** How those of these problems stand that are known. */
	Map<String, ProblemLife> lives(Collection<String> ids) {
		Map<String, ProblemLife> lives = new HashMap<>();
		Chunks.of(ids)
			.forEach((some) -> this.jdbc.sql("select * from problem where id in (:ids)")
				.param("ids", some)
				.query((RowCallbackHandler) (row) -> lives.put(row.getString("id"), life(row))));
		return lives;
	}

	void insert(List<Row> rows, Instant now) {
		this.template.batchUpdate("""
				insert into problem (class_group, owner, owner_ref, deadline, state, decision, snoozed_until,
					decided_by, reason, opening, details, text_kk, text_ru, text_en, first_run, last_run, told_run,
					opened_at, updated_at, id, school, code, subject)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				""", rows.stream().map((row) -> {
			List<@Nullable Object> values = values(row, now);
			values.add(row.school().value());
			values.add(row.problem().code().name());
			values.add(row.problem().subject());
			return values.toArray();
		}).toList());
	}

	/** A run sees them, so their cause is there. */
	void update(List<Row> rows, Instant now) {
		this.template.batchUpdate("""
				update problem set class_group = ?, owner = ?, owner_ref = ?, deadline = ?, state = ?, decision = ?,
					snoozed_until = ?, decided_by = ?, reason = ?, opening = ?, details = ?, text_kk = ?, text_ru = ?,
					text_en = ?, first_run = ?, last_run = ?, told_run = ?, opened_at = ?, updated_at = ?,
					closed_at = null
				where id = ?
				""", rows.stream().map((row) -> values(row, now).toArray()).toList());
	}

	private List<@Nullable Object> values(Row row, Instant now) {
		Problem problem = row.problem();
		ProblemLife life = row.life();
		ClassGroupId classGroup = problem.classGroup();
		List<@Nullable Object> values = new ArrayList<>();
		values.add((classGroup == null) ? null : classGroup.value());
		values.add(problem.code().owner().name());
		values.add(problem.ownerRef());
		values.add(DatabaseTime.toColumn(life.deadline()));
		values.add("open");
		values.add(decision(life.state()));
		values.add(DatabaseTime.toColumn(life.snoozedUntil()));
		values.add(life.decidedBy());
		values.add(life.reason());
		values.add(life.opening());
		values.add(write(life.details()));
		values.add(row.texts().kk());
		values.add(row.texts().ru());
		values.add(row.texts().en());
		values.add(life.firstRun());
		values.add(life.lastRun());
		values.add(life.toldRun());
		values.add(DatabaseTime.toColumn(life.openedAt()));
		values.add(DatabaseTime.toColumn(now));
		values.add(life.id());
		return values;
	}

	/** A person decided. */
	void decide(ProblemLife life, Instant now) {
		this.jdbc.sql("""
				update problem set decision = :decision, snoozed_until = :until, decided_by = :by, reason = :reason,
					opening = :opening, opened_at = :openedAt, updated_at = :now
				where id = :id
				""")
			.param("decision", decision(life.state()))
			.param("until", DatabaseTime.toColumn(life.snoozedUntil()))
			.param("by", life.decidedBy())
			.param("reason", life.reason())
			.param("opening", life.opening())
			.param("openedAt", DatabaseTime.toColumn(life.openedAt()))
			.param("now", DatabaseTime.toColumn(now))
			.param("id", life.id())
			.update();
	}

	/**
	 * Those that a run did not see although it looked. Only problems of the run's own
	 * flow: another flow's run has not looked for them.
	 */
	List<Closing> unseen(SchoolId school, String runId, CloseScope scope) {
		return this.jdbc.sql("""
				select id, opening from problem
				where school = :school and state = 'open' and last_run <> :run and last_run not like 'no-run:%%' and %s
					and not exists (select 1 from run seen join run this on this.id = :run
						where seen.id = problem.last_run and seen.flow <> this.flow)
				order by id
				""".formatted(scope.condition()))
			.param("school", school.value())
			.param("run", runId)
			.param("classGroup", scope.parameter())
			.param("subjects", scope.subjects())
			.query((row, number) -> new Closing(row.getString("id"), row.getInt("opening")))
			.list();
	}

	/** Those of a subject whose cause is there. */
	List<Closing> ofSubject(SchoolId school, String subject) {
		return this.jdbc.sql("""
				select id, opening from problem where school = :school and state = 'open' and subject = :subject
				order by id
				""")
			.param("school", school.value())
			.param("subject", subject)
			.query((row, number) -> new Closing(row.getString("id"), row.getInt("opening")))
			.list();
	}

	void close(List<Closing> closings, Instant now) {
		this.template.batchUpdate(
				"update problem set state = 'closed', closed_at = ?, updated_at = ? where id = ? and state = 'open'",
				closings.stream()
					.map((closing) -> new @Nullable Object[] { DatabaseTime.toColumn(now), DatabaseTime.toColumn(now),
							closing.id() })
					.toList());
	}

	Map<ProblemCode, Long> countsOfRun(String runId) {
		Map<ProblemCode, Long> counts = new EnumMap<>(ProblemCode.class);
		this.jdbc.sql("""
				select p.code, count(*) as entry_count from problem p
				left join problem_line l on l.problem_id = p.id and not l.gone
				where p.last_run = :run group by p.code
				""")
			.param("run", runId)
			.query((RowCallbackHandler) (row) -> counts.put(ProblemCode.valueOf(row.getString("code")),
					row.getLong("entry_count")));
		return counts;
	}

	/**
	 * Finds problems with their lines, the oldest first.
	 * @param condition on the table of problems as p
	 * @param parameters its parameters
	 * @param now at which moment their state is told
	 */
	List<StoredProblem> find(String condition, Map<String, @Nullable Object> parameters, Instant now) {
		return latest(condition, parameters, NO_LIMIT, now);
	}

	/** The same, but of too many only those that were opened last. */
	List<StoredProblem> latest(String condition, Map<String, @Nullable Object> parameters, int limit, Instant now) {
		Map<String, List<Problem.Line>> lines = new HashMap<>();
		Map<String, StoredProblem> problems = new LinkedHashMap<>();
		this.jdbc.sql("""
				select p.*, l.entry_key, l.note
				from (select p.* from problem p where %s order by p.opened_at desc, p.id limit :limit) p
				left join problem_line l on l.problem_id = p.id and not l.gone
				order by p.opened_at, p.id, l.entry_key
				""".formatted(condition)).params(parameters).param("limit", limit).query((RowCallbackHandler) (row) -> {
			String id = row.getString("id");
			if (!problems.containsKey(id)) {
				lines.put(id, new ArrayList<>());
				problems.put(id, problem(row, lines.get(id), now));
			}
			String entryKey = row.getString("entry_key");
			if (entryKey != null) {
				lines.get(id).add(new Problem.Line(entryKey, row.getString("note")));
			}
		});
		return List.copyOf(problems.values());
	}

	int count(String condition, Map<String, @Nullable Object> parameters) {
		return this.jdbc.sql("select count(*) from problem p where " + condition)
			.params(parameters)
			.query(Integer.class)
			.single();
	}

	private StoredProblem problem(ResultSet row, List<Problem.Line> lines, Instant now) throws SQLException {
		String classGroup = row.getString("class_group");
		ProblemLife life = life(row).at(now);
		return new StoredProblem(life.id(), new SchoolId(row.getString("school")),
				ProblemCode.valueOf(row.getString("code")), row.getString("subject"),
				(classGroup == null) ? null : new ClassGroupId(classGroup), Owner.valueOf(row.getString("owner")),
				row.getString("owner_ref"), life.deadline(), life.state(), life.opening(), life.snoozedUntil(),
				life.decidedBy(), life.reason(), life.details(),
				new ProblemTexts(row.getString("text_kk"), row.getString("text_ru"), row.getString("text_en")),
				life.firstRun(), life.lastRun(), life.openedAt(), DatabaseTime.instant(row, "updated_at"),
				DatabaseTime.nullableInstant(row, "closed_at"), lines);
	}

	private ProblemLife life(ResultSet row) throws SQLException {
		return new ProblemLife(row.getString("id"), state(row.getString("state"), row.getString("decision")),
				row.getInt("opening"), DatabaseTime.nullableInstant(row, "snoozed_until"), row.getString("decided_by"),
				row.getString("reason"), DatabaseTime.nullableInstant(row, "deadline"), read(row.getString("details")),
				row.getString("first_run"), row.getString("last_run"), row.getString("told_run"),
				DatabaseTime.instant(row, "opened_at"));
	}

	private static ProblemState state(String state, @Nullable String decision) {
		if (state.equals("closed")) {
			return ProblemState.CLOSED;
		}
		return (decision == null) ? ProblemState.OPEN : ProblemState.valueOf(decision.toUpperCase(Locale.ROOT));
	}

	private static @Nullable String decision(ProblemState state) {
		return (state == ProblemState.OPEN) ? null : state.name().toLowerCase(Locale.ROOT);
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
	 * A problem as a run tells it, how it stands then, and its texts.
	 */
	record Row(SchoolId school, Problem problem, ProblemLife life, ProblemTexts texts) {
	}

	/**
	 * A problem whose cause is gone.
	 */
	record Closing(String id, int opening) {
	}

}
