package kz.kopir.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.sqlite.SQLiteConfig;

/**
 * The bare loop's table: one row for each record, one transaction for each answer, as
 * durable as the gateway's database.
 */
final class BareRows implements AutoCloseable {

	private final Connection connection;

	private final PreparedStatement insert;

	private long count;

	BareRows(Path file) throws SQLException {
		SQLiteConfig config = new SQLiteConfig();
		config.setJournalMode(SQLiteConfig.JournalMode.WAL);
		config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
		this.connection = config.createConnection("jdbc:sqlite:" + file);
		try (Statement statement = this.connection.createStatement()) {
			statement.executeUpdate("create table record (kind text not null, id text not null)");
		}
		this.connection.setAutoCommit(false);
		this.insert = this.connection.prepareStatement("insert into record (kind, id) values (?, ?)");
	}

	synchronized void insert(List<Row> rows) {
		try {
			for (Row row : rows) {
				this.insert.setString(1, row.kind());
				this.insert.setString(2, row.id());
				this.insert.addBatch();
			}
			this.insert.executeBatch();
			this.connection.commit();
			this.count += rows.size();
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The rows cannot be inserted", ex);
		}
	}

	synchronized long count() {
		return this.count;
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
	}

	/**
	 * A record.
	 *
	 * @param kind its kind
	 * @param id its id
	 */
	record Row(String kind, String id) {
	}

}
