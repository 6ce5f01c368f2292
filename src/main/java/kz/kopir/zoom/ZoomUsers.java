package kz.kopir.zoom;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import kz.kopir.database.DatabaseTime;
import kz.kopir.school.SchoolId;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Remembers the users of a school's Zoom account, so that they are read once a day and
 * known while Zoom is away.
 */
public final class ZoomUsers {

	private final JdbcTemplate template;

	private final TransactionOperations transactions;

	public ZoomUsers(JdbcTemplate template, TransactionOperations transactions) {
		this.template = template;
		this.transactions = transactions;
	}

	/** The users in place of those that were read before. */
	void replace(SchoolId school, Collection<ZoomRecords.User> users, Instant now) {
		this.transactions.executeWithoutResult((status) -> {
			this.template.update("delete from zoom_user where school = ?", school.value());
			this.template.batchUpdate(
					"insert into zoom_user (school, email, user_id, type, employee, read_at) values (?, ?, ?, ?, ?, ?)",
					users.stream()
						.map((user) -> new Object[] { school.value(), user.email(), user.id(), user.type(),
								user.employee(), DatabaseTime.toColumn(now) })
						.toList());
		});
	}

	/** The users by their address in lower case. */
	Map<String, ZoomRecords.User> find(SchoolId school) {
		Map<String, ZoomRecords.User> users = new HashMap<>();
		JdbcClient.create(this.template)
			.sql("select email, user_id, type, employee from zoom_user where school = :school")
			.param("school", school.value())
			.query((row, number) -> new ZoomRecords.User(row.getString("user_id"), row.getString("email"),
					row.getInt("type"), row.getString("employee")))
			.list()
			.forEach((user) -> users.put(user.email(), user));
		return users;
	}

	/** The address, in lower case, of the user with Zoom's id. */
	public Optional<String> email(SchoolId school, String userId) {
		return JdbcClient.create(this.template)
			.sql("select email from zoom_user where school = :school and user_id = :id")
			.param("school", school.value())
			.param("id", userId)
			.query(String.class)
			.optional();
	}

	/** Whether they were read on a day of Zoom, which begins at 00:00 UTC. */
	boolean areOf(SchoolId school, LocalDate day) {
		return JdbcClient.create(this.template)
			.sql("select read_at from zoom_user where school = :school order by read_at desc limit 1")
			.param("school", school.value())
			.query((row, number) -> LocalDate.ofInstant(DatabaseTime.instant(row, "read_at"), ZoneOffset.UTC))
			.optional()
			.filter(day::equals)
			.isPresent();
	}

}
