package db.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Lets the database itself refuse to change a row of the audit, or to delete one that is
 * younger than a year. The one migration in Java: SQLite and PostgreSQL have no words for
 * a trigger in common.
 */
public class V11__append_only_audit extends BaseJavaMigration {

	private static final List<String> SQLITE = List.of("""
			create trigger audit_unchanged before update on audit
			begin select raise(abort, 'the audit is append-only'); end
			""", """
			create trigger audit_kept before delete on audit
			when old.happened_at > (cast(strftime('%s', 'now') as integer) - 365 * 86400) * 1000
			begin select raise(abort, 'the audit is kept for a year at least'); end
			""", """
			create trigger audit_reason_unchanged before update on audit_reason
			begin select raise(abort, 'the audit is append-only'); end
			""");

	private static final List<String> POSTGRESQL = List.of("""
			create function audit_refuse() returns trigger language plpgsql as $$
			begin
				if tg_op = 'DELETE' and old.happened_at <= now() - interval '365 days' then
					return old;
				end if;
				raise exception 'the audit is append-only and kept for a year at least';
			end $$
			""",
			"create trigger audit_kept before update or delete on audit for each row execute function audit_refuse()",
			"create trigger audit_reason_unchanged before update on audit_reason for each row execute function audit_refuse()",
			"""
					create function audit_refuse_all() returns trigger language plpgsql as $$
					begin raise exception 'the audit is append-only and kept for a year at least'; end $$
					""",
			"create trigger audit_not_emptied before truncate on audit for each statement execute function audit_refuse_all()");

	@Override
	public void migrate(Context context) throws SQLException {
		Connection connection = context.getConnection();
		String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
		try (Statement statement = connection.createStatement()) {
			for (String sql : product.contains("sqlite") ? SQLITE : POSTGRESQL) {
				statement.execute(sql);
			}
		}
	}

}
