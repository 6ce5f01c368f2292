package kz.kopir.database;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/**
 * Opens the pool of connections for either database.
 */
public final class ConnectionPool {

	/** SQLite has one writer at a time; the others of the pool only read. */
	private static final int SQLITE_CONNECTIONS = 4;

	private static final int POSTGRESQL_CONNECTIONS = 10;

	private static final int BUSY_TIMEOUT_MILLIS = 10_000;

	private ConnectionPool() {
	}

	/**
	 * Opens a pool; whoever opens it closes it.
	 * @throws IllegalStateException if the folder of a SQLite file cannot be made
	 */
	public static HikariDataSource open(DatabaseSettings settings) {
		HikariConfig config = new HikariConfig();
		config.setPoolName("kopir");
		config.setJdbcUrl(settings.url());
		if (settings.isSqlite()) {
			makeFolderOf(Path.of(settings.file()).toAbsolutePath());
			sqlite(config);
		}
		else {
			config.setUsername(settings.user());
			config.setPassword(settings.password());
			postgresql(config);
		}
		return new HikariDataSource(config);
	}

	private static void sqlite(HikariConfig config) {
		config.setMaximumPoolSize(SQLITE_CONNECTIONS);
		config.addDataSourceProperty("journal_mode", "WAL");
		// A delivery that was intended must still be there after a power cut.
		config.addDataSourceProperty("synchronous", "FULL");
		config.addDataSourceProperty("busy_timeout", String.valueOf(BUSY_TIMEOUT_MILLIS));
		config.addDataSourceProperty("foreign_keys", "true");
		// A transaction that reads first and writes later could never get the write lock
		// while another one holds it: SQLite fails it at once instead of waiting.
		config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
	}

	private static void postgresql(HikariConfig config) {
		config.setMaximumPoolSize(POSTGRESQL_CONNECTIONS);
		config.setMinimumIdle(1);
		config.addDataSourceProperty("ApplicationName", "kopir");
		config.addDataSourceProperty("reWriteBatchedInserts", "true");
		config.addDataSourceProperty("tcpKeepAlive", "true");
	}

	/**
	 * The database holds children's marks: a folder that is made here is for its owner
	 * only.
	 */
	private static void makeFolderOf(Path file) {
		Path folder = file.getParent();
		if (Files.isDirectory(folder)) {
			return;
		}
		try {
			if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
				Files.createDirectories(folder,
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
			}
			else {
				Files.createDirectories(folder);
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException("The folder of the database cannot be made: " + folder
					+ ". Without it Kopir cannot remember what it delivered. Make the folder writable, or name "
					+ "another file in kopir.database.url.", ex);
		}
	}

}
