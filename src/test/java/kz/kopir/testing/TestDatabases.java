package kz.kopir.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import kz.kopir.database.ConnectionPool;
import kz.kopir.database.DatabaseSettings;
import org.flywaydb.core.Flyway;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Fresh databases of both kinds. The migrations run once per kind and JVM into a
 * template; every database is a copy of it. PostgreSQL starts when the first test asks
 * for it and stops with the JVM.
 */
public final class TestDatabases {

	private static final String TEMPLATE = "kopir_template";

	private static final AtomicInteger COUNTER = new AtomicInteger();

	private TestDatabases() {
	}

	/**
	 * One of each kind, made when the test asks for it: the source of
	 * {@link OnBothDatabases}, and of parameterized test methods.
	 */
	public static Stream<TestDatabase> each() {
		return Stream.<Supplier<TestDatabase>>of(TestDatabases::sqlite, TestDatabases::postgresql).map(Supplier::get);
	}

	/**
	 * One of each kind without any table: for tests of a migration.
	 */
	public static Stream<TestDatabase> eachWithoutTables() {
		return Stream.<Supplier<TestDatabase>>of(() -> sqlite((file) -> {
		}), () -> postgresql("template1")).map(Supplier::get);
	}

	/**
	 * A fresh SQLite file in a folder of its own, which goes when the database is closed.
	 */
	public static TestDatabase sqlite() {
		return sqlite((file) -> {
			try {
				Files.copy(SqliteTemplate.FILE, file);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	private static TestDatabase sqlite(Consumer<Path> content) {
		try {
			Path folder = Files.createTempDirectory("kopir-test");
			Path file = folder.resolve("kopir.db");
			content.accept(file);
			return new TestDatabase(new DatabaseSettings("jdbc:sqlite:" + file, null, null), () -> remove(folder));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A fresh database on this JVM's PostgreSQL server.
	 */
	public static TestDatabase postgresql() {
		return postgresql(TEMPLATE);
	}

	private static TestDatabase postgresql(String template) {
		String name = "kopir_" + COUNTER.incrementAndGet();
		PostgresServer.admin("create database " + name + " template " + template);
		return new TestDatabase(PostgresServer.settings(name),
				() -> PostgresServer.admin("drop database " + name + " with (force)"));
	}

	private static void migrate(DatabaseSettings settings) {
		try (HikariDataSource dataSource = ConnectionPool.open(settings)) {
			Flyway.configure().dataSource(dataSource).load().migrate();
		}
	}

	private static void remove(Path folder) {
		try {
			FileSystemUtils.deleteRecursively(folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static final class SqliteTemplate {

		static final Path FILE = make();

		private static Path make() {
			try {
				Path folder = Files.createTempDirectory("kopir-template");
				Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
				Path file = folder.resolve("template.db");
				migrate(new DatabaseSettings("jdbc:sqlite:" + file, null, null));
				return file;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

	private static final class PostgresServer {

		private static final EmbeddedPostgres SERVER = start();

		static DatabaseSettings settings(String database) {
			return new DatabaseSettings("jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/" + database, "postgres",
					"postgres");
		}

		static void admin(String sql) {
			JdbcClient.create(SERVER.getPostgresDatabase()).sql(sql).update();
		}

		private static EmbeddedPostgres start() {
			try {
				EmbeddedPostgres server = EmbeddedPostgres.builder().start();
				JdbcClient.create(server.getPostgresDatabase()).sql("create database " + TEMPLATE).update();
				migrate(new DatabaseSettings("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + TEMPLATE,
						"postgres", "postgres"));
				return server;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
