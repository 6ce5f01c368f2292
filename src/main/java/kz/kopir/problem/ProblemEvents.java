package kz.kopir.problem;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import kz.kopir.database.DatabaseTime;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The statements on the history of problems.
 */
final class ProblemEvents {

	private final JdbcTemplate template;

	private final JdbcClient jdbc;

	ProblemEvents(JdbcTemplate template) {
		this.template = template;
		this.jdbc = JdbcClient.create(template);
	}

	/**
	 * Opens the book of a school for what this transaction changes. Nobody else changes
	 * problems of this school before it ends, so nothing that a person and a run do at
	 * the same time is lost, and events are committed in the order of their numbers.
	 */
	Book open(SchoolId school) {
		long last = this.jdbc.sql("""
				insert into problem_book (school, last_event) values (:school, 0)
				on conflict (school) do update set last_event = problem_book.last_event
				returning last_event
				""").param("school", school.value()).query(Long.class).single();
		return new Book(school, last);
	}

	List<ProblemEvent> after(SchoolId school, long seq, int limit) {
		return this.jdbc.sql("""
				select * from problem_event where school = :school and seq > :seq order by seq limit :limit
				""")
			.param("school", school.value())
			.param("seq", seq)
			.param("limit", limit)
			.query((row, number) -> event(row))
			.list();
	}

	List<ProblemEvent> of(SchoolId school, String problem) {
		return this.jdbc.sql("""
				select * from problem_event where problem_id = :problem and school = :school order by seq
				""")
			.param("problem", problem)
			.param("school", school.value())
			.query((row, number) -> event(row))
			.list();
	}

	private static ProblemEvent event(ResultSet row) throws SQLException {
		return new ProblemEvent(new SchoolId(row.getString("school")), row.getLong("seq"), row.getString("problem_id"),
				row.getInt("opening"), ProblemEventKind.valueOf(row.getString("event").toUpperCase(Locale.ROOT)),
				row.getString("run_id"), row.getString("decided_by"), row.getString("reason"),
				DatabaseTime.instant(row, "happened_at"));
	}

	/**
	 * What one transaction writes into the history of a school.
	 */
	final class Book {

		private final SchoolId school;

		private final List<ProblemEvent> events = new ArrayList<>();

		private long last;

		private Book(SchoolId school, long last) {
			this.school = school;
			this.last = last;
		}

		/** A run did something. */
		void byRun(String problem, int opening, ProblemEventKind kind, String run, Instant at) {
			this.events.add(new ProblemEvent(this.school, ++this.last, problem, opening, kind, run, null, null, at));
		}

		/** A person decided something. */
		void byPerson(String problem, int opening, ProblemEventKind kind, String by, @Nullable String reason,
				Instant at) {
			this.events.add(new ProblemEvent(this.school, ++this.last, problem, opening, kind, null, by, reason, at));
		}

		/** Writes what was noted; the transaction commits it. */
		void write() {
			if (this.events.isEmpty()) {
				return;
			}
			ProblemEvents.this.template.batchUpdate("""
					insert into problem_event (school, seq, problem_id, opening, event, run_id, decided_by, reason,
						happened_at)
					values (?, ?, ?, ?, ?, ?, ?, ?, ?)
					""", this.events.stream().map(Book::parameters).toList());
			ProblemEvents.this.jdbc.sql("update problem_book set last_event = :last where school = :school")
				.param("last", this.last)
				.param("school", this.school.value())
				.update();
		}

		private static Object[] parameters(ProblemEvent event) {
			return new @Nullable Object[] { event.school().value(), event.seq(), event.problem(), event.opening(),
					event.kind().name().toLowerCase(Locale.ROOT), event.run(), event.by(), event.reason(),
					DatabaseTime.toColumn(event.at()) };
		}

	}

}
