package kz.kopir.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Properties;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the database from outside, without bringing it up to date and without changing
 * a row.
 *
 * @param state how it stands
 * @param detail the version for {@link State#READY}, {@link State#FAILED} and
 * {@link State#NEWER}, the number of versions for {@link State#PENDING}, the driver's
 * code for {@link State#AWAY} and {@link State#NOT_WRITABLE}; otherwise empty
 */
public record DatabaseProbe(State state, String detail) {

	private static final String BUSY_TIMEOUT_MILLIS = "5000";

	private static final String LOGIN_TIMEOUT_SECONDS = "10";

	/** How a database stands. */
	public enum State {

		/** A file that the first start will make. */
		NEW,

		/** Cannot be opened or read. */
		AWAY,

		/** Can be read, but not written. */
		NOT_WRITABLE,

		/** Of an older version: the next start brings it up to date. */
		PENDING,

		/** Bringing it up to date once broke off. */
		FAILED,

		/** Of a newer version than this Kopir. */
		NEWER,

		/** As it should be. */
		READY

	}

	/**
	 * Looks at a database.
	 */
	public static DatabaseProbe of(DatabaseSettings settings) {
		if (settings.isSqlite() && !Files.exists(Path.of(settings.file()))) {
			return new DatabaseProbe(State.NEW, "");
		}
		try (Connection connection = open(settings)) {
			DatabaseProbe versions = versions(settings);
			if (versions.state() != State.READY) {
				return versions;
			}
			SQLException refused = write(connection);
			return (refused == null) ? versions : new DatabaseProbe(State.NOT_WRITABLE, code(refused));
		}
		catch (SQLException ex) {
			return new DatabaseProbe(State.AWAY, code(ex));
		}
		catch (FlywayException ex) {
			return new DatabaseProbe(State.AWAY,
					(ex.getCause() instanceof SQLException cause) ? code(cause) : ex.getClass().getSimpleName());
		}
	}

	private static DatabaseProbe versions(DatabaseSettings settings) {
		MigrationInfoService info = Flyway.configure()
			.dataSource(settings.url(), settings.user(), settings.password())
			.load()
			.info();
		for (MigrationInfo migration : info.all()) {
			MigrationState state = migration.getState();
			if (state.isFailed()) {
				return new DatabaseProbe(State.FAILED, String.valueOf(migration.getVersion()));
			}
			if (state == MigrationState.FUTURE_SUCCESS) {
				return new DatabaseProbe(State.NEWER, String.valueOf(migration.getVersion()));
			}
		}
		if (info.pending().length > 0) {
			return new DatabaseProbe(State.PENDING, String.valueOf(info.pending().length));
		}
		return new DatabaseProbe(State.READY,
				Arrays.stream(info.applied())
					.map(MigrationInfo::getVersion)
					.filter(Objects::nonNull)
					.max(Comparator.naturalOrder())
					.map(Object::toString)
					.orElse(""));
	}

	/** Asks for the lock and the right to write, and writes nothing. */
	private static @Nullable SQLException write(Connection connection) throws SQLException {
		connection.setAutoCommit(false);
		try (Statement statement = connection.createStatement()) {
			statement.executeUpdate("update run set state = state where id = ''");
			return null;
		}
		catch (SQLException ex) {
			return ex;
		}
		finally {
			connection.rollback();
		}
	}

	private static Connection open(DatabaseSettings settings) throws SQLException {
		Properties properties = new Properties();
		if (settings.isSqlite()) {
			properties.setProperty("busy_timeout", BUSY_TIMEOUT_MILLIS);
			properties.setProperty("transaction_mode", "IMMEDIATE");
		}
		else {
			properties.setProperty("user", Objects.requireNonNullElse(settings.user(), ""));
			properties.setProperty("password", Objects.requireNonNullElse(settings.password(), ""));
			properties.setProperty("loginTimeout", LOGIN_TIMEOUT_SECONDS);
		}
		return DriverManager.getConnection(settings.url(), properties);
	}

	/** Never the message: it may name a user. */
	private static String code(SQLException failure) {
		return (failure.getSQLState() != null) ? "SQL state " + failure.getSQLState()
				: failure.getClass().getSimpleName() + " " + failure.getErrorCode();
	}

}
