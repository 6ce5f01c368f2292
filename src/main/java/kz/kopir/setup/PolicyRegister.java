package kz.kopir.setup;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Remembers what each version of a policy said when it first counted.
 */
final class PolicyRegister {

	private final JdbcClient jdbc;

	PolicyRegister(JdbcTemplate template) {
		this.jdbc = JdbcClient.create(template);
	}

	/** Content of the versions that counted before, by their days. */
	Map<LocalDate, String> taken(String school) {
		Map<LocalDate, String> taken = new TreeMap<>();
		this.jdbc.sql("select valid_from, content from policy_version where school = :school")
			.param("school", school)
			.query((RowCallbackHandler) (row) -> taken.put(LocalDate.parse(row.getString("valid_from")),
					row.getString("content")));
		return taken;
	}

	/** Takes these versions; fields that a later gateway asks for are added. */
	void take(String school, Map<LocalDate, String> contents) {
		contents.forEach((day, content) -> this.jdbc.sql("""
				insert into policy_version (school, valid_from, content) values (:school, :day, :content)
				on conflict (school, valid_from) do update set content = excluded.content
				where policy_version.content <> excluded.content
				""").param("school", school).param("day", day.toString()).param("content", content).update());
	}

}
