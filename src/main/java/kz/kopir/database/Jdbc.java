package kz.kopir.database;

import java.sql.SQLException;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * Access to the database that fails in the same words on both kinds: Spring knows no
 * SQLite error by itself, so a double key there would look like any other failure.
 */
public final class Jdbc {

	private Jdbc() {
	}

	/**
	 * A template for either kind of database.
	 */
	public static JdbcTemplate template(DataSource dataSource) {
		SQLExceptionSubclassTranslator translator = new SQLExceptionSubclassTranslator();
		translator.setCustomTranslator(Jdbc::translateSqlite);
		JdbcTemplate template = new JdbcTemplate(dataSource);
		template.setExceptionTranslator(translator);
		return template;
	}

	private static @Nullable DataAccessException translateSqlite(String task, @Nullable String sql,
			SQLException cause) {
		if (!(cause instanceof SQLiteException failure)) {
			return null;
		}
		SQLiteErrorCode code = failure.getResultCode();
		String text = task + ": " + code;
		return switch (code) {
			case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID ->
				new DuplicateKeyException(text, cause);
			default -> switch (primary(code)) {
				case SQLITE_CONSTRAINT -> new DataIntegrityViolationException(text, cause);
				case SQLITE_BUSY, SQLITE_LOCKED -> new CannotAcquireLockException(text, cause);
				default -> null;
			};
		};
	}

	/** SQLite keeps the general code in the lowest byte of the particular one. */
	private static SQLiteErrorCode primary(SQLiteErrorCode code) {
		return SQLiteErrorCode.getErrorCode(code.code & 0xFF);
	}

}
