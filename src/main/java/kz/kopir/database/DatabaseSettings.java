package kz.kopir.database;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the database is. Nothing but {@code kopir.database.url} tells SQLite from
 * PostgreSQL.
 *
 * @param url {@code jdbc:sqlite:<file>} or {@code jdbc:postgresql://host/database};
 * relative files count from the working directory
 * @param user the PostgreSQL user; SQLite knows none
 * @param password the PostgreSQL password; give it in the environment
 * ({@code KOPIR_DATABASE_PASSWORD}), never on the command line
 */
@ConfigurationProperties("kopir.database")
public record DatabaseSettings(@DefaultValue("jdbc:sqlite:data/kopir.db") String url, @Nullable String user,
		@Nullable String password) {

	static final String SQLITE = "jdbc:sqlite:";

	static final String POSTGRESQL = "jdbc:postgresql:";

	public DatabaseSettings {
		if (!url.startsWith(SQLITE) && !url.startsWith(POSTGRESQL)) {
			throw new IllegalArgumentException("kopir.database.url names no database that Kopir can use. Give " + SQLITE
					+ "<file> or " + POSTGRESQL + "//<host>/<database>.");
		}
		if (url.startsWith(SQLITE) && fileOf(url).isEmpty()) {
			throw new IllegalArgumentException("kopir.database.url names no file. A database in memory would "
					+ "forget every delivery; give " + SQLITE + "<file>.");
		}
	}

	/**
	 * Whether the database is a SQLite file.
	 */
	public boolean isSqlite() {
		return this.url.startsWith(SQLITE);
	}

	/**
	 * The file of a SQLite database, as the url names it.
	 */
	public String file() {
		return fileOf(this.url);
	}

	private static String fileOf(String url) {
		String rest = url.substring(SQLITE.length());
		String file = rest.contains("?") ? rest.substring(0, rest.indexOf('?')) : rest;
		return (file.equals(":memory:") || file.startsWith("file:")) ? "" : file;
	}

	/**
	 * Leaves out user and password: this text may reach a log.
	 */
	@Override
	public String toString() {
		return "DatabaseSettings[" + (isSqlite() ? this.url : POSTGRESQL + "...") + "]";
	}

}
